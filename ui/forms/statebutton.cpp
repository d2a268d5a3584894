// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/statebutton.h"

#include "forms/valueslot.h"
#include "schema/schemawords.h"

#include <QtGui/qclipboard.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qmenu.h>

namespace McpUi {

using namespace Qt::Literals::StringLiterals;
using Mcp::RawJson;

StateButton::StateButton(ValueSlot *slot, QWidget *parent)
    : QToolButton(parent)
    , m_slot(slot)
    , m_menu(new QMenu(this))
{
    setAutoRaise(true);
    setPopupMode(QToolButton::InstantPopup);
    setMenu(m_menu);
    setStyleSheet(u"QToolButton::menu-indicator { image: none; width: 0; }"_s);
    setToolTip(tr("What is sent: leave out (Ctrl+Delete), null (Ctrl+0), empty, default, JSON. "
                  "Alt+Return in the field opens this menu."));
    setFocusPolicy(Qt::ClickFocus); // Tab goes from value to value
    connect(m_menu, &QMenu::aboutToShow, this, &StateButton::fillMenu);
    connect(slot, &ValueSlot::stateChanged, this, &StateButton::updateText);
    connect(slot, &ValueSlot::shapeChanged, this, &StateButton::updateText);
    connect(slot, &ValueSlot::menuRequested, this, &QToolButton::showMenu);
    updateText();
}

void StateButton::setIdentity(const QString &path, const QString &name)
{
    setObjectName("state:"_L1 + path);
    m_name = name;
    updateText();
}

QString StateButton::stateText() const
{
    // Only what the editor does not say itself.
    const bool speaks = m_slot->isGroup();
    switch (m_slot->state()) {
    case ValueSlot::State::Absent:
        return speaks ? tr("not set") : u"⋯"_s;
    case ValueSlot::State::Null:
        return tr("null");
    case ValueSlot::State::Value:
        break;
    }
    if (m_slot->isJson())
        return tr("JSON");
    const RawJson value = m_slot->value(); // kept: a view alone would outlive its bytes
    if (value.view() == "[]" || value.view() == "{}")
        return value.isArray() ? tr("empty list") : tr("empty object");
    return value.view() == "\"\"" ? tr("empty") : u"⋯"_s;
}

void StateButton::updateText()
{
    const QString state = stateText();
    setText(state);
    setAccessibleName(state == "⋯"_L1 ? tr("State of %1").arg(m_name)
                                      : tr("State of %1: %2").arg(m_name, state));
}

void StateButton::fillMenu()
{
    m_menu->clear();
    const Mcp::SchemaNode &node = m_slot->node();
    QAction *leaveOut =
            m_menu->addAction(tr("Leave out\tCtrl+Del"), this, &StateButton::clearRequested);
    leaveOut->setObjectName(u"leaveOut"_s);
    leaveOut->setEnabled(m_slot->state() != ValueSlot::State::Absent);
    QAction *null = m_menu->addAction(node.nullable ? tr("Set to null\tCtrl+0")
                                                    : tr("Set to null (not allowed)\tCtrl+0"),
                                      m_slot, &ValueSlot::makeNull);
    null->setObjectName(u"makeNull"_s);
    addEmpty();
    if (!node.defaultValue.isAbsent()) {
        addValue(tr("Use the default: %1").arg(Mcp::SchemaWords::value(node.defaultValue)),
                 node.defaultValue, u"useDefault"_s);
    }
    for (const RawJson &example : node.examples.first(qMin(node.examples.size(), 5))) {
        addValue(tr("Use the example: %1").arg(Mcp::SchemaWords::value(example)), example,
                 u"useExample"_s);
    }
    m_menu->addSeparator();
    QAction *json = m_menu->addAction(tr("Edit as JSON"));
    json->setObjectName(u"editAsJson"_s);
    json->setCheckable(true);
    json->setChecked(m_slot->isJson());
    connect(json, &QAction::triggered, m_slot, &ValueSlot::setJson);
    QAction *copy = m_menu->addAction(tr("Copy as JSON"), m_slot, [slot = m_slot] {
        QApplication::clipboard()->setText(QString::fromUtf8(slot->value().view()));
    });
    copy->setEnabled(m_slot->state() != ValueSlot::State::Absent);
    emit menuFilled(m_menu);
}

void StateButton::addEmpty()
{
    const RawJson empty = m_slot->editor()->emptyValue();
    if (empty.isString())
        addValue(tr("Set to the empty text"), empty, u"makeEmpty"_s);
    else if (empty.isArray())
        addValue(tr("Set to the empty list"), empty, u"makeEmpty"_s);
    else if (empty.isObject())
        addValue(tr("Set to the empty object"), empty, u"makeEmpty"_s);
}

void StateButton::addValue(const QString &text, const RawJson &value, const QString &objectName)
{
    QString label = text;
    QAction *action = m_menu->addAction(label.replace(u'&', "&&"_L1), m_slot,
                                        [slot = m_slot, value] { slot->use(value); });
    action->setObjectName(objectName);
}

} // namespace McpUi
