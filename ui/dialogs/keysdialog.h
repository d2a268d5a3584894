// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtWidgets/qdialog.h>

class QAction;

namespace McpUi {

/// All keys on one page, read from the actions themselves so that it cannot go out of date.
class KeysDialog : public QDialog
{
    Q_OBJECT

public:
    KeysDialog(const QList<QAction *> &actions, QWidget *parent = nullptr);
};

} // namespace McpUi
