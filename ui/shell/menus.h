// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

class QMenuBar;
class QToolBar;

namespace McpUi {

class Actions;

/// Puts the actions into the menu bar, with mnemonics, and the most used into the tool bar.
void fillMenuBar(QMenuBar *bar, const Actions &actions);
void fillToolBar(QToolBar *bar, const Actions &actions);

} // namespace McpUi
