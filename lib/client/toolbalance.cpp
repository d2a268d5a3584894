// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/toolbalance.h"

#include "protocol/elements.h"

#include <QtCore/qset.h>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

constexpr qsizetype maxMessages = 10'000; ///< that are looked at
constexpr qsizetype maxBlocks = 10'000;   ///< of a message
constexpr qsizetype maxId = 1000;         ///< characters

struct Blocks
{
    QSet<QString> uses;
    QSet<QString> results;
    bool hasOthers = false;

    /// Of one block or a list of them (since 2025-11-25).
    explicit Blocks(const RawJson &message)
    {
        const RawJson content = message.value("content");
        if (content.isObject())
            take(content);
        qsizetype count = 0;
        forEachElement(content, [&](const RawJson &block) {
            take(block);
            return ++count < maxBlocks;
        });
    }

    void take(const RawJson &block)
    {
        const QString type = block.value("type").textStart(20);
        if (type == "tool_use"_L1)
            uses.insert(block.value("id").textStart(maxId));
        else if (type == "tool_result"_L1)
            results.insert(block.value("toolUseId").textStart(maxId));
        else
            hasOthers = true;
    }
};

} // namespace

QString toolImbalance(const RawJson &messages)
{
    // Nearly all go without tools, and may be large.
    if (!messages.view().contains("tool_"))
        return {};
    const QString unanswered = u"a use of a tool is not followed by its result"_s;
    QSet<QString> open;
    QString problem;
    qsizetype count = 0;
    forEachElement(messages, [&](const RawJson &message) {
        const Blocks blocks(message);
        if (!blocks.results.isEmpty() && (blocks.hasOthers || !blocks.uses.isEmpty()))
            problem = u"a message mixes tool results with other content"_s;
        else if (blocks.results != open)
            problem = open.isEmpty() ? u"a tool result answers no use of a tool"_s : unanswered;
        open = blocks.uses;
        return problem.isEmpty() && ++count < maxMessages;
    });
    return !problem.isEmpty() || open.isEmpty() ? problem : unanswered;
}

} // namespace Mcp
