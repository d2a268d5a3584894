// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "protocol/namedmembers.h"

#include <QtCore/qlist.h>
#include <QtCore/qmetatype.h>
#include <QtCore/qstringlist.h>

namespace Mcp {

/*!
 * Read view over one entry of tools/list: typed access to what the specification names, everything
 * else stays in raw(). Copyable and cheap, also where the entry has megabytes: its members are
 * found once, when it is made. Wrong types read as absent, never fail.
 */
class Tool
{
public:
    Tool() = default;
    explicit Tool(const RawJson &raw);

    const RawJson &raw() const { return m_raw; }
    const QString &name() const { return m_name; }
    bool hasName() const { return member(Name).isString(); }
    /// title, else annotations.title, else name (schema Tool, 2025-06-18 and later).
    QString displayName() const;
    QString title() const { return member(Title).toString(); }
    QString description() const { return member(Description).toString(); }
    /// The description, or if it has more than @p bytes the text that so many of them make, less
    /// what may be half a character: for those who show a line of what may have megabytes.
    QString descriptionBeginning(qsizetype bytes) const;
    QString displayNameBeginning(qsizetype bytes) const; ///< likewise
    RawJson inputSchema() const { return member(InputSchema); }
    RawJson outputSchema() const { return member(OutputSchema); }
    RawJson annotations() const { return member(Annotations); }
    RawJson meta() const { return member(Meta); }

    /// The hints with the specification's defaults; they are untrusted and relax nothing.
    bool isReadOnly() const;    ///< default false
    bool isDestructive() const; ///< default true; only means something when not read-only
    bool isIdempotent() const;  ///< default false
    bool isOpenWorld() const;   ///< default true
    /// Did the server say so itself? Badges show only what was said.
    bool hasHint(QByteArrayView hint) const { return annotations().contains(hint); }
    enum class TaskSupport { Forbidden, Optional, Required };
    TaskSupport taskSupport() const; ///< execution.taskSupport (2025-11-25, basic/utilities/tasks)

    /// What is wrong with the definition, one sentence each: missing inputSchema, root type is not
    /// object, name outside A-Za-z0-9_.- or longer than 128 ... Empty for a clean tool.
    QStringList problems() const;

private:
    enum Member {
        Name,
        Title,
        Description,
        InputSchema,
        OutputSchema,
        Annotations,
        Execution,
        Meta
    };
    static constexpr size_t memberCount = Meta + 1;
    RawJson member(Member member) const { return m_members.value(m_raw, member); }

    RawJson m_raw;
    QString m_name;
    NamedMembers<memberCount> m_members;
};

/// A tools/list result (all pages merged) read tolerantly.
struct ToolList
{
    QList<Tool> tools;    ///< in the server's order, duplicates kept
    QStringList problems; ///< what was left out and why, one sentence each

    /// Not more than @p maxTools of them.
    static ToolList fromResult(const RawJson &result, int maxTools = 200'000);
};

} // namespace Mcp

Q_DECLARE_METATYPE(Mcp::Tool)
