// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "forms/jsonfolds.h"
#include "forms/jsonmarks.h"
#include "forms/textsearch.h"

#include <QtWidgets/qplaintextedit.h>

namespace McpUi {

class JsonGutter;

/*!
 * The text edit of a JsonPane: line numbers, marked problems, the partner of a bracket, rows that
 * are indented by themselves. Reads and writes text to the letter. Tab goes on to the next widget,
 * as everywhere in the window; Ctrl+] and Ctrl+[ indent. Strings of more than 20,000 characters are
 * shown folded (JsonFolds); all positions below are those of the whole text all the same.
 */
class JsonTextEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    /// A row of text in sight, for the gutter.
    struct Row
    {
        int number = 0; ///< from 0
        int top = 0;    ///< in the viewport's pixels
        int height = 0; ///< of its first line
    };

    explicit JsonTextEdit(QWidget *parent = nullptr);

    /// The text with \n as the only line end. Unlike toPlainText() it keeps no-break spaces.
    QString exactText() const;
    /// @p text as this edit can hold it: what a document takes for an end of line becomes one, or
    /// is spelled as its JSON escape.
    static QString editable(QString text);
    /// Replaces what is different, as one step that can be undone; the cursor stays at its text.
    /// What was there before the first text is nothing to go back to.
    void replaceText(const QString &whole);
    /// The same for text of which only white space is another one: the cursor keeps its word.
    void replaceLayout(const QString &text);

    void setMarks(const QList<JsonMark> &marks);
    /// Those of one row, in words; empty for none.
    QString problemsInRow(int number) const;
    enum class RowMark { None, Schema, Syntax };
    RowMark rowMark(int number) const;
    void setMatches(const QList<TextMatch> &matches);

    QList<Row> visibleRows() const;
    void goTo(int position, int length = 0);
    void goToRow(int number);
    /// What is selected, or where the cursor is.
    TextMatch selectedRange() const;
    bool isSelected(const TextMatch &match) const;

protected:
    bool event(QEvent *event) override;
    QMimeData *createMimeDataFromSelection() const override;
    void insertFromMimeData(const QMimeData *source) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    /// A mark that moves with the text until the next review.
    struct Place
    {
        QTextCursor cursor;
        JsonMark mark;
    };
    QString shownText() const;
    QTextCursor cursorOver(const TextMatch &range) const;
    void placeGutter();
    void updateSelections();
    bool showProblemAt(QPoint position, QPoint global);
    QTextEdit::ExtraSelection selection(const QTextCursor &cursor, const QColor &background) const;

    JsonGutter *m_gutter;
    JsonFolds m_folds;
    QList<Place> m_places;
    QList<QTextCursor> m_matches;
};

} // namespace McpUi
