// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

// Starts children as it is told on stdin ("start COUNT TOKEN") and says what it did, so that a test
// can kill it, or its watchdog, at any moment.

#include "transport/processwatchdog.h"
#include "transport/stdiotransport.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qsocketnotifier.h>

#include <cstdio>
#include <iostream>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A server and its own child, deaf to everything but SIGKILL; TOKEN makes them findable.
void startChild(const QString &token, QObject *owner)
{
    LaunchSpec spec;
    spec.command = u"/bin/sh"_s;
    spec.arguments = { u"-c"_s,
                       u"trap '' TERM HUP INT; sh -c 'while :; do sleep 0.05; done' \"$0\" & "
                       "while :; do sleep 0.05; done"_s,
                       token };
    auto *transport = new StdioTransport(spec, owner);
    QObject::connect(transport, &Transport::started, owner,
                     [transport] { std::cout << "child " << transport->processId() << std::endl; });
    transport->start();
    std::cout << "watchdog " << ProcessWatchdog::processId() << std::endl;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QSocketNotifier commands(fileno(stdin), QSocketNotifier::Read);
    QObject::connect(&commands, &QSocketNotifier::activated, &app, [&] {
        std::string word;
        std::string token;
        int count = 0;
        if (!(std::cin >> word >> count >> token))
            return app.quit();
        for (int i = 0; i < count; ++i)
            startChild(QString::fromStdString(token), &app);
    });
    return app.exec();
}
