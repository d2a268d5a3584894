// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "protocol/prompt.h"

#include "protocol/elements.h"
#include "protocol/listreader.h"

#include <QtCore/qset.h>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

constexpr std::array<QByteArrayView, 6> memberNames{ "name",      "title", "description",
                                                     "arguments", "icons", "_meta" };

} // namespace

Prompt::Prompt(const RawJson &raw)
    : m_raw(raw)
    , m_members(raw, memberNames)
{
    static_assert(memberNames.size() == memberCount);
    m_name = member(Name).toString();
}

QList<PromptArgument> Prompt::arguments() const { return arguments(nullptr); }

QList<PromptArgument> Prompt::arguments(QStringList *problems) const
{
    QList<PromptArgument> arguments;
    QSet<QString> names;
    int position = 0;
    const auto report = [&](const QString &problem) {
        if (problems && problems->size() < 20)
            problems->append(problem);
    };
    forEachElement(member(Arguments), [&](const RawJson &element) {
        ++position;
        const RawJson name = element.value("name");
        if (!name.isString()) {
            report(u"Argument %1 has no name."_s.arg(position));
            return position < maxArguments;
        }
        if (arguments.size() >= maxArguments) {
            report(u"There are more than %1 arguments."_s.arg(maxArguments));
            return false;
        }
        arguments.append({ name.toString(), element.value("title").toString(),
                           element.value("description").toString(),
                           element.value("required").toBool() });
        if (names.contains(arguments.constLast().name))
            report(u"Two arguments have the name \"%1\"."_s.arg(
                    arguments.constLast().name.left(200)));
        names.insert(arguments.constLast().name);
        return true;
    });
    return arguments;
}

QStringList Prompt::problems() const
{
    QStringList problems;
    if (m_name.isEmpty())
        problems.append(u"The name is empty."_s);
    for (const auto &[name, value] : { std::pair("title"_L1, member(Title)),
                                       std::pair("description"_L1, member(Description)) }) {
        if (!value.isAbsent() && !value.isString())
            problems.append(u"%1 is not a string."_s.arg(name));
    }
    if (const RawJson list = member(Arguments); !list.isAbsent() && !list.isArray())
        problems.append(u"arguments is not an array."_s);
    arguments(&problems);
    return problems;
}

PromptList PromptList::fromResult(const RawJson &result, int most)
{
    PromptList list;
    ListReader reader(result, u"prompts/list"_s, u"prompts"_s, most);
    for (RawJson entry = reader.next(); !entry.isAbsent(); entry = reader.next()) {
        const Prompt prompt(entry);
        if (!prompt.hasName()) {
            reader.leaveOut(u"it has no name"_s);
            continue;
        }
        list.entries.append(prompt);
        reader.keep(prompt.name());
    }
    list.problems = reader.problems();
    return list;
}

QList<PromptMessage> PromptResult::messages(qsizetype most) const
{
    QList<PromptMessage> messages;
    forEachElement(m_raw.value("messages"), [&](const RawJson &element) {
        messages.append({ element.value("role").toString(), Content(element.value("content")) });
        return messages.size() < most;
    });
    return messages;
}

QStringList PromptResult::problems() const
{
    if (!m_raw.isObject())
        return { u"The result is not an object."_s };
    if (!m_raw.value("messages").isArray())
        return { u"The result has no array \"messages\"."_s };
    QStringList problems;
    int position = 0;
    forEachElement(m_raw.value("messages"), [&](const RawJson &element) {
        ++position;
        const QString role = element.value("role").toString();
        if (role != "user"_L1 && role != "assistant"_L1)
            problems.append(
                    u"The role of message %1 is neither user nor assistant."_s.arg(position));
        // 2026-07-28, server/prompts: a single block, never an array
        if (!element.value("content").isObject())
            problems.append(u"The content of message %1 is not one block."_s.arg(position));
        return problems.size() < 20 && position < maxMessages;
    });
    return problems;
}

} // namespace Mcp
