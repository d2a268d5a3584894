// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

// What the project's reference document shows, in its order: start a server, create a client,
// initialize it, list the tools, call one, stop all servers.

#include "orchestrator/orchestrator.h"

#include <QtCore/qcoreapplication.h>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace {

int failures = 0;

void say(const char *what, const Mcp::Call &call)
{
    const auto outcome = call.outcome();
    if (!outcome)
        ++failures;
    const QByteArray text = outcome ? outcome->toByteArray() : outcome.error().message.toUtf8();
    std::printf("%s: %.300s\n", what, text.constData());
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    Mcp::Orchestrator mcp;
    const QStringList words = QCoreApplication::arguments().mid(1);
    if (words.isEmpty())
        return 2;
    mcp.startServer(u"my-server"_s, words.first(), words.mid(1));
    mcp.createClient(u"my-client"_s, u"my-server"_s);
    Mcp::Call *hello = mcp.initializeClient(u"my-client"_s);
    QObject::connect(hello, &Mcp::Call::finished, &mcp, [&mcp, hello] {
        say("initialize", *hello);
        Mcp::Call *tools = mcp.listTools(u"my-client"_s);
        QObject::connect(tools, &Mcp::Call::finished, &mcp, [&mcp, tools] {
            say("tools", *tools);
            Mcp::Call *echo = mcp.callTool(u"my-client"_s, u"echo"_s,
                                           Mcp::RawJson::fromText(R"({"text": "Zürich"})"));
            QObject::connect(echo, &Mcp::Call::finished, &mcp, [&mcp, echo] {
                say("call", *echo);
                mcp.stopAllServers();
            });
        });
    });
    QObject::connect(&mcp, &Mcp::Orchestrator::allStopped, &app, &QCoreApplication::quit);
    QCoreApplication::exec();
    return failures;
}
