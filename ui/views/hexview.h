// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "views/clipboardjob.h"

#include <QtWidgets/qabstractscrollarea.h>

namespace McpUi {

/*!
 * Bytes of any number, sixteen a line: where they are, in hexadecimal, and as ASCII. Only the lines
 * in sight are made. Bytes are selected with the mouse or Shift and the arrows and copied as
 * hexadecimal (Ctrl+C) or as text.
 */
class HexView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    /// More bytes than these are for a file, not for the clipboard.
    static constexpr qsizetype kMaxCopied = 4 * 1024 * 1024;

    explicit HexView(QWidget *parent = nullptr);
    ~HexView() override;

    void setBytes(const QByteArray &bytes);
    qsizetype lineCount() const;
    int lineHeight() const { return fontMetrics().lineSpacing(); }
    QByteArray selectedBytes() const;

public slots:
    void selectAll();
    void copyHex();
    void copyText();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void paintLine(QPainter &painter, qsizetype line, int top) const;
    void paintByte(QPainter &painter, qsizetype at, int top) const;
    bool isSelected(qsizetype at) const;
    int charWidth() const;
    int offsetDigits() const;
    /// Character columns of byte @p column of a line.
    int hexColumn(int column) const;
    int asciiColumn(int column) const;
    qsizetype byteAt(QPoint position) const;
    void moveTo(qsizetype at, bool select);
    void updateScrollBars();
    void copy(const std::function<QString(const QByteArray &)> &make);

    QByteArray m_bytes;
    qsizetype m_anchor = 0;
    qsizetype m_cursor = 0;
    bool m_selected = false; ///< both ends of the selection are part of it
    ClipboardJob m_copying;
};

} // namespace McpUi
