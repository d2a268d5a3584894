// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/tracemodel.h"

#include <QtWidgets/qwidget.h>

class QLabel;

namespace McpUi {

class PayloadView;

/// A message of a trace and its other half, request left, answer right, as they crossed the wire;
/// of one that breaks a rule of the specification above them what is wrong, and where it says so.
class TracePair : public QWidget
{
    Q_OBJECT

public:
    explicit TracePair(QWidget *parent = nullptr);

    /// What is shown stays when the log drops it.
    void setEntry(const TraceModel &model, quint64 serial);
    void clear();

private:
    void explain(const Mcp::TraceEntry *violation);
    static void showEntry(PayloadView *view, const Mcp::TraceEntry &entry);

    QLabel *m_rule;
    PayloadView *m_first;
    PayloadView *m_second;
};

} // namespace McpUi
