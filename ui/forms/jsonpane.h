// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "forms/jsonmarks.h"
#include "models/background.h"
#include "json/jsonpointer.h"

#include <QtCore/qtimer.h>
#include <QtWidgets/qwidget.h>

class QToolButton;

namespace McpUi {

class JsonFindBar;
class JsonStatus;
class JsonTextEdit;

/*!
 * The JSON side of an ArgumentEditor: the text, what is wrong with it and where, find, and buttons
 * that lay it out anew. The text is never changed by itself; whatever changes it can be undone,
 * also when it was replaced from outside. Checks long texts off the GUI thread.
 */
class JsonPane : public QWidget
{
    Q_OBJECT

public:
    explicit JsonPane(QWidget *parent = nullptr);
    ~JsonPane() override;

    QByteArray text() const;
    /// Nothing happens when it is the text already, so that one can go on undoing.
    void setText(const QByteArray &text);
    /// What the text is, for a screen reader; the arguments unless told.
    void setTextName(const QString &name);
    /// What is said of an empty text, see JsonStatus.
    void setBlankNote(const QString &note);
    /// What values are checked against.
    void setSchema(const Mcp::SchemaDocument &schema);
    /// What is wrong with the text. Of a text over 256 KiB it may be that of a moment ago;
    /// reviewed() follows.
    const JsonReview &review();

    /// Find, Format and Compact, to be placed where there is room; owned by the pane until then.
    QWidget *tools() const { return m_tools; }
    /// Selects the value at @p pointer, or the place of the syntax error.
    void reveal(const Mcp::JsonPointer &pointer);
    void focusEdit();

public slots:
    /// Lays it out with a level a row, or all in one row; values keep every character.
    void format();
    void compact();
    void find();
    /// Goes to the next problem behind the cursor, or the one before it; round the ends.
    void nextProblem();
    void previousProblem();

signals:
    void edited();
    /// review() is that of the present text, a little after edited().
    void reviewed();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QToolButton *addTool(const QString &name, const QString &text, const QString &description);
    void onTextChanged();
    void reviewLater();
    void startReview();
    void takeReview(const JsonReview &review);
    void stepProblem(bool forward);
    void layOut(const QByteArray &laidOut);

    JsonTextEdit *m_edit;
    JsonFindBar *m_find;
    JsonStatus *m_status;
    QWidget *m_tools;
    Mcp::SchemaDocument m_schema;
    JsonReview m_review;
    int m_problem = 0;       ///< the one that is shown
    bool m_reviewed = false; ///< m_review is that of the text
    QTimer m_timer;
    BackgroundJob<JsonReview> m_job;
    QString m_shown;             ///< what the edit holds
    mutable QByteArray m_source; ///< the same as bytes, as they came if they came from outside
    mutable bool m_sourceStale = false;
    bool m_setting = false;
};

} // namespace McpUi
