// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtWidgets/qplaintextedit.h>

namespace McpUi {

/*!
 * A plain text edit that is as high as its text, between two line counts. Tab moves on instead of
 * inserting, so that a form stays usable by keyboard. Reads and writes text to the letter.
 */
class GrowingTextEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    GrowingTextEdit(int minimumLines, int maximumLines, QWidget *parent = nullptr);

    /// The text with \n as the only line end. Unlike toPlainText() it keeps no-break spaces.
    QString exactText() const;
    /// False, with nothing changed, when the text has characters that the widget would replace
    /// (carriage returns, paragraph separators).
    bool setExactText(const QString &text);

    /// As the base's, but a long row does not hold up the window.
    void setPlainText(const QString &text);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void insertFromMimeData(const QMimeData *source) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void adjustHeight();

    int m_minimumLines;
    int m_maximumLines;
};

} // namespace McpUi
