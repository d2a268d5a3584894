// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/callpage.h"

namespace McpUi {

CallPage::CallPage(Mcp::Orchestrator *orchestrator, const QString &serverName,
                   const QString &toolName, QWidget *parent)
    : QWidget(parent)
    , m_orchestrator(orchestrator)
    , m_serverName(serverName)
    , m_toolName(toolName)
{}

CallPage::~CallPage() = default;

QString CallPage::title() const { return m_toolName; }

Mcp::RawJson CallPage::arguments() const { return m_arguments; }

void CallPage::setArguments(const Mcp::RawJson &arguments)
{
    m_arguments = arguments;
    emit stateChanged();
}

Mcp::RawJson CallPage::saveState() const { return m_arguments; }

void CallPage::restoreState(const Mcp::RawJson &state) { m_arguments = state; }

bool CallPage::isRunning() const { return m_orchestrator == nullptr; }

void CallPage::call() {}
void CallPage::cancel() {}
void CallPage::toggleJson() {}

} // namespace McpUi
