// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "client/scriptedpeer.h"

#include <QtCore/qhash.h>

namespace McpTest {

/*!
 * A peer that has something to offer: it opens as a server of `revision` with `capabilities`,
 * answers each method by what `results` has for it (JSON text), and refuses the others with -32601.
 * What a test wants otherwise it does in `reply`, which comes first.
 */
class OfferingPeer : public ScriptedPeer
{
    Q_OBJECT

public:
    OfferingPeer();

    QByteArray revision = "2025-11-25"; ///< "2026-07-28": it answers server/discover
    QByteArray capabilities = R"({"tools":{"listChanged":true},"completions":{},)"
                              R"("resources":{"subscribe":true,"listChanged":true},)"
                              R"("prompts":{"listChanged":true}})";
    QHash<QString, QByteArray> results;
    /// True: the message is dealt with, or never will be.
    std::function<bool(const Sent &)> reply;

    void notify(const QByteArray &method, const QByteArray &params = "{}");
    /// How often it was asked that.
    int count(const QString &method) const;
    /// The params of the last message of that method without _meta.
    QByteArray asked(const QString &method) const;

private:
    void answerTo(const Sent &sent);
    bool open(const Sent &sent);
};

} // namespace McpTest
