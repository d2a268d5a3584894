// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtWidgets/qlayout.h>

#include <memory>
#include <vector>

namespace McpUi {

/// Buttons in one row at the right, or, where that is too narrow, in as many rows as it takes.
class FlowLayout : public QLayout
{
    Q_OBJECT

public:
    explicit FlowLayout(QWidget *parent = nullptr);
    ~FlowLayout() override;

    /// False: one row, whatever the width; the layout then claims it.
    void setWrapping(bool wrapping);

    void addItem(QLayoutItem *item) override;
    int count() const override;
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return arrange(QRect(0, 0, width, 0), false); }
    void setGeometry(const QRect &rect) override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;

private:
    /// The height that it takes.
    int arrange(const QRect &area, bool place) const;
    void placeRow(const QRect &area, int first, int end, int top, int height) const;

    bool m_wrapping = true;
    std::vector<std::unique_ptr<QLayoutItem>> m_items;
};

} // namespace McpUi
