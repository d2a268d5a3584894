// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/listeditor.h"

#include "forms/formcontext.h"
#include "forms/formrow.h"
#include "forms/rowstack.h"
#include "forms/textstyle.h"
#include "forms/tones.h"
#include "forms/valueslot.h"
#include "models/format.h"
#include "schema/schemadefaults.h"

#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlabel.h>

#include <algorithm>

namespace McpUi {

using namespace Qt::Literals::StringLiterals;
using Mcp::RawJson;
using Mcp::RawJsonMember;
using Mcp::SchemaProblem;

namespace {

/// "path" for "paths": how an item of the list is called, as far as that hints at a picker. Items
/// stay one line each otherwise: a text with line breaks makes room for itself.
QString itemName(const QString &name)
{
    const QString singular =
            name.endsWith(u's') && !name.endsWith("ss"_L1) ? name.chopped(1) : name;
    return textStyleFor(singular, {}) == TextStyle::Lines ? QString() : singular;
}

QLabel *numberLabel()
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText); // a place of a tuple has its title there
    Tones::apply(label, Tones::Tone::Dim);
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    label->setContentsMargins(0, 4, 0, 0);
    label->setObjectName(u"number"_s);
    return label;
}

} // namespace

ListEditor::ListEditor(const Mcp::SchemaNode &node, const FormContext &context, const QString &name,
                       int depth, QWidget *parent)
    : ValueEditor(parent)
    , m_node(node)
    , m_context(context)
    , m_depth(depth)
    , m_itemName(itemName(name))
    , m_stack(new RowStack(
              RowStack::Kind::Items, [this](int index) { return makeRow(index); },
              [](FormRow *row, const RawJson &value, const QString &) {
                  row->slot()->setValue(value);
                  if (value.size() > 400)
                      row->setOpen(false);
              },
              this))
    , m_open(FormContext::opensByItself(depth))
{
    setFocusPolicy(Qt::NoFocus);
    setVisible(m_open);
    if (m_node.items.isObject())
        m_item = m_context.parser.parse(m_node.items);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    const int fixed = int(m_node.prefixItems.size());
    m_stack->setGrowing(fixed == 0 || m_node.items.view() != "false");
    m_stack->setFixedCount(fixed);
    for (int i = 0; i < fixed; ++i)
        m_stack->insert(i);
    const QList<QWidget *> buttons = m_stack->findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
    for (QWidget *button : buttons) {
        if (button->focusPolicy() & Qt::TabFocus)
            watch(button);
    }
    connect(m_stack, &RowStack::edited, this, &ListEditor::edited);
    connect(m_stack, &RowStack::left, this, &ListEditor::left);
    connect(m_stack, &RowStack::rowsChanged, this, &ListEditor::renumber);
    connect(m_stack, &RowStack::rowAdded, this, &ListEditor::onAdded);
    connect(m_stack, &RowStack::rowDuplicated, this, [](const FormRow *from, const FormRow *row) {
        row->slot()->setValue(from->slot()->value());
    });
}

FormRow *ListEditor::makeRow(int index)
{
    auto *row = new FormRow(numberLabel(), m_context, m_depth + 1, m_stack);
    row->setNode(nodeAt(index), m_itemName);
    if (index < m_node.prefixItems.size()) {
        row->setFixed();
        row->slot()->setRequired(index < m_node.minItems.value_or(0));
    }
    return row;
}

Mcp::SchemaNode ListEditor::nodeAt(int index) const
{
    return index < m_node.prefixItems.size() ? m_context.parser.parse(m_node.prefixItems[index])
                                             : m_item;
}

void ListEditor::onAdded(FormRow *row)
{
    // Something to start from, where nothing need be chosen: the row is there to be filled.
    const Mcp::SchemaKind kind = row->slot()->node().kind;
    if (kind == Mcp::SchemaKind::String || kind == Mcp::SchemaKind::Array)
        row->slot()->setValue(row->slot()->editor()->emptyValue());
    else if (kind == Mcp::SchemaKind::Object)
        row->slot()->setValue(
                Mcp::SchemaDefaults::initialValue(row->slot()->node(), m_context.parser));
    row->setOpen(true);
    row->slot()->editor()->input()->setFocus(Qt::OtherFocusReason);
}

/// Which row becomes which element: blank rows are not written, but for fixed places before others.
QList<int> ListEditor::writtenIndexes() const
{
    const QList<FormRow *> &rows = m_stack->rows();
    const auto isBlank = [](const FormRow *row) {
        return row->slot()->state() == ValueSlot::State::Absent;
    };
    const bool more = !m_stack->tail().isEmpty();
    QList<int> indexes;
    for (int i = 0; i < rows.size(); ++i) {
        const bool followed = more
                              || std::any_of(rows.cbegin() + i, rows.cend(),
                                             [&](const FormRow *row) { return !isBlank(row); });
        if (!isBlank(rows[i]) || (rows[i]->isFixed() && followed))
            indexes.append(i);
    }
    return indexes;
}

RawJson ListEditor::value() const
{
    if (!m_pending.isAbsent())
        return m_pending;
    QByteArray text = "[";
    const auto add = [&text](const RawJson &value) {
        if (text.size() > 1)
            text += ',';
        text += value.isAbsent() ? QByteArrayView("null") : value.view();
    };
    bool any = m_node.prefixItems.isEmpty();
    for (const int index : writtenIndexes()) {
        add(m_stack->rows()[index]->slot()->value());
        any = true;
    }
    for (const RawJsonMember &member : m_stack->tail())
        add(member.value);
    if (!any)
        return {}; // a tuple whose places are all blank
    text += ']';
    return RawJson(text, { 0, text.size() });
}

bool ListEditor::setValue(const RawJson &value)
{
    if (!value.isArray())
        return false;
    const QList<RawJson> elements = value.elements();
    // A tuple with nothing in it looks like one that is not there.
    if (elements.isEmpty() && !m_node.prefixItems.isEmpty())
        return false;
    if (m_open) {
        fill(value);
    } else {
        m_pending = value;
        m_stack->setValues({});
    }
    return true;
}

void ListEditor::fill(const RawJson &value)
{
    m_pending = {};
    const QList<RawJson> elements = value.elements();
    QList<RawJsonMember> values;
    values.reserve(elements.size());
    for (const RawJson &element : elements)
        values.append({ {}, element });
    m_stack->setValues(values);
    renumber();
}

void ListEditor::clear()
{
    m_pending = {};
    m_stack->setValues({});
    renumber();
}

QString ListEditor::inputProblem() const
{
    const QList<FormRow *> &rows = m_stack->rows();
    const QList<int> written = writtenIndexes();
    for (int i = 0; i < rows.size(); ++i) {
        if (rows[i]->slot()->state() != ValueSlot::State::Absent)
            continue;
        if (!rows[i]->isFixed())
            return tr("has nothing in item %1, which is left out").arg(i + 1);
        if (written.contains(i))
            return tr("has nothing in place %1, which is sent as null").arg(i + 1);
    }
    return {};
}

void ListEditor::collectInputProblems(const Mcp::JsonPointer &at,
                                      QList<SchemaProblem> &problems) const
{
    ValueEditor::collectInputProblems(at, problems);
    const QList<int> written = writtenIndexes();
    for (qsizetype i = 0; i < written.size(); ++i)
        m_stack->rows()[written[i]]->collectInputProblems(at.child(i), problems);
}

bool ListEditor::isBroken() const
{
    return std::any_of(m_stack->rows().cbegin(), m_stack->rows().cend(),
                       [](const FormRow *row) { return row->isBroken(); });
}

void ListEditor::setIdentity(const QString &path, const QString &name)
{
    m_path = path;
    m_name = name;
    m_stack->setIdentity(path, name);
    renumber();
}

QWidget *ListEditor::input() { return m_stack->input(); }

QList<SchemaProblem> ListEditor::placeProblems(const QList<SchemaProblem> &problems, bool all)
{
    const QList<int> written = writtenIndexes();
    QList<SchemaProblem> rest;
    QHash<int, QList<SchemaProblem>> inside;
    for (const SchemaProblem &problem : problems) {
        const QStringList &tokens = problem.pointer.tokens();
        const int element = tokens.isEmpty() ? -1 : tokens.constFirst().toInt();
        if (element < 0 || element >= written.size())
            rest.append(problem);
        else
            inside[written[element]].append(
                    { Mcp::JsonPointer(tokens.sliced(1)), problem.message });
    }
    for (int i = 0; i < m_stack->rows().size(); ++i)
        m_stack->rows()[i]->placeProblems(inside.value(i), all);
    return rest;
}

void ListEditor::reveal(const Mcp::JsonPointer &pointer)
{
    setOpen(true);
    if (pointer.isRoot()) {
        input()->setFocus();
        return;
    }
    const int element = pointer.tokens().constFirst().toInt();
    m_stack->reach(element);
    const int row = writtenIndexes().value(element, -1);
    if (row >= 0)
        m_stack->rows()[row]->reveal(Mcp::JsonPointer(pointer.tokens().sliced(1)));
    else
        input()->setFocus();
}

void ListEditor::setOpen(bool open)
{
    m_open = open;
    setVisible(open);
    if (open && !m_pending.isAbsent())
        fill(std::exchange(m_pending, {}));
}

void ListEditor::renumber()
{
    const QList<FormRow *> &rows = m_stack->rows();
    QList<QLabel *> numbers;
    int width = fontMetrics().horizontalAdvance(u"00"_s);
    for (int i = 0; i < rows.size(); ++i) {
        auto *number = rows[i]->findChild<QLabel *>(u"number"_s, Qt::FindDirectChildrenOnly);
        const Mcp::SchemaNode &node = rows[i]->slot()->node();
        const bool titled = rows[i]->isFixed() && !node.title.isEmpty();
        const QString title = displayLine(node.title, 200);
        number->setText(titled ? title : QString::number(i + 1));
        number->setToolTip(titled ? formatToolTip(node.description) : QString());
        width = qMax(width, number->minimumSizeHint().width());
        numbers.append(number);
        rows[i]->setIdentity(m_path + u'/' + QString::number(i),
                             titled ? tr("%1, %2").arg(m_name, title)
                                    : tr("%1, item %2").arg(m_name, QString::number(i + 1)));
    }
    // One width, so that what stands beside is aligned.
    for (QLabel *number : std::as_const(numbers))
        number->setFixedWidth(qMin(width, fontMetrics().averageCharWidth() * 18));
}

} // namespace McpUi
