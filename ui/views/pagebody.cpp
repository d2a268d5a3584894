// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/pagebody.h"

#include "views/tooldetails.h"

#include <QtWidgets/qtabbar.h>

namespace McpUi {

PageBody::PageBody(QWidget *callSide, QWidget *parent)
    : QStackedWidget(parent)
    , m_callSide(callSide)
{
    addWidget(callSide);
}

void PageBody::setTool(const Mcp::Tool &tool)
{
    m_tool = tool;
    if (m_details)
        m_details->setTool(tool);
}

bool PageBody::isDetailsShown() const { return m_details && currentWidget() == m_details; }

void PageBody::showDetails(bool shown)
{
    if (shown == isDetailsShown() || (shown && m_tool.name().isEmpty()))
        return;
    if (!shown) {
        setCurrentWidget(m_callSide);
        emit detailsShown(false);
        return;
    }
    if (!m_details) {
        m_details = new ToolDetails(this);
        m_details->setMarkdown(m_markdown);
        m_details->setTool(m_tool);
        connect(m_details, &ToolDetails::markdownChosen, this, [this](bool enabled) {
            m_markdown = enabled;
            emit markdownChosen(enabled);
        });
        connect(m_details, &ToolDetails::saveRequested, this, &PageBody::saveRequested);
        addWidget(m_details);
    }
    setCurrentWidget(m_details);
    m_details->tabBar()->setFocus(Qt::OtherFocusReason);
    emit detailsShown(true);
}

void PageBody::toggleDetails() { showDetails(!isDetailsShown()); }

void PageBody::setMarkdown(bool enabled)
{
    m_markdown = enabled;
    if (m_details)
        m_details->setMarkdown(enabled);
}

} // namespace McpUi
