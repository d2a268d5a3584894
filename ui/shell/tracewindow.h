// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/background.h"
#include "server/tracereader.h"

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
    /// All that is shown is in memory. What stands behind is left out, and that is said.
    static constexpr Mcp::TraceReader::Bounds usualBounds{ 1'000'000, 512LL * 1024 * 1024 };

    explicit TraceWindow(const QString &path, QWidget *parent = nullptr,
                         const Mcp::TraceReader::Bounds &bounds = usualBounds);
    ~TraceWindow() override;

    MessagesPanel *panel() const { return m_panel; }

signals:
    /// All of it is there, or why it is not (empty: nothing is wrong).
    void loaded(const QString &problem);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Reading
    {
        Mcp::TraceCodec::File file;
        QString problem;
        qint64 leftOut = 0; ///< bytes at the end of the file
    };

    static Reading read(const QString &path, const Mcp::TraceReader::Bounds &bounds,
                        const BackgroundProgress &isWanted);
    void take(const Reading &reading);
    void takeSome();
    QString summary() const;
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
