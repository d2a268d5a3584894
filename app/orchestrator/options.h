// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "shell/opening.h"

#include <QtCore/qstringlist.h>

namespace McpUi {

/// The window's command line. Read before there is an application, so that --help and --version
/// need no display.
struct Options
{
    enum class What { Open, Help, Version, Error };

    What what = What::Open;
    QString error;      ///< of What::Error, a sentence
    QString configFile; ///< empty: the program's own list
    OpeningRequest opening;

    static Options parse(int argc, char *argv[]);
    /// @p arguments without the program's name.
    static Options parse(const QStringList &arguments);
    static Options failure(const QString &sentence);
    /// Prints help, version or error; the exit code.
    int answer() const;
    static QString helpText();
};

} // namespace McpUi
