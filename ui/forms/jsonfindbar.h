// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "forms/textsearch.h"
#include "models/background.h"

#include <QtCore/qtimer.h>
#include <QtWidgets/qwidget.h>

class QLineEdit;
class QToolButton;

namespace McpUi {

class ElidingLabel;
class JsonTextEdit;

/*!
 * Find in the text of a JsonPane: matches are coloured and counted while one types, Return and F3
 * go on, Escape closes. Expressions and long texts are searched off the GUI thread.
 */
class JsonFindBar : public QWidget
{
    Q_OBJECT

public:
    explicit JsonFindBar(JsonTextEdit *edit, QWidget *parent = nullptr);

    /// Shows it with the selected words, if they are of one row, and the focus.
    void open();
    void close();
    /// Selects the next match, or the one before; round the ends.
    void step(bool forward);
    /// The text is another one: searches anew a little later.
    void touch();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QToolButton *addButton(const QString &name, const QString &text, const QString &description);
    void search();
    void take(const TextMatches &matches, bool jump);
    void goTo(int index);
    void showCount();
    int currentMatch() const;

    JsonTextEdit *m_edit;
    QLineEdit *m_needle;
    ElidingLabel *m_count;
    QToolButton *m_case;
    QToolButton *m_regex;
    QTimer m_timer;
    BackgroundJob<TextMatches> m_job;
    TextMatches m_matches;
    int m_current = -1;  ///< the match that was gone to last
    int m_from = 0;      ///< where the first match is looked for while one types
    bool m_jump = false; ///< the next search is one the user typed
};

} // namespace McpUi
