// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/modeswitch.h"

#include "forms/modebutton.h"

#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qbuttongroup.h>

namespace McpUi {

ModeSwitch::ModeSwitch(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
    , m_layout(new QHBoxLayout(this))
{
    setObjectName(name);
    m_layout->setContentsMargins({});
    m_layout->setSpacing(0);
    connect(m_group, &QButtonGroup::idClicked, this, &ModeSwitch::chosen);
}

void ModeSwitch::add(int id, const QString &suffix, const QString &text, const QString &description)
{
    auto *button = new ModeButton(text, this);
    button->setObjectName(objectName() + suffix);
    button->setToolTip(description);
    button->setAccessibleName(description);
    m_group->addButton(button, id);
    m_layout->addWidget(button);
}

void ModeSwitch::setOffered(int id, bool offered) { m_group->button(id)->setVisible(offered); }

void ModeSwitch::setPossible(int id, bool possible, const QString &why)
{
    QAbstractButton *button = m_group->button(id);
    button->setEnabled(possible);
    button->setToolTip(possible ? button->accessibleName() : why);
    button->setAccessibleDescription(possible ? QString() : why);
}

bool ModeSwitch::isPossible(int id) const
{
    const QAbstractButton *button = m_group->button(id);
    return button && button->isEnabled() && !button->isHidden();
}

void ModeSwitch::setCurrent(int id) { m_group->button(id)->setChecked(true); }

} // namespace McpUi
