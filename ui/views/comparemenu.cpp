// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/comparemenu.h"

#include <QtWidgets/qmenu.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

CompareMenu::CompareMenu(QWidget *parent)
    : CompactButton(parent)
    , m_nothing(u"There is no other result of this tool"_s)
    , m_menu(new QMenu(this))
{
    setObjectName(u"compareResult"_s);
    setText(u"Compare…"_s);
    setAccessibleName(u"Compare the result with another one"_s);
    setToolTip(accessibleName());
    setPopupMode(QToolButton::InstantPopup);
    m_menu->setObjectName(u"compareMenu"_s);
    setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &CompareMenu::fill);
}

void CompareMenu::fill()
{
    m_menu->clear();
    const QList<ComparableResult> results = m_source ? m_source() : QList<ComparableResult>();
    if (results.isEmpty())
        m_menu->addAction(m_nothing)->setEnabled(false);
    QString group;
    for (const ComparableResult &result : results) {
        if (result.group != group)
            m_menu->addSection(result.group);
        group = result.group;
        // An ampersand in a server's name is no mnemonic.
        QAction *action = m_menu->addAction(QString(result.title).replace(u'&', "&&"_L1));
        connect(action, &QAction::triggered, this, [this, result] { emit chosen(result); });
    }
}

} // namespace McpUi
