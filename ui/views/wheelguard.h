// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qobject.h>

class QAbstractScrollArea;

namespace McpUi {

/// Keeps a scrolling view inside a scrolling page from catching the wheel: it turns the view only
/// while that has the focus (or fills the page) and can go further; else the page scrolls.
class WheelGuard : public QObject
{
    Q_OBJECT

public:
    /// Child of @p view.
    explicit WheelGuard(QAbstractScrollArea *view);

    void setFilling(bool filling) { m_filling = filling; }

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QAbstractScrollArea *m_view;
    bool m_filling = false;
};

} // namespace McpUi
