// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/server.h"

#include <QtCore/qpointer.h>
#include <QtWidgets/qframe.h>

class QBoxLayout;
class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace McpUi {

/// Why the selected server has failed, kept in view until it runs or the pane is put away: the
/// step, the reason, the exact command, exit code or signal, the last lines of stderr, what to try.
class FailurePane : public QFrame
{
    Q_OBJECT

public:
    explicit FailurePane(QWidget *parent = nullptr);

    /// Null hides the pane. Follows the server's state.
    void setServer(Mcp::Server *server);

signals:
    void startRequested(const QString &server);
    void editRequested(const QString &server);
    void stderrRequested(const QString &server);
    /// Start it with the folders that the login shell searches.
    void loginShellPathRequested(const QString &server);

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildLayout();
    template <typename Slot>
    QToolButton *addButton(QBoxLayout *row, const QString &name, const QString &text, Slot slot);
    void putAway();
    void refresh();
    void showFailure(const Mcp::ServerFailure &failure);
    void showField(QLabel *label, const QString &text);
    void copy() const;
    void applyTone();

    QPointer<Mcp::Server> m_server;
    QLabel *m_title;
    QLabel *m_reason;
    QLabel *m_command;
    QLabel *m_ending;
    QLabel *m_advice;
    QPlainTextEdit *m_stderr;
    QLabel *m_stderrTitle;
    QToolButton *m_shellPath = nullptr;
    QToolButton *m_allStderr = nullptr;
    QString m_hiddenFor; ///< the failure that was put away
};

} // namespace McpUi
