// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/rowstack.h"

#include "forms/formrow.h"
#include "forms/linkbutton.h"
#include "forms/tones.h"
#include "forms/valueslot.h"
#include "forms/wrappedlabel.h"
#include "json/jsontext.h"

#include <QtGui/qclipboard.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qtoolbutton.h>

namespace McpUi {

using namespace Qt::Literals::StringLiterals;
using Mcp::RawJson;
using Mcp::RawJsonMember;

namespace {

constexpr qsizetype kReach = 1000; ///< rows that are made without being asked for one by one

} // namespace

RowStack::RowStack(Kind kind, Factory make, Filler fill, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_make(std::move(make))
    , m_fill(std::move(fill))
    , m_layout(new QVBoxLayout(this))
    , m_more(new LinkButton({}, this))
    , m_add(new QToolButton(this))
    , m_paste(new QToolButton(this))
    , m_remark(new WrappedLabel(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(3);
    m_more->setTone(Tones::Tone::Key);
    m_more->hide();
    m_add->setText(kind == Kind::Items ? tr("+ add") : tr("+ add member"));
    m_add->setToolTip(tr("Add one at the end (Return in a row adds one below it)"));
    m_paste->setText(tr("paste"));
    m_paste->setToolTip(tr("Add what the clipboard holds as JSON (Ctrl+Shift+V in a row)"));
    for (QToolButton *button : { m_add, m_paste })
        button->setFocusPolicy(Qt::StrongFocus);
    m_paste->setAutoRaise(true);
    Tones::apply(m_remark, Tones::Tone::Warning);
    m_remark->hide();
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(4);
    buttons->addWidget(m_add);
    buttons->addWidget(m_paste);
    buttons->addStretch();
    m_layout->addWidget(m_more, 0, Qt::AlignLeft);
    m_layout->addLayout(buttons);
    m_layout->addWidget(m_remark);
    connect(m_more, &QAbstractButton::clicked, this, [this] {
        showMore(kBatch);
        emit rowsChanged();
    });
    connect(m_add, &QToolButton::clicked, this, [this] { addByHand(int(m_rows.size())); });
    connect(m_paste, &QToolButton::clicked, this, [this] { pasteJson(int(m_rows.size())); });
}

void RowStack::setValues(const QList<RawJsonMember> &values)
{
    say({});
    while (m_rows.size() > qMax<qsizetype>(values.size(), m_fixed))
        remove(m_rows.constLast());
    const qsizetype shown = qMin(values.size(), qMax(m_rows.size(), kBatch));
    for (qsizetype i = 0; i < shown; ++i)
        m_fill(i < m_rows.size() ? m_rows[i] : insert(int(i)), values[i].value, values[i].key);
    for (qsizetype i = shown; i < m_rows.size(); ++i)
        m_fill(m_rows[i], {}, {});
    m_tail = values.sliced(shown);
    settle();
}

FormRow *RowStack::insert(int index)
{
    FormRow *row = m_make(index);
    m_rows.insert(index, row);
    m_layout->insertWidget(index, row);
    row->show(); // now, not when the layout comes round to it
    connectRow(row);
    return row;
}

void RowStack::connectRow(FormRow *row)
{
    connect(row, &FormRow::edited, this, &RowStack::edited);
    connect(row, &FormRow::left, this, &RowStack::left);
    connect(row, &FormRow::confirmed, this,
            [this, row] { addByHand(int(m_rows.indexOf(row)) + 1); });
    connect(row, &FormRow::removeRequested, this, [this, row] { removeByHand(row); });
    connect(row, &FormRow::moveRequested, this, [this, row](int step) { move(row, step); });
    connect(row, &FormRow::duplicateRequested, this, [this, row] { duplicate(row); });
    connect(row, &FormRow::pasteRequested, this,
            [this, row] { pasteJson(int(m_rows.indexOf(row)) + 1); });
}

void RowStack::remove(FormRow *row)
{
    m_rows.removeOne(row);
    row->hide();
    row->deleteLater();
}

void RowStack::reach(qsizetype index)
{
    if (index < m_rows.size() || m_tail.isEmpty() || index > m_rows.size() + kReach)
        return;
    showMore(index + 1 - m_rows.size());
    emit rowsChanged();
}

void RowStack::showMore(qsizetype count)
{
    const QList<RawJsonMember> next = m_tail.first(qMin(count, m_tail.size()));
    m_tail.remove(0, next.size());
    for (const RawJsonMember &member : next) {
        FormRow *row = insert(int(m_rows.size()));
        m_fill(row, member.value, member.key);
    }
    settle();
}

void RowStack::settle()
{
    for (int i = 0; i < m_rows.size(); ++i) {
        // Within their own kind: nothing moves into or out of a fixed place.
        const bool fixed = i < m_fixed;
        m_rows[i]->setPlace(fixed ? 0 : i - m_fixed, fixed ? 1 : int(m_rows.size()) - m_fixed);
    }
    m_more->setVisible(!m_tail.isEmpty());
    m_more->setText(
            tr("▸ Show %1 more (%2 left)").arg(qMin(m_tail.size(), kBatch)).arg(m_tail.size()));
    m_more->setAccessibleName(m_more->text().sliced(2));
}

void RowStack::setIdentity(const QString &path, const QString &name)
{
    m_add->setObjectName("add:"_L1 + path);
    m_add->setAccessibleName(tr("Add to %1").arg(name));
    m_paste->setObjectName("paste:"_L1 + path);
    m_paste->setAccessibleName(tr("Add JSON from the clipboard to %1").arg(name));
    m_more->setObjectName("more:"_L1 + path);
    m_remark->setObjectName("remark:"_L1 + path);
}

void RowStack::setGrowing(bool growing)
{
    m_add->setVisible(growing);
    m_paste->setVisible(growing);
}

QWidget *RowStack::input() const
{
    return m_rows.isEmpty() ? m_add : m_rows.constFirst()->slot()->editor()->input();
}

void RowStack::addByHand(int index)
{
    if (m_add->isHidden())
        return;
    FormRow *row = insert(qMax(index, m_fixed));
    settle();
    sayBeforeTail();
    emit rowsChanged();
    emit rowAdded(row);
    emit edited();
}

void RowStack::removeByHand(FormRow *row)
{
    const qsizetype index = m_rows.indexOf(row);
    if (index < m_fixed)
        return;
    remove(row);
    settle();
    emit rowsChanged();
    if (m_rows.isEmpty())
        m_add->setFocus();
    else
        m_rows[qMin(index, m_rows.size() - 1)]->slot()->editor()->input()->setFocus();
    emit edited();
}

void RowStack::move(FormRow *row, int step)
{
    const qsizetype from = m_rows.indexOf(row);
    const qsizetype to = from + step;
    if (from < m_fixed || to < m_fixed || to >= m_rows.size())
        return;
    QWidget *focus = QApplication::focusWidget();
    const bool focused = focus && row->isAncestorOf(focus);
    m_rows.move(from, to);
    m_layout->removeWidget(row);
    m_layout->insertWidget(int(to), row);
    settle();
    emit rowsChanged();
    if (focused)
        focus->setFocus();
    emit edited();
}

void RowStack::duplicate(FormRow *row)
{
    const qsizetype index = m_rows.indexOf(row);
    if (index < m_fixed || m_add->isHidden())
        return;
    FormRow *copy = insert(int(index) + 1);
    settle();
    emit rowsChanged();
    emit rowDuplicated(row, copy);
    copy->slot()->editor()->input()->setFocus(Qt::OtherFocusReason);
    emit edited();
}

/// An array gives a row for each element, an object (where rows have keys) one for each member,
/// anything else one row.
void RowStack::pasteJson(int index)
{
    const QByteArray text = QApplication::clipboard()->text().toUtf8();
    if (const auto problem = Mcp::JsonText::check(text)) {
        say(tr("The clipboard holds no JSON: line %1, column %2: %3")
                    .arg(problem->line)
                    .arg(problem->column)
                    .arg(problem->message));
        return;
    }
    const RawJson value = RawJson::fromText(text);
    if (m_kind == Kind::Members) {
        if (value.isObject())
            pasteValues(index, value.members());
        else
            say(tr("The clipboard holds no JSON object, whose members could be added."));
        return;
    }
    QList<RawJsonMember> added;
    for (const RawJson &element : value.isArray() ? value.elements() : QList{ value })
        added.append({ {}, element });
    pasteValues(index, added);
}

void RowStack::pasteValues(int index, const QList<RawJsonMember> &values)
{
    const int first = qMax(index, m_fixed);
    const bool atEnd = first >= m_rows.size();
    if (!atEnd && values.size() > kBatch) {
        say(tr("%1 values are too many to paste between others; paste them at the end, or edit "
               "this as JSON (Ctrl+J).")
                    .arg(values.size()));
        return;
    }
    const qsizetype shown = qMin(values.size(), kBatch);
    for (qsizetype i = 0; i < shown; ++i) {
        FormRow *row = insert(first + int(i));
        m_fill(row, values[i].value, values[i].key);
    }
    m_tail = values.sliced(shown) + m_tail;
    settle();
    sayBeforeTail();
    emit rowsChanged();
    emit edited();
}

/// What is added stands behind the rows that are shown.
void RowStack::sayBeforeTail()
{
    say(m_tail.isEmpty() ? QString()
                         : tr("Added before the %1 that are not shown.").arg(m_tail.size()));
}

void RowStack::say(const QString &text)
{
    m_remark->setText(text);
    m_remark->setVisible(!text.isEmpty());
}

} // namespace McpUi
