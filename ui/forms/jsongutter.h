// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtWidgets/qwidget.h>

namespace McpUi {

class JsonTextEdit;

/// The line numbers left of a JsonTextEdit. The current row's number stands out; rows with a
/// problem have a sign (a disc for syntax, a triangle for what breaks the schema) and its words as
/// a tool tip. A click goes to the row. Child of the edit, which places it.
class JsonGutter : public QWidget
{
    Q_OBJECT

public:
    explicit JsonGutter(JsonTextEdit *edit);

    /// Wide enough for the numbers of the present text.
    QSize sizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    int rowAt(int y) const;
    void paintSign(QPainter &painter, int top, int height, bool isSyntax) const;

    JsonTextEdit *m_edit;
};

} // namespace McpUi
