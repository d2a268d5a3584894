// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/findpattern.h"

#include <QtCore/qtimer.h>
#include <QtWidgets/qwidget.h>

class QLabel;
class QLineEdit;
class QToolButton;

namespace McpUi {

class FindSession;

/*!
 * The line in which one types what to find: plain, with case or as a regular expression; next,
 * previous, which match of how many, and while a search runs how far it is and Stop. Shows a
 * FindSession and steps through it; whoever owns both starts the search.
 */
class FindBar : public QWidget
{
    Q_OBJECT

public:
    /// @p name becomes part of the objectNames. @p session must outlive the bar.
    FindBar(const QString &name, FindSession *session, QWidget *parent = nullptr);

    /// Shows the bar and selects what stands in it; @p text replaces that unless it is empty.
    void open(const QString &text = {});
    void close();
    FindQuery query() const;
    /// To the next or previous match; what was typed just now is searched first.
    void move(int by);
    /// The text has changed: searches anew when the bar is open.
    void restart();

signals:
    /// An empty text: nothing is to be found any more.
    void queryChanged(const McpUi::FindQuery &query);
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QToolButton *addButton(const QString &part, const QString &text, const QString &description);
    void search();
    void showState();

    QString m_name;
    FindSession *m_session;
    QLineEdit *m_text;
    QToolButton *m_case;
    QToolButton *m_regex;
    QToolButton *m_previous;
    QToolButton *m_next;
    QLabel *m_state;
    QToolButton *m_stop;
    QTimer m_typing;
};

} // namespace McpUi
