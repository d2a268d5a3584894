// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "wire/result.h"

#include <QtCore/qlist.h>
#include <QtCore/qprocess.h>
#include <QtCore/qstringlist.h>

namespace Mcp {

/// One environment variable as configured; order is the user's.
struct EnvironmentVariable
{
    QString name;
    QString value;

    friend bool operator==(const EnvironmentVariable &, const EnvironmentVariable &) = default;
};

/// How to start a child process.
struct LaunchSpec
{
    QString command; ///< a name looked up in PATH, or a path
    QStringList arguments;
    QList<EnvironmentVariable> environment; ///< set on top of what is inherited
    QString workingDirectory;               ///< empty: ours
    bool inheritEnvironment =
            true; ///< false: only PATH, HOME, USER, LANG and the like are passed on
    QStringList
            extraPath; ///< folders appended to PATH (the login shell's, when the user wants them)

    friend bool operator==(const LaunchSpec &, const LaunchSpec &) = default;

    /// The command line as a shell would take it, quoted where needed; for people and as a key.
    QString commandLine() const;
    /// The child's environment, made of ours, the variables and extraPath.
    QProcessEnvironment processEnvironment() const;
};

/// The absolute path of the program @p spec starts, or a Transport error that names each folder
/// that was searched, or says that the file is not executable or the working directory does not
/// exist.
Result<QString> resolveProgram(const LaunchSpec &spec);

/// Splits what people type on a command line: spaces separate, '…', "…" and backslash quote as in a
/// POSIX shell. Usage error for an open quote. No expansion of any kind.
Result<QStringList> splitCommandLine(const QString &text);

} // namespace Mcp
