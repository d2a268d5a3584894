// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtWidgets/qtabbar.h>

namespace McpUi {

/// The tabs of the open tools. However many there are, the beginnings of their names can be read:
/// Qt would cut them to two letters before it scrolls. Owned by PageTabs.
class PageTabBar : public QTabBar
{
    Q_OBJECT

public:
    using QTabBar::QTabBar;

protected:
    QSize minimumTabSizeHint(int index) const override;
};

} // namespace McpUi
