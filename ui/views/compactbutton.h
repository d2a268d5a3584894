// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtWidgets/qtoolbutton.h>

namespace McpUi {

/// A tool button with a word, that can do with its icon where there is no room for the word. The
/// parent decides; without an icon the word stays.
class CompactButton : public QToolButton
{
    Q_OBJECT

public:
    explicit CompactButton(QWidget *parent = nullptr);

    void setCompact(bool compact);
    /// What it takes, in pixels, whichever it shows now.
    int widthOf(bool compact) const;
};

} // namespace McpUi
