// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/background.h"
#include "server/tracecodec.h"

#include <QtCore/qtimer.h>
#include <QtWidgets/qwidget.h>

class QLabel;

namespace Mcp {
class TraceLog;
}

namespace McpUi {

class MessagesPanel;

/// A trace that was saved, in a window of its own: to look at, filter and copy from. Read off the
/// GUI thread, taken in some thousand entries at a time.
class TraceWindow : public QWidget
{
    Q_OBJECT

public:
    /// Larger files are refused: all of it would be in memory.
    static constexpr qint64 maxBytes = 2LL * 1024 * 1024 * 1024;

    explicit TraceWindow(const QString &path, QWidget *parent = nullptr);
    ~TraceWindow() override;

    MessagesPanel *panel() const { return m_panel; }

signals:
    /// All of it is there, or why it is not (empty: nothing is wrong).
    void loaded(const QString &problem);

private:
    struct Reading
    {
        Mcp::TraceCodec::File file;
        QString problem;
    };

    static Reading read(const QString &path);
    void take(const Reading &reading);
    void takeSome();
    void say(const QString &text);

    QString m_path;
    Mcp::TraceLog *m_log;
    MessagesPanel *m_panel;
    QLabel *m_state;
    BackgroundJob<Reading> m_reading;
    Reading m_read;
    qsizetype m_taken = 0;
    QTimer m_taking;
};

} // namespace McpUi
