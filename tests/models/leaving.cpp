// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

// A program that ends while a file waits to be written and something is rendered for ever. Its
// argument is the file.

#include "models/filewriter.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qsemaphore.h>

namespace {

void leaveInTheMiddle(const QString &path)
{
    McpUi::FileWriter writer;
    writer.write(QByteArray(4 * 1024 * 1024, 'x'), path);
    writer.write(QByteArray("last"), path);
    McpUi::BackgroundJob<bool> rendering(McpUi::renderingPool());
    static QSemaphore begun;
    rendering.start(
            [] {
                begun.release();
                QSemaphore().acquire();
                return true;
            },
            [](bool) {});
    begun.acquire();
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    leaveInTheMiddle(QCoreApplication::arguments().last());
    McpUi::leaveRendering(3);
    return 4;
}
