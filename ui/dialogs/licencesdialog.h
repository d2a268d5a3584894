// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtWidgets/qdialog.h>

namespace McpUi {

/// The licence of the program, what it uses of others, and the texts that these ask to be shown
/// (LGPL 3, section 4). They are compiled in, so that they are there wherever the program is.
class LicencesDialog : public QDialog
{
    Q_OBJECT

public:
    explicit LicencesDialog(QWidget *parent = nullptr);
};

} // namespace McpUi
