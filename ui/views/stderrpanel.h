// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/stderrmodel.h"
#include "views/logpanel.h"

namespace McpUi {

/// What the selected server writes to stderr, live.
class StderrPanel : public LogPanel
{
    Q_OBJECT

public:
    explicit StderrPanel(QWidget *parent = nullptr);

    void setServer(const QString &name, Mcp::StderrLog *log);
    QString proposedFileName() const override;

private:
    void clear();

    StderrModel *m_model;
    QString m_server;
};

} // namespace McpUi
