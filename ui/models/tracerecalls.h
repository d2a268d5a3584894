// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/tracerecall.h"

#include <QtCore/qlist.h>

namespace McpUi {

/// The TraceRecalls of all logs that a panel shows together. Child of the panel.
class TraceRecalls : public QObject
{
    Q_OBJECT

public:
    explicit TraceRecalls(QObject *parent = nullptr);

    /// What was recalled of logs that are not among them is forgotten.
    void setLogs(const QList<Mcp::TraceLog *> &logs);
    bool isBusy() const;
    bool canLoad() const; ///< any of them

public slots:
    /// The next piece of each; loaded() follows for each.
    void load();
    void forget();

signals:
    void loaded(int count);

private:
    QList<TraceRecall *> m_recalls;
};

} // namespace McpUi
