// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtWidgets/qplaintextedit.h>

namespace McpUi {

/*!
 * Text to read and select, as high as it needs to be up to a number of lines, then with a scroll
 * bar of its own. Looks at no more lines than it may show, so its cost does not grow with the text.
 */
class FittedTextEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    static constexpr int kUsualLines = 24;

    explicit FittedTextEdit(QWidget *parent = nullptr);

    /// Shows what turns the direction of @p text around as \uXXXX; copied it is what it was.
    void setExactText(const QString &text);
    /// 0: as high as the surroundings let it be.
    void setMaximumLines(int lines);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    QMimeData *createMimeDataFromSelection() const override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void fit();
    int margins() const;

    /// A character of the text that is shown as an escape.
    struct Escape
    {
        int position = 0; ///< of the escape, in what is shown
        QChar character;
    };

    QList<Escape> m_escapes;
    int m_maximumLines = kUsualLines;
};

} // namespace McpUi
