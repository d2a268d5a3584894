// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "transport/commandline.h"
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

/// How to start a child process. Arguments are passed on exactly as they are. Since no shell is
/// involved, a leading "~/" is expanded by us in command, workingDirectory and extraPath, where
/// nothing else can be meant, and nowhere else.
struct LaunchSpec
{
    QString command; ///< a name looked up in PATH, or a path
    QStringList arguments;
    QList<EnvironmentVariable> environment; ///< set on top of what is inherited
    QString workingDirectory;               ///< empty: ours
    /// False: only what a program needs to find its way is passed on (PATH, HOME, USER, LANG,
    /// temporary and configuration folders and the like), so that secrets in ours stay here.
    bool inheritEnvironment = true;
    QStringList extraPath; ///< folders appended to PATH (the login shell's, when the user wants
                           ///< them)

    friend bool operator==(const LaunchSpec &, const LaunchSpec &) = default;

    /// The command line as a shell would take it, quoted where needed; for people and as a key.
    QString commandLine() const;
    /// The child's environment, made of ours, the variables and extraPath.
    QProcessEnvironment processEnvironment() const;
    /// Where the child will run: absolute, "~" expanded; ours when none is set.
    QString absoluteWorkingDirectory() const;
};

/// The absolute path of the program @p spec starts: a name is looked up in the PATH the child will
/// have, a path with a separator is taken relative to the working directory, as execve() does.
/// Symbolic links are kept (virtual environments are told by them). Otherwise a Transport error
/// that names each folder that was searched, or says that the file is a folder, is not executable
/// or that the working directory does not exist, and what to do.
Result<QString> resolveProgram(const LaunchSpec &spec);

} // namespace Mcp
