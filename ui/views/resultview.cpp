// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/resultview.h"

namespace McpUi {

ResultView::ResultView(QWidget *parent)
    : QWidget(parent)
{}

ResultView::~ResultView() = default;

void ResultView::setOutcome(const CallOutcome &) {}
void ResultView::clear() {}

} // namespace McpUi
