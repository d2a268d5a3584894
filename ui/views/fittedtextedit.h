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

    /// 0: as high as the surroundings let it be.
    void setMaximumLines(int lines);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void fit();
    int margins() const;

    int m_maximumLines = kUsualLines;
};

} // namespace McpUi
