// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/resultkeys.h"

#include "views/searchkeys.h"

#include <QtCore/qcoreapplication.h>
#include <QtGui/qevent.h>
#include <QtWidgets/qtabbar.h>
#include <QtWidgets/qtabwidget.h>

namespace McpUi {

ResultKeys::ResultKeys(QTabWidget *tabs, QWidget *content, QWidget *raw, QWidget *view)
    : QObject(view)
    , m_tabs(tabs)
    , m_content(content)
    , m_raw(raw)
{
    view->installEventFilter(this);
    connect(m_tabs->tabBar(), &QTabBar::tabBarClicked, this, [this](int tab) {
        if (tab >= 0 && m_tabs->isTabEnabled(tab))
            m_tabs->widget(tab)->setFocus(Qt::MouseFocusReason);
    });
}

bool ResultKeys::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    if (!SearchKeys::isSearchKey(*static_cast<QKeyEvent *>(event)))
        return false;
    QWidget *page = m_tabs->currentWidget();
    if (page == m_content)
        page = m_raw;
    if (!m_tabs->isTabEnabled(m_tabs->indexOf(page)))
        return false;
    if (event->type() == QEvent::KeyPress)
        m_tabs->setCurrentWidget(page);
    return QCoreApplication::sendEvent(page, event) && event->isAccepted();
}

} // namespace McpUi
