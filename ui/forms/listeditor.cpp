// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/listeditor.h"

#include "forms/listrow.h"
#include "forms/valueslot.h"
#include "json/jsonwriter.h"

#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qtoolbutton.h>

#include <algorithm>

namespace McpUi {

using namespace Qt::Literals::StringLiterals;
using Mcp::RawJson;
using Mcp::SchemaProblem;

namespace {

constexpr qsizetype kMaxRows = 200;

} // namespace

ListEditor::ListEditor(const Mcp::SchemaNode &item, const FormContext &context, QWidget *parent)
    : ValueEditor(parent)
    , m_item(item)
    , m_context(context)
    , m_layout(new QVBoxLayout(this))
    , m_add(new QToolButton(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(3);
    m_add->setText(tr("+ add"));
    m_add->setToolTip(tr("Add an item at the end (Return in an item adds one below it)"));
    m_add->setFocusPolicy(Qt::StrongFocus);
    m_layout->addWidget(m_add, 0, Qt::AlignLeft);
    watch(m_add);
    connect(m_add, &QToolButton::clicked, this, [this] { addByHand(int(m_rows.size())); });
}

RawJson ListEditor::value() const
{
    QByteArray text = "[";
    for (const ListRow *row : m_rows) {
        const RawJson value = row->slot()->value();
        if (value.isAbsent())
            continue;
        if (text.size() > 1)
            text += ',';
        text += value.view();
    }
    text += ']';
    return RawJson(text, { 0, text.size() });
}

bool ListEditor::setValue(const RawJson &value)
{
    if (!value.isArray())
        return false;
    const QList<RawJson> elements = value.elements();
    if (elements.size() > kMaxRows)
        return false;
    while (m_rows.size() > elements.size()) {
        ListRow *row = m_rows.takeLast();
        row->hide();
        row->deleteLater();
    }
    while (m_rows.size() < elements.size())
        insertRow(int(m_rows.size()));
    renumber();
    for (qsizetype i = 0; i < elements.size(); ++i)
        m_rows[i]->slot()->setValue(elements[i]);
    return true;
}

void ListEditor::clear() { setValue(RawJson::fromText("[]")); }

QString ListEditor::inputProblem() const
{
    const auto blank = std::find_if(m_rows.cbegin(), m_rows.cend(), [](const ListRow *row) {
        return row->slot()->state() == ValueSlot::State::Absent;
    });
    if (blank == m_rows.cend())
        return {};
    return tr("has nothing in item %1, which is left out").arg(blank - m_rows.cbegin() + 1);
}

/// Which row became which element: blank rows are not written.
QList<int> ListEditor::writtenIndexes() const
{
    QList<int> indexes;
    for (int i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i]->slot()->state() != ValueSlot::State::Absent)
            indexes.append(i);
    }
    return indexes;
}

void ListEditor::collectInputProblems(const Mcp::JsonPointer &at,
                                      QList<SchemaProblem> &problems) const
{
    ValueEditor::collectInputProblems(at, problems);
    const QList<int> written = writtenIndexes();
    for (qsizetype i = 0; i < written.size(); ++i)
        m_rows[written[i]]->slot()->editor()->collectInputProblems(at.child(i), problems);
}

bool ListEditor::isBroken() const
{
    return std::any_of(m_rows.cbegin(), m_rows.cend(), [](const ListRow *row) {
        return row->slot()->state() == ValueSlot::State::Value && row->slot()->editor()->isBroken();
    });
}

void ListEditor::setIdentity(const QString &path, const QString &name)
{
    m_path = path;
    m_name = name;
    m_add->setObjectName("add:"_L1 + path);
    m_add->setAccessibleName(tr("Add an item to %1").arg(name));
    renumber();
}

QWidget *ListEditor::input()
{
    return m_rows.isEmpty() ? m_add : m_rows.constFirst()->slot()->editor()->input();
}

QList<SchemaProblem> ListEditor::placeProblems(const QList<SchemaProblem> &problems, bool all)
{
    const QList<int> written = writtenIndexes();
    QList<SchemaProblem> rest;
    QHash<int, QString> texts;
    for (const SchemaProblem &problem : problems) {
        const int element =
                problem.pointer.isRoot() ? -1 : problem.pointer.tokens().constFirst().toInt();
        if (element < 0 || element >= written.size())
            rest.append(problem);
        else if (all || m_rows[written[element]]->slot()->isTouched())
            texts.insert(written[element], problem.message);
    }
    for (int i = 0; i < m_rows.size(); ++i)
        m_rows[i]->showProblem(texts.value(i));
    return rest;
}

void ListEditor::reveal(const Mcp::JsonPointer &pointer)
{
    const int element = pointer.isRoot() ? -1 : pointer.tokens().constFirst().toInt();
    const int row = writtenIndexes().value(element, -1);
    if (row >= 0)
        m_rows[row]->slot()->editor()->reveal(Mcp::JsonPointer(pointer.tokens().sliced(1)));
    else
        input()->setFocus();
}

ListRow *ListEditor::insertRow(int index)
{
    auto *row = new ListRow(m_item, m_context, this);
    m_rows.insert(index, row);
    m_layout->insertWidget(index, row);
    connect(row->slot(), &ValueSlot::edited, this, &ListEditor::edited);
    connect(row->slot(), &ValueSlot::left, this, &ListEditor::left);
    connect(row->slot(), &ValueSlot::confirmed, this,
            [this, row] { addByHand(int(m_rows.indexOf(row)) + 1); });
    connect(row->slot(), &ValueSlot::moveRequested, this,
            [this, row](int step) { move(row, step); });
    connect(row, &ListRow::removeRequested, this, [this, row] { removeByHand(row); });
    return row;
}

void ListEditor::addByHand(int index)
{
    ListRow *row = insertRow(index);
    renumber();
    if (m_item.kind == Mcp::SchemaKind::String)
        row->slot()->setValue(RawJson::fromText("\"\""));
    row->show();
    row->slot()->editor()->input()->setFocus(Qt::OtherFocusReason);
    emit edited();
}

void ListEditor::removeByHand(ListRow *row)
{
    const qsizetype index = m_rows.indexOf(row);
    m_rows.removeAt(index);
    row->hide();
    row->deleteLater();
    renumber();
    if (m_rows.isEmpty())
        m_add->setFocus();
    else
        m_rows[qMin(index, m_rows.size() - 1)]->slot()->editor()->input()->setFocus();
    emit edited();
}

void ListEditor::move(ListRow *row, int step)
{
    const qsizetype from = m_rows.indexOf(row);
    const qsizetype to = from + step;
    if (to < 0 || to >= m_rows.size())
        return;
    QWidget *focus = row->slot()->editor()->input();
    const bool focused = focus->hasFocus();
    m_rows.move(from, to);
    m_layout->removeWidget(row);
    m_layout->insertWidget(int(to), row);
    renumber();
    if (focused)
        focus->setFocus();
    emit edited();
}

void ListEditor::renumber()
{
    for (int i = 0; i < m_rows.size(); ++i)
        m_rows[i]->setPlace(m_path, m_name, i, int(m_rows.size()));
}

} // namespace McpUi
