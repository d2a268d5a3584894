// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/memberrows.h"

#include "forms/formcontext.h"
#include "forms/memberrow.h"
#include "forms/rowstack.h"
#include "forms/tones.h"
#include "forms/valueslot.h"
#include "forms/wrappedlabel.h"
#include "models/format.h"
#include "schema/schemadefaults.h"
#include "json/jsonwriter.h"

#include <QtCore/qdeadlinetimer.h>
#include <QtCore/qset.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qlineedit.h>

#include <algorithm>

namespace McpUi {

using namespace Qt::Literals::StringLiterals;
using Mcp::RawJson;
using Mcp::RawJsonMember;
using Mcp::SchemaProblem;

namespace {

constexpr int kPatternMs = 10; ///< for one name; patterns there is no time for fit none

} // namespace

MemberRows::MemberRows(const Mcp::SchemaNode &node, const FormContext &context, int depth,
                       QWidget *parent)
    : QWidget(parent)
    , m_node(node)
    , m_context(context)
    , m_depth(depth)
    , m_heading(new WrappedLabel(tr("Not declared by the schema:"), this))
    , m_stack(new RowStack(
              RowStack::Kind::Members, [this](int) { return makeRow(); },
              [this](FormRow *row, const RawJson &value, const QString &key) {
                  fill(static_cast<MemberRow *>(row), value, key);
              },
              this))
{
    for (const Mcp::SchemaChoice &choice : m_context.parser.parse(node.propertyNames).choices)
        m_suggestions.append(choice.value.toString());
    Tones::apply(m_heading, Tones::Tone::Warning);
    m_heading->setObjectName(u"undeclared"_s);
    m_heading->hide();
    m_stack->setGrowing(isInvited(node));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(3);
    layout->addWidget(m_heading);
    layout->addWidget(m_stack);
    connect(m_stack, &RowStack::edited, this, &MemberRows::edited);
    connect(m_stack, &RowStack::left, this, &MemberRows::left);
    connect(m_stack, &RowStack::rowsChanged, this, &MemberRows::rename);
    connect(m_stack, &RowStack::rowAdded, this,
            [this](FormRow *row) { onAdded(static_cast<MemberRow *>(row)); });
    connect(m_stack, &RowStack::rowDuplicated, this, [this](FormRow *from, FormRow *row) {
        onDuplicated(static_cast<MemberRow *>(from), static_cast<MemberRow *>(row));
    });
}

bool MemberRows::isInvited(const Mcp::SchemaNode &node)
{
    if (!node.patternProperties.isAbsent())
        return true;
    if (node.additionalProperties.isAbsent())
        return node.properties.isEmpty() || !node.propertyNames.isAbsent();
    return node.allowsOthers();
}

FormRow *MemberRows::makeRow()
{
    auto *row = new MemberRow(m_suggestions, m_context, m_depth + 1, m_stack);
    row->setNode(m_context.parser.parse(schemaFor({})), {});
    connect(row, &MemberRow::keyEdited, this, [this, row] { onKeyEdited(row); });
    return row;
}

/// The schema of a member of this name: of every pattern that fits, else of all others.
RawJson MemberRows::schemaFor(const QString &key)
{
    Mcp::JsonArrayWriter all;
    RawJson only;
    int count = 0;
    const QDeadlineTimer deadline(kPatternMs);
    const QList<RawJsonMember> patterns = m_node.patternProperties.members();
    const bool single = patterns.size() == 1;
    for (const RawJsonMember &pattern : patterns) {
        // Before there is a name, the only pattern is the best guess.
        if (matches(pattern.key, key, deadline) || (key.isEmpty() && single)) {
            only = pattern.value;
            all.add(only);
            ++count;
        }
    }
    if (count > 1)
        return Mcp::JsonObjectWriter().add(u"allOf", all.toRawJson()).toRawJson();
    if (count == 1)
        return only;
    return m_node.additionalProperties.isObject() ? m_node.additionalProperties
                                                  : RawJson::fromText("{}");
}

bool MemberRows::matches(const QString &pattern, const QString &key, const QDeadlineTimer &deadline)
{
    if (deadline.hasExpired())
        return false;
    auto it = m_patterns.constFind(pattern);
    if (it == m_patterns.cend())
        it = m_patterns.insert(pattern, Mcp::EcmaRegex(pattern));
    return it->match(key, deadline) == Mcp::EcmaRegex::Match::Yes;
}

void MemberRows::fill(MemberRow *row, const RawJson &value, const QString &key)
{
    row->setKey(key);
    if (!m_node.patternProperties.isAbsent())
        row->setNode(m_context.parser.parse(schemaFor(key)), key);
    row->slot()->setValue(value);
    if (value.size() > 400)
        row->setOpen(false);
}

void MemberRows::onKeyEdited(MemberRow *row)
{
    if (!m_node.patternProperties.isAbsent()) {
        const RawJson schema = schemaFor(row->key());
        if (!(schema == row->slot()->node().schema))
            row->setNode(m_context.parser.parse(schema), row->key());
    }
    rename();
    emit edited();
}

void MemberRows::onAdded(MemberRow *row)
{
    const Mcp::SchemaKind kind = row->slot()->node().kind;
    if (kind == Mcp::SchemaKind::Object || kind == Mcp::SchemaKind::Array)
        row->slot()->setValue(
                Mcp::SchemaDefaults::initialValue(row->slot()->node(), m_context.parser));
    row->setOpen(true);
    row->keyEdit()->setFocus(Qt::OtherFocusReason);
}

void MemberRows::onDuplicated(const MemberRow *from, MemberRow *row)
{
    QString key = from->key() + u"_copy"_s;
    while (contains(key))
        key += u'_';
    fill(row, from->slot()->value(), key);
}

void MemberRows::setMembers(const QList<RawJsonMember> &members)
{
    m_stack->setValues(members);
    m_heading->setVisible(!members.isEmpty() && !isInvited(m_node));
    rename();
}

QList<MemberRow *> MemberRows::rows() const
{
    QList<MemberRow *> rows;
    for (FormRow *row : m_stack->rows())
        rows.append(static_cast<MemberRow *>(row));
    return rows;
}

bool MemberRows::isWritten(const MemberRow *row) const
{
    return row->isNamed() && row->slot()->state() != ValueSlot::State::Absent;
}

QList<RawJsonMember> MemberRows::members() const
{
    QList<RawJsonMember> result;
    QSet<QString> taken;
    for (const MemberRow *row : rows()) {
        if (isWritten(row) && !taken.contains(row->key()) && !m_node.property(row->key())) {
            taken.insert(row->key());
            result.append({ row->key(), row->slot()->value() });
        }
    }
    for (const RawJsonMember &member : m_stack->tail()) {
        if (!taken.contains(member.key))
            result.append(member);
    }
    return result;
}

bool MemberRows::isBroken() const
{
    const QList<MemberRow *> all = rows();
    return std::any_of(all.cbegin(), all.cend(), [](const MemberRow *r) { return r->isBroken(); });
}

bool MemberRows::contains(const QString &key) const
{
    const QList<MemberRow *> all = rows();
    const auto &tail = m_stack->tail();
    return std::any_of(all.cbegin(), all.cend(),
                       [&key](const MemberRow *row) { return row->key() == key; })
           || std::any_of(tail.cbegin(), tail.cend(),
                          [&key](const RawJsonMember &member) { return member.key == key; });
}

void MemberRows::setIdentity(const QString &path, const QString &name)
{
    m_path = path;
    m_name = name;
    m_stack->setIdentity(path, name);
    rename();
}

void MemberRows::rename()
{
    const QList<MemberRow *> all = rows();
    for (qsizetype i = 0; i < all.size(); ++i) {
        MemberRow *row = all[i];
        const QString name =
                row->key().isEmpty() ? tr("member %1").arg(i + 1) : displayLine(row->key(), 200);
        row->setIdentity(m_path + Mcp::JsonPointer(QStringList{ row->key() }).toString(), name);
        row->keyEdit()->setObjectName(u"key:%1:%2"_s.arg(m_path).arg(i));
        row->keyEdit()->setAccessibleName(tr("Name of member %1 of %2").arg(i + 1).arg(m_name));
    }
}

QWidget *MemberRows::input() const
{
    const QList<MemberRow *> all = rows();
    return all.isEmpty() ? m_stack->input() : all.constFirst()->keyEdit();
}

void MemberRows::collectInputProblems(const Mcp::JsonPointer &at,
                                      QList<SchemaProblem> &problems) const
{
    QSet<QString> taken;
    for (const MemberRow *row : rows()) {
        const Mcp::JsonPointer place = at.child(row->key());
        if (!row->isNamed())
            problems.append({ place, tr("has no name yet and is left out") });
        else if (taken.contains(row->key()) || m_node.property(row->key()))
            problems.append({ place, tr("has the name of another member and is left out") });
        else if (row->slot()->state() == ValueSlot::State::Absent)
            problems.append({ place, tr("has no value yet and is left out") });
        else
            row->collectInputProblems(place, problems);
        taken.insert(row->key());
    }
}

void MemberRows::placeProblems(const QHash<QString, QList<SchemaProblem>> &problems, bool all)
{
    for (MemberRow *row : rows())
        row->placeProblems(problems.value(row->key()), all);
}

void MemberRows::reveal(const QString &key, const Mcp::JsonPointer &pointer)
{
    const auto &tail = m_stack->tail();
    for (qsizetype i = 0; i < tail.size(); ++i) {
        if (tail[i].key == key) {
            m_stack->reach(m_stack->rows().size() + i);
            break;
        }
    }
    for (MemberRow *row : rows()) {
        if (row->key() == key) {
            row->reveal(pointer);
            return;
        }
    }
}

} // namespace McpUi
