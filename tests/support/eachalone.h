// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qcoreapplication.h>
#include <QtCore/qprocess.h>
#include <QtCore/qstringlist.h>

namespace McpTest {

/// Starts this program anew for each of @p names, one after the other, so that none has the memory
/// of another. How many of them failed.
inline int runEachAlone(const QStringList &names)
{
    int failures = 0;
    for (const QString &name : names) {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedChannels);
        process.start(QCoreApplication::applicationFilePath(), { name });
        process.waitForFinished(-1);
        failures += process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0;
    }
    return failures;
}

} // namespace McpTest
