// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/serverspec.h"

#include <QtWidgets/qdialog.h>

class QPlainTextEdit;

namespace McpUi {

/// "This will run a program on your computer": the exact command, its arguments one a line, the
/// variables and the folder of a definition that was pasted or written by another program. The
/// button that Enter presses is Cancel.
class ConsentDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ConsentDialog(const Mcp::ServerSpec &spec, QWidget *parent = nullptr);

    /// What is shown, as text. Values of variables are shown in full, secret or not: they are what
    /// is consented to, and the one of GIT_ASKPASS, say, is a program.
    static QString describe(const Mcp::ServerSpec &spec);
};

} // namespace McpUi
