// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/background.h"

#include <QtWidgets/qwidget.h>

class QLabel;
class QSyntaxHighlighter;
class QPlainTextEdit;
class QToolButton;

namespace McpUi {

/*!
 * One message as pretty-printed JSON text, exactly as received but for white space between tokens.
 * Long ones are re-indented off the GUI thread and shown in slices, so no text widget ever holds
 * more than it can lay out at once.
 */
class PayloadView : public QWidget
{
    Q_OBJECT

public:
    static constexpr qsizetype sliceBytes = 128 * 1024;

    /// @p name becomes part of the objectNames, so that two views in a window stay apart.
    explicit PayloadView(const QString &name, QWidget *parent = nullptr);

    /// @p title and @p note are plain text; @p note is for what is missing or odd.
    void setPayload(const QString &title, const QByteArray &payload, const QString &note = {});
    /// Something that is no JSON.
    void setText(const QString &title, const QString &text);
    void clear();

private:
    void setTitle(const QString &title);
    void takePretty(const QByteArray &text);
    void setHighlighted(bool on);
    void showSlice(qsizetype begin);
    void showPrevious();
    qsizetype endOfSlice(qsizetype begin) const;
    void copyAll() const;

    QLabel *m_title;
    QLabel *m_position;
    QToolButton *m_previous;
    QToolButton *m_next;
    QToolButton *m_copy;
    QPlainTextEdit *m_edit;
    QSyntaxHighlighter *m_highlighter;
    QByteArray m_payload;
    QByteArray m_text;
    QList<qsizetype> m_begins; ///< of the slices up to the one shown
    BackgroundJob<QByteArray> m_indenting;
};

} // namespace McpUi
