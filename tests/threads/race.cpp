// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

// Work in the background whose value is handed over as it should be, and with the argument "race" a
// number beside it that two threads write.

#include "models/background.h"

#include <QtCore/qcoreapplication.h>

#include <cstdio>
#include <string_view>

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const bool isRacing = argc > 1 && std::string_view(argv[1]) == "race";
    int racingNumber = 0;
    QByteArray text(100'000, 'x');
    McpUi::BackgroundJob<QByteArray> job;
    job.start(
            [text, isRacing, &racingNumber] {
                if (isRacing)
                    ++racingNumber;
                return text + 'y';
            },
            [](const QByteArray &value) {
                std::printf("%lld bytes\n", qlonglong(value.size()));
                QCoreApplication::quit();
            });
    if (isRacing)
        ++racingNumber;
    return QCoreApplication::exec();
}
