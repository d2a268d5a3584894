// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "protocol/content.h"
#include "protocol/namedmembers.h"

#include <QtCore/qlist.h>
#include <QtCore/qmetatype.h>
#include <QtCore/qstringlist.h>

namespace Mcp {

/// An argument of a prompt; its value is always a string (schema GetPromptRequest).
struct PromptArgument
{
    QString name;
    QString title;
    QString description;
    bool isRequired = false;

    QString displayName() const { return title.isEmpty() ? name : title; }
};

/*!
 * Read view over one entry of prompts/list (2026-07-28, server/prompts): typed access to what the
 * specification names, everything else stays in raw(). Wrong types read as absent, never fail.
 */
class Prompt
{
public:
    /// More arguments than this are left out, with a problem.
    static constexpr qsizetype maxArguments = 1000;

    Prompt() = default;
    explicit Prompt(const RawJson &raw);

    const RawJson &raw() const { return m_raw; }
    const QString &name() const { return m_name; }
    bool hasName() const { return member(Name).isString(); }
    QString title() const { return member(Title).toString(); }
    QString displayName() const { return title().isEmpty() ? m_name : title(); }
    QString description() const { return member(Description).toString(); }
    /// In their order; those without a name are left out.
    QList<PromptArgument> arguments() const;
    RawJson icons() const { return member(Icons); }
    RawJson meta() const { return member(Meta); }

    /// What is wrong with the entry, one sentence each; empty for a clean one.
    QStringList problems() const;

private:
    enum Member { Name, Title, Description, Arguments, Icons, Meta };
    static constexpr size_t memberCount = Meta + 1;
    RawJson member(Member member) const { return m_members.value(m_raw, member); }
    QList<PromptArgument> arguments(QStringList *problems) const;

    RawJson m_raw;
    QString m_name;
    NamedMembers<memberCount> m_members;
};

/// A prompts/list result (all pages merged) read tolerantly.
struct PromptList
{
    QList<Prompt> entries; ///< in the server's order, duplicates kept
    QStringList problems;  ///< what was left out and why, one sentence each

    static PromptList fromResult(const RawJson &result, int most = 200'000);
};

/// One message of a prompts/get result.
struct PromptMessage
{
    QString role; ///< as received; "user" and "assistant" are the ones there are
    Content content;
};

/// Read view over a prompts/get result.
class PromptResult
{
public:
    /// More messages than this are not shown.
    static constexpr qsizetype maxMessages = 10'000;

    PromptResult() = default;
    explicit PromptResult(const RawJson &raw)
        : m_raw(raw)
    {}

    const RawJson &raw() const { return m_raw; }
    QString description() const { return m_raw.value("description").toString(); }
    /// The first @p most of them.
    QList<PromptMessage> messages(qsizetype most = maxMessages) const;
    /// Why this is no valid result, one sentence each; empty when it is.
    QStringList problems() const;

private:
    RawJson m_raw;
};

} // namespace Mcp

Q_DECLARE_METATYPE(Mcp::Prompt)
