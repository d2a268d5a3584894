// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/toolbalance.h"

#include <QtCore/qset.h>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

constexpr qsizetype maxMessages = 10'000; ///< that are looked at

/// One block or a list of them (since 2025-11-25).
QList<RawJson> blocksOf(const RawJson &message)
{
    const RawJson content = message.value("content");
    if (content.isArray())
        return content.elements();
    return content.isObject() ? QList<RawJson>{ content } : QList<RawJson>();
}

struct Blocks
{
    QSet<QString> uses;
    QSet<QString> results;
    bool hasOthers = false;

    explicit Blocks(const RawJson &message)
    {
        const QList<RawJson> blocks = blocksOf(message);
        for (const RawJson &block : blocks) {
            const QString type = block.value("type").toString();
            if (type == "tool_use"_L1)
                uses.insert(block.value("id").toString());
            else if (type == "tool_result"_L1)
                results.insert(block.value("toolUseId").toString());
            else
                hasOthers = true;
        }
    }
};

} // namespace

QString toolImbalance(const RawJson &messages)
{
    // Nearly all go without tools, and may be large.
    if (!messages.view().contains("tool_"))
        return {};
    QSet<QString> open;
    const QList<RawJson> all = messages.elements().mid(0, maxMessages);
    for (const RawJson &message : all) {
        const Blocks blocks(message);
        if (!blocks.results.isEmpty() && (blocks.hasOthers || !blocks.uses.isEmpty()))
            return u"a message mixes tool results with other content"_s;
        if (blocks.results != open)
            return open.isEmpty() ? u"a tool result answers no use of a tool"_s
                                  : u"a use of a tool is not followed by its result"_s;
        open = blocks.uses;
    }
    return open.isEmpty() ? QString() : u"a use of a tool is not followed by its result"_s;
}

} // namespace Mcp
