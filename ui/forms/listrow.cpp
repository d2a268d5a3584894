// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/listrow.h"

#include "forms/statebutton.h"
#include "forms/tones.h"
#include "forms/valueslot.h"
#include "forms/wrappedlabel.h"

#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qtoolbutton.h>

namespace McpUi {

using namespace Qt::Literals::StringLiterals;

ListRow::ListRow(const Mcp::SchemaNode &node, const FormContext &context, QWidget *parent)
    : QWidget(parent)
    , m_slot(new ValueSlot(node, context, {}, 1, this))
    , m_state(new StateButton(m_slot, this))
    , m_number(new QLabel(this))
    , m_problem(new WrappedLabel(this))
    , m_up(addButton(u"▴"_s))
    , m_down(addButton(u"▾"_s))
    , m_remove(addButton(u"✕"_s))
{
    Tones::apply(m_number, Tones::Tone::Dim);
    Tones::apply(m_problem, Tones::Tone::Error);
    m_problem->hide();
    m_number->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_number->setContentsMargins(0, 4, 0, 0);
    m_number->setMinimumWidth(fontMetrics().horizontalAdvance(u"00"_s));

    auto *line = new QHBoxLayout;
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(2);
    line->addWidget(m_number, 0, Qt::AlignTop);
    line->addSpacing(4);
    line->addWidget(m_slot, 1);
    for (QWidget *button : { static_cast<QWidget *>(m_state), static_cast<QWidget *>(m_up),
                             static_cast<QWidget *>(m_down), static_cast<QWidget *>(m_remove) })
        line->addWidget(button, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(line);
    layout->addWidget(m_problem);

    m_slot->setRequired(true);
    m_slot->setMovable();
    connect(m_up, &QToolButton::clicked, this, [this] { emit m_slot->moveRequested(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { emit m_slot->moveRequested(1); });
    connect(m_remove, &QToolButton::clicked, this, &ListRow::removeRequested);
    connect(m_slot, &ValueSlot::clearRequested, this, &ListRow::removeRequested);
    connect(m_state, &StateButton::clearRequested, this, &ListRow::removeRequested);
}

void ListRow::setPlace(const QString &path, const QString &name, int index, int count)
{
    const QString own = path + u'/' + QString::number(index);
    const QString item = tr("%1, item %2").arg(name).arg(index + 1);
    m_number->setText(QString::number(index + 1));
    m_slot->setIdentity(own, item);
    m_state->setIdentity(own, item);
    m_problem->setObjectName("problem:"_L1 + own);
    const auto identify = [&](QToolButton *button, const QString &what, const QString &text,
                              const QString &key) {
        button->setObjectName(what + u':' + own);
        button->setAccessibleName(tr("%1: %2").arg(text, item));
        button->setToolTip(text + " ("_L1 + key + u')');
    };
    identify(m_up, u"up"_s, tr("Move up"), tr("Alt+Up"));
    identify(m_down, u"down"_s, tr("Move down"), tr("Alt+Down"));
    identify(m_remove, u"remove"_s, tr("Remove"), tr("Ctrl+Delete"));
    m_up->setEnabled(index > 0);
    m_down->setEnabled(index + 1 < count);
}

void ListRow::showProblem(const QString &text)
{
    m_problem->setText(text.isEmpty() ? text : u"✗ "_s + text);
    m_problem->setVisible(!text.isEmpty());
}

QToolButton *ListRow::addButton(const QString &text)
{
    auto *button = new QToolButton(this);
    button->setText(text);
    button->setAutoRaise(true);
    // The keys do the same; a Tab through a long list should meet its values only.
    button->setFocusPolicy(Qt::NoFocus);
    return button;
}

} // namespace McpUi
