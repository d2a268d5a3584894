// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/pagebody.h"

#include "views/subjectdetails.h"

#include <QtWidgets/qtabbar.h>

namespace McpUi {

PageBody::PageBody(QWidget *callSide, QWidget *parent)
    : QStackedWidget(parent)
    , m_callSide(callSide)
{
    addWidget(callSide);
}

void PageBody::setInfo(const SubjectInfo &info)
{
    m_info = info;
    if (m_details)
        m_details->setInfo(info);
}

bool PageBody::isDetailsShown() const { return m_details && currentWidget() == m_details; }

void PageBody::showDetails(bool shown)
{
    if (shown == isDetailsShown() || (shown && !m_info.isListed()))
        return;
    if (!shown) {
        setCurrentWidget(m_callSide);
        emit detailsShown(false);
        return;
    }
    if (!m_details) {
        m_details = new SubjectDetails(this);
        m_details->setMarkdown(m_markdown);
        m_details->setInfo(m_info);
        connect(m_details, &SubjectDetails::markdownChosen, this, [this](bool enabled) {
            m_markdown = enabled;
            emit markdownChosen(enabled);
        });
        connect(m_details, &SubjectDetails::saveRequested, this, &PageBody::saveRequested);
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
