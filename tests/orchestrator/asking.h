// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "orchestrator/harness.h"
#include "orchestrator/orchestrator.h"
#include "orchestrator/questions.h"

#include <QtCore/qtemporarydir.h>
#include <QtTest/qtest.h>

#include <functional>
#include <memory>

namespace McpTest {

/// A fake server and who asks it for questions: what tests of questions have in common.
class Asking
{
protected:
    void begin();
    void end();
    void open(const QString &era, const std::function<void(Mcp::ServerSpec &)> &adjust = {});
    Mcp::Call *ask(const QByteArray &question);
    Mcp::Questions *questions() { return m_orchestrator->questions(); }
    /// The one question that is open, once there is one.
    Mcp::InputRequest *onlyQuestion();
    QString script(const QByteArray &text);
    bool wasSent(const QString &method) const;

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Mcp::Orchestrator> m_orchestrator;
};

/// Of the column "era".
void addEras();

inline const QByteArray elicitation =
        R"({"method":"elicitation/create","params":{"message":"Which size?","requestedSchema":)"
        R"({"type":"object","properties":{"n":{"type":"integer"}}}}})";
inline const QByteArray roots = R"({"method":"roots/list"})";
inline const QByteArray sampling =
        R"({"method":"sampling/createMessage","params":{"maxTokens":3,"messages":[)"
        R"({"role":"user","content":{"type":"text","text":"one two three four"}}]}})";

} // namespace McpTest
