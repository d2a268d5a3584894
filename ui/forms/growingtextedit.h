// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtWidgets/qplaintextedit.h>

class QToolButton;

namespace McpUi {

/*!
 * A plain text edit that is as high as its text, between two line counts. Tab moves on instead of
 * inserting, so that a form stays usable by keyboard. Reads and writes text to the letter. Of a
 * text that takes long to lay out it shows the beginning, until somebody asks to edit all of it.
 */
class GrowingTextEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    GrowingTextEdit(int minimumLines, int maximumLines, QWidget *parent = nullptr);

    static constexpr qsizetype kMostCharacters = 50'000; ///< some 30 ms, in one row
    static constexpr qsizetype kMostLines = 5000;        ///< some 15 ms

    /// The text with \n as the only line end. Unlike toPlainText() it keeps no-break spaces.
    QString exactText() const;
    /// False, with nothing changed, when the text has characters that the widget would replace
    /// (carriage returns, paragraph separators).
    bool setExactText(const QString &text);

    /// As the base's, but a long row or text does not hold up the window.
    void setPlainText(const QString &text);
    void clear() { setPlainText({}); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void insertFromMimeData(const QMimeData *source) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void adjustHeight();
    void keep(const QString &text);
    void editAll();
    void placeButton();

    QString m_kept; ///< of which the beginning is shown; else empty
    QToolButton *m_editAll = nullptr;
    int m_minimumLines;
    int m_maximumLines;
};

} // namespace McpUi
