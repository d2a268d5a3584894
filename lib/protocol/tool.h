// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/rawjson.h"

#include <QtCore/qlist.h>
#include <QtCore/qmetatype.h>
#include <QtCore/qstringlist.h>

namespace Mcp {

/*!
 * Read view over one entry of tools/list: typed access to what the specification names, everything
 * else stays in raw(). Copyable and cheap; wrong types read as absent, never fail.
 */
class Tool
{
public:
    Tool() = default;
    explicit Tool(const RawJson &raw);

    const RawJson &raw() const { return m_raw; }
    const QString &name() const { return m_name; }
    /// title, else annotations.title, else name (schema Tool, 2025-06-18 and later).
    QString displayName() const;
    QString title() const { return m_raw.value("title").toString(); }
    QString description() const { return m_raw.value("description").toString(); }
    RawJson inputSchema() const { return m_raw.value("inputSchema"); }
    RawJson outputSchema() const { return m_raw.value("outputSchema"); }
    RawJson annotations() const { return m_raw.value("annotations"); }
    RawJson meta() const { return m_raw.value("_meta"); }

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
    RawJson m_raw;
    QString m_name;
};

/// A tools/list result (all pages merged) read tolerantly.
struct ToolList
{
    QList<Tool> tools;    ///< in the server's order, duplicates kept
    QStringList problems; ///< what was left out and why, one sentence each

    /// Not more than @p maxTools of them.
    static ToolList fromResult(const RawJson &result, int maxTools = 200'000);

private:
    static constexpr qsizetype maxProblems = 100;
    void addProblem(const QString &problem);
};

} // namespace Mcp

Q_DECLARE_METATYPE(Mcp::Tool)
