// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/violationlog.h"

#include <QtCore/qpointer.h>
#include <QtCore/qtimer.h>
#include <QtWidgets/qwidget.h>

class QLabel;
class QVBoxLayout;

namespace McpUi {

class LinkButton;

/// The health of a server: each rule of the specification that it has broken since its start, how
/// often, where the rule stands, when; a click leads to the message. None broken is said, too.
class HealthView : public QWidget
{
    Q_OBJECT

public:
    explicit HealthView(QWidget *parent = nullptr);

    void setLog(const Mcp::ViolationLog *log);

signals:
    /// The entry of the trace with this serial is wanted.
    void entryRequested(quint64 serial);

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Row
    {
        LinkButton *title = nullptr;
        QLabel *facts = nullptr;
        quint64 entry = 0;
    };

    Row &row(qsizetype index);
    void refresh();

    QPointer<const Mcp::ViolationLog> m_log;
    QLabel *m_summary;
    QVBoxLayout *m_layout;
    QList<Row> m_rows;
    QTimer m_timer;
};

} // namespace McpUi
