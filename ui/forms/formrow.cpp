// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/formrow.h"

#include "forms/elidinglabel.h"
#include "forms/formcontext.h"
#include "forms/linkbutton.h"
#include "forms/problemtext.h"
#include "forms/statebutton.h"
#include "forms/tones.h"
#include "forms/valueslot.h"
#include "forms/wrappedlabel.h"
#include "schema/schemawords.h"

#include <QtGui/qevent.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qgridlayout.h>
#include <QtWidgets/qmenu.h>
#include <QtWidgets/qtoolbutton.h>

namespace McpUi {

using namespace Qt::Literals::StringLiterals;
using Mcp::SchemaProblem;

namespace {

enum GridColumn { FoldColumn, LeadColumn, ValueColumn, ButtonColumn };
enum GridRow { HeadRow, BodyRow, ProblemRow, NoteRow };

constexpr Qt::KeyboardModifiers kControlShift = Qt::ControlModifier | Qt::ShiftModifier;

Qt::KeyboardModifiers modifiers(const QKeyEvent *event)
{
    return event->modifiers() & ~Qt::KeypadModifier;
}

} // namespace

FormRow::FormRow(QWidget *lead, const FormContext &context, int depth, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_depth(depth)
    , m_lead(lead)
    , m_grid(new QGridLayout(this))
    , m_fold(new LinkButton(u"▾"_s, this))
    , m_summary(new ElidingLabel({}, this))
    , m_problem(new WrappedLabel(this))
    , m_up(addButton(u"▴"_s))
    , m_down(addButton(u"▾"_s))
    , m_remove(addButton(u"✕"_s))
{
    Tones::apply(m_summary, Tones::Tone::Dim);
    Tones::apply(m_problem, Tones::Tone::Error);
    m_problem->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_problem->hide();
    m_open = FormContext::opensByItself(depth);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(4);
    m_grid->setVerticalSpacing(2);
    m_grid->addWidget(m_fold, HeadRow, FoldColumn, Qt::AlignTop);
    m_grid->addWidget(m_lead, HeadRow, LeadColumn, Qt::AlignTop);
    m_grid->addWidget(m_summary, HeadRow, ValueColumn);
    m_grid->addWidget(m_problem, ProblemRow, LeadColumn, 1, -1);
    m_grid->setColumnStretch(ValueColumn, 1);
    connect(m_fold, &QAbstractButton::clicked, this, [this] { setOpen(!m_open); });
    connect(m_up, &QToolButton::clicked, this, [this] { emit moveRequested(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { emit moveRequested(1); });
    connect(m_remove, &QToolButton::clicked, this, &FormRow::removeRequested);
}

void FormRow::addNote(QWidget *note) { m_grid->addWidget(note, NoteRow, LeadColumn, 1, -1); }

void FormRow::setNode(const Mcp::SchemaNode &node, const QString &name)
{
    Mcp::RawJson kept;
    if (m_slot) {
        kept = m_slot->value();
        m_slot->hide(); // the focus leaves while everything is still there
        delete m_state;
        delete m_slot;
    }
    m_slot = new ValueSlot(node, m_context, name, m_depth, this);
    m_slot->setRequired(true);
    m_state = new StateButton(m_slot, this);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(0);
    for (QWidget *button : { static_cast<QWidget *>(m_state), static_cast<QWidget *>(m_up),
                             static_cast<QWidget *>(m_down), static_cast<QWidget *>(m_remove) })
        buttons->addWidget(button, 0, Qt::AlignTop);
    if (QLayoutItem *old = m_grid->itemAtPosition(HeadRow, ButtonColumn)) {
        m_grid->removeItem(old);
        delete old;
    }
    m_grid->addLayout(buttons, HeadRow, ButtonColumn, Qt::AlignTop);
    connectSlot();
    if (!kept.isAbsent())
        m_slot->setValue(kept);
    setIdentity(m_path, m_name);
    updateShape();
}

void FormRow::connectSlot()
{
    connect(m_slot, &ValueSlot::edited, this, &FormRow::edited);
    connect(m_slot, &ValueSlot::left, this, &FormRow::left);
    connect(m_slot, &ValueSlot::confirmed, this, &FormRow::confirmed);
    connect(m_slot, &ValueSlot::shapeChanged, this, &FormRow::updateShape);
    connect(m_slot, &ValueSlot::stateChanged, this, &FormRow::updateFold);
    connect(m_slot, &ValueSlot::clearRequested, this, &FormRow::requestClear);
    connect(m_state, &StateButton::clearRequested, this, &FormRow::requestClear);
    connect(m_state, &StateButton::menuFilled, this, &FormRow::fillMenu);
}

void FormRow::setFixed()
{
    m_fixed = true;
    for (QToolButton *button : { m_up, m_down, m_remove })
        button->hide();
}

/// A list has no absent items: leaving one out removes its row.
void FormRow::requestClear()
{
    if (m_fixed)
        m_slot->leaveOut();
    else
        emit removeRequested();
}

void FormRow::setIdentity(const QString &path, const QString &name)
{
    m_path = path;
    m_name = name;
    m_slot->setIdentity(path, name);
    m_state->setIdentity(path, name);
    m_problem->setObjectName("problem:"_L1 + path);
    m_fold->setObjectName("fold:"_L1 + path);
    m_fold->setAccessibleName(tr("Contents of %1").arg(name));
    const auto identify = [&](QToolButton *button, const QString &what, const QString &text,
                              const QString &key) {
        button->setObjectName(what + u':' + path);
        button->setAccessibleName(tr("%1: %2").arg(text, name));
        button->setToolTip(text + " ("_L1 + key + u')');
    };
    identify(m_up, u"up"_s, tr("Move up"), tr("Alt+Up"));
    identify(m_down, u"down"_s, tr("Move down"), tr("Alt+Down"));
    identify(m_remove, u"remove"_s, tr("Remove"), tr("Ctrl+Shift+Delete"));
}

void FormRow::setPlace(int index, int count)
{
    m_up->setEnabled(index > 0);
    m_down->setEnabled(index + 1 < count);
}

void FormRow::collectInputProblems(const Mcp::JsonPointer &at, QList<SchemaProblem> &problems) const
{
    if (m_slot->state() == ValueSlot::State::Value)
        m_slot->editor()->collectInputProblems(at, problems);
}

void FormRow::placeProblems(const QList<SchemaProblem> &problems, bool all)
{
    const QList<SchemaProblem> rest = m_slot->editor()->placeProblems(problems, all);
    showProblems(m_problem, all || m_slot->isTouched() ? rest : QList<SchemaProblem>());
}

bool FormRow::isBroken() const
{
    return m_slot->state() == ValueSlot::State::Value && m_slot->editor()->isBroken();
}

void FormRow::reveal(const Mcp::JsonPointer &pointer)
{
    setOpen(true);
    m_slot->editor()->reveal(pointer);
}

void FormRow::setOpen(bool open)
{
    m_open = open;
    if (m_slot->isGroup())
        m_slot->editor()->setOpen(open);
    updateFold();
}

void FormRow::updateShape()
{
    const bool group = m_slot->isGroup();
    m_grid->setContentsMargins(0, 0, 0, group ? 5 : 0);
    m_grid->removeWidget(m_slot);
    if (group)
        m_grid->addWidget(m_slot, BodyRow, LeadColumn, 1, -1);
    else
        m_grid->addWidget(m_slot, HeadRow, ValueColumn, Qt::AlignTop);
    m_slot->show();
    if (group)
        m_slot->editor()->setOpen(m_open);
    updateFold();
}

void FormRow::updateFold()
{
    const bool group = m_slot->isGroup();
    m_fold->setVisible(group);
    m_fold->setText(m_open ? u"▾"_s : u"▸"_s);
    m_summary->setVisible(group);
    if (group) {
        const Mcp::RawJson value = m_open ? Mcp::RawJson() : m_slot->value();
        m_summary->setText(value.isAbsent() ? QString() : Mcp::SchemaWords::value(value, 80));
    }
}

void FormRow::fillMenu(QMenu *menu)
{
    menu->addSeparator();
    if (!m_fixed) {
        menu->addAction(tr("Duplicate\tCtrl+D"), this, &FormRow::duplicateRequested)
                ->setObjectName(u"duplicate"_s);
    }
    menu->addAction(tr("Paste JSON below\tCtrl+Shift+V"), this, &FormRow::pasteRequested)
            ->setObjectName(u"pasteJson"_s);
}

bool FormRow::isRowKey(const QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
        return modifiers(event) == Qt::AltModifier;
    case Qt::Key_D:
        return modifiers(event) == Qt::ControlModifier;
    case Qt::Key_V:
    case Qt::Key_Delete:
        return modifiers(event) == kControlShift;
    default:
        return false;
    }
}

void FormRow::keyPressEvent(QKeyEvent *event)
{
    if (!isRowKey(event) || (m_fixed && event->key() != Qt::Key_V)) {
        QWidget::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Up:
        emit moveRequested(-1);
        break;
    case Qt::Key_Down:
        emit moveRequested(1);
        break;
    case Qt::Key_D:
        emit duplicateRequested();
        break;
    case Qt::Key_V:
        emit pasteRequested();
        break;
    default:
        emit removeRequested();
    }
}

QToolButton *FormRow::addButton(const QString &text)
{
    auto *button = new QToolButton(this);
    button->setText(text);
    button->setAutoRaise(true);
    // The keys do the same; a Tab through a long list should meet its values only.
    button->setFocusPolicy(Qt::NoFocus);
    return button;
}

} // namespace McpUi
