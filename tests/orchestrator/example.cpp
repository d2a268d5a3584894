// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

// The library in twenty lines, as the README shows it: start a server, list its tools, call one.
// Usage: mcp-library-example TOOL COMMAND [ARGUMENTS]

#include "orchestrator/orchestrator.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qtextstream.h>

using namespace Qt::Literals::StringLiterals;

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    const QString tool = arguments.value(1);
    QTextStream out(stdout);

    Mcp::Orchestrator orchestrator;
    QObject::connect(&orchestrator, &Mcp::Orchestrator::allStopped, &app, &QCoreApplication::quit);
    const auto then = [&](Mcp::Call *call, auto next) {
        QObject::connect(call, &Mcp::Call::finished, &orchestrator, [&, call, next] {
            const auto result = call->outcome();
            out << call->method() << ": "
                << (result ? QString::fromUtf8(result->view()) : result.error().describe())
                << Qt::endl;
            result ? next() : orchestrator.stopAllServers();
        });
    };
    orchestrator.startServer(u"my-server"_s, arguments.value(2), arguments.mid(3));
    orchestrator.createClient(u"my-client"_s, u"my-server"_s);
    then(orchestrator.initializeClient(u"my-client"_s), [&] {
        then(orchestrator.listTools(u"my-client"_s), [&] {
            const auto values = Mcp::RawJson::fromText(R"({"arg1": "value1"})");
            then(orchestrator.callTool(u"my-client"_s, tool, values),
                 [&] { orchestrator.stopAllServers(); });
        });
    });
    return app.exec();
}
