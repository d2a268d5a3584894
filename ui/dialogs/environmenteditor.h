// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "transport/launchspec.h"

#include <QtWidgets/qwidget.h>

class QTableWidget;
class QToolButton;

namespace McpUi {

/// A small table of environment variables, name and value; values of secret-looking names are dots
/// until they are edited or asked for. An empty row at the end takes the next variable.
class EnvironmentEditor : public QWidget
{
    Q_OBJECT

public:
    explicit EnvironmentEditor(QWidget *parent = nullptr);

    QList<Mcp::EnvironmentVariable> variables() const;
    void setVariables(const QList<Mcp::EnvironmentVariable> &variables);
    /// What is wrong with a name, empty if nothing is.
    QString problem() const;

signals:
    void changed();

private:
    void addRow(const Mcp::EnvironmentVariable &variable);
    void keepEmptyRow();
    void removeCurrent();

    QTableWidget *m_table;
    QToolButton *m_show;
    bool m_filling = false;
};

} // namespace McpUi
