// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/objecteditor.h"

#include "forms/field.h"
#include "forms/formcontext.h"
#include "forms/linkbutton.h"
#include "forms/memberorder.h"
#include "forms/memberrows.h"
#include "forms/tones.h"
#include "forms/valueslot.h"
#include "json/jsonwriter.h"

#include <QtCore/qset.h>
#include <QtGui/qpainter.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlabel.h>

#include <algorithm>

namespace McpUi {

using namespace Qt::Literals::StringLiterals;
using Mcp::RawJson;
using Mcp::RawJsonMember;
using Mcp::SchemaProblem;
using Mcp::SchemaProperty;

namespace {

constexpr qsizetype kManyOptional = 8;
constexpr int kFieldSpacing = 10;

bool hasDuplicates(const QList<RawJsonMember> &members)
{
    QSet<QString> keys;
    for (const RawJsonMember &member : members)
        keys.insert(member.key);
    return keys.size() != members.size();
}

/// The caret is not put into groups deeper than that: one may begin with itself, without end.
constexpr int kDeepestInput = 16;

/// The line at the left of a nested group.
class GroupLine : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(QRect(4, 0, 1, height()), Tones::line(palette()));
    }
};

} // namespace

ObjectEditor::ObjectEditor(const Mcp::SchemaNode &node, const FormContext &context, int depth,
                           QWidget *parent)
    : ValueEditor(parent)
    , m_node(node)
    , m_context(context)
    , m_depth(depth)
    , m_pending(RawJson::fromText("{}"))
{
    setFocusPolicy(Qt::NoFocus);
    setVisible(false);
    for (const SchemaProperty &property : m_node.properties)
        m_declared.append(property.name);
}

RawJson ObjectEditor::value() const
{
    if (!m_built)
        return m_pending;
    QHash<QString, RawJson> values;
    QStringList present;
    for (const Field *field : m_fields) {
        const RawJson value = field->slot()->value();
        if (value.isAbsent())
            continue;
        values.insert(field->key(), value);
        present.append(field->key());
    }
    Mcp::JsonObjectWriter writer;
    const QList<RawJsonMember> others = m_others->members();
    for (const RawJsonMember &other : others) {
        values.insert(other.key, other.value);
        present.append(other.key);
    }
    for (const QString &key : memberOrder(keptOrder(others), m_declared, present))
        writer.addRaw(key, values.value(key).view());
    // Not fromText(): a member may be JSON text that somebody is in the middle of typing.
    const QByteArray text = writer.toByteArray();
    return RawJson(text, { 0, text.size() });
}

/// The order of the value as it was set, with the user's own members as they stand in their rows.
QStringList ObjectEditor::keptOrder(const QList<RawJsonMember> &others) const
{
    QStringList order;
    auto next = others.cbegin();
    for (const QString &key : m_kept) {
        if (m_declared.contains(key))
            order.append(key);
        else if (next != others.cend())
            order.append((next++)->key);
    }
    return order;
}

bool ObjectEditor::setValue(const RawJson &value)
{
    if (!value.isObject())
        return false;
    const QList<RawJsonMember> members = value.members();
    if (hasDuplicates(members))
        return false;
    m_pending = value;
    if (m_built)
        fill(value);
    return true;
}

void ObjectEditor::clear() { setValue(RawJson::fromText("{}")); }

void ObjectEditor::fill(const RawJson &value)
{
    m_kept.clear();
    QHash<QString, RawJson> values;
    for (const RawJsonMember &member : value.members()) {
        m_kept.append(member.key);
        values.insert(member.key, member.value);
    }
    const bool optionalSet = std::any_of(
            m_node.properties.cbegin(), m_node.properties.cend(),
            [&](const SchemaProperty &p) { return !p.required && values.contains(p.name); });
    if (m_folds && optionalSet)
        buildOptional();
    for (Field *field : std::as_const(m_fields))
        field->setValue(values.value(field->key()));
    QList<RawJsonMember> others = value.members();
    others.removeIf([this](const RawJsonMember &m) { return m_declared.contains(m.key); });
    m_others->setMembers(others);
    m_others->setVisible(!others.isEmpty() || MemberRows::isInvited(m_node));
    updateOptional();
}

void ObjectEditor::collectInputProblems(const Mcp::JsonPointer &at,
                                        QList<SchemaProblem> &problems) const
{
    for (const Field *field : m_fields)
        field->collectInputProblems(at.child(field->key()), problems);
    if (m_others)
        m_others->collectInputProblems(at, problems);
}

bool ObjectEditor::isBroken() const
{
    if (m_others && m_others->isBroken())
        return true;
    return std::any_of(m_fields.cbegin(), m_fields.cend(), [](const Field *field) {
        return field->slot()->state() == ValueSlot::State::Value
               && field->slot()->editor()->isBroken();
    });
}

void ObjectEditor::setIdentity(const QString &path, const QString &name)
{
    m_path = path;
    m_name = name;
    setObjectName("group:"_L1 + path);
    setAccessibleName(name);
    for (Field *field : std::as_const(m_fields))
        field->setPath(pathOf(field->key()));
    if (m_others)
        m_others->setIdentity(path, name);
    if (m_more)
        m_more->setObjectName("optional:"_L1 + path);
}

QWidget *ObjectEditor::input()
{
    setOpen(true);
    if (m_depth >= kDeepestInput)
        return this;
    if (!m_fields.isEmpty())
        return m_fields.constFirst()->slot()->editor()->input();
    return m_others->isHidden() ? this : m_others->input();
}

QList<SchemaProblem> ObjectEditor::placeProblems(const QList<SchemaProblem> &problems, bool all)
{
    QList<SchemaProblem> rest;
    QHash<QString, QList<SchemaProblem>> inside;
    for (const SchemaProblem &problem : problems) {
        const QStringList &tokens = problem.pointer.tokens();
        const bool known = !tokens.isEmpty()
                           && (field(tokens.constFirst())
                               || (m_others && m_others->contains(tokens.constFirst())));
        if (!known)
            rest.append(problem);
        else
            inside[tokens.constFirst()].append(
                    { Mcp::JsonPointer(tokens.sliced(1)), problem.message });
    }
    for (Field *field : std::as_const(m_fields))
        field->placeProblems(inside.value(field->key()), all);
    if (m_others)
        m_others->placeProblems(inside, all);
    return rest;
}

void ObjectEditor::reveal(const Mcp::JsonPointer &pointer)
{
    setOpen(true);
    if (pointer.isRoot()) {
        input()->setFocus();
        return;
    }
    const QString key = pointer.tokens().constFirst();
    if (!field(key) && m_declared.contains(key))
        buildOptional();
    const Mcp::JsonPointer below(pointer.tokens().sliced(1));
    if (Field *target = field(key))
        target->reveal(below);
    else
        m_others->reveal(key, below);
}

void ObjectEditor::setOpen(bool open)
{
    if (open && !m_built)
        build();
    m_open = open;
    setVisible(open);
}

void ObjectEditor::build()
{
    m_built = true;
    auto *outer = new QHBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    if (m_depth > 0) {
        auto *line = new GroupLine(this);
        line->setFixedWidth(14);
        outer->addWidget(line);
    }
    m_layout = new QVBoxLayout;
    m_layout->setContentsMargins(0, m_depth > 0 ? 2 : 0, 0, 0);
    m_layout->setSpacing(kFieldSpacing);
    outer->addLayout(m_layout);

    const auto optional = std::count_if(m_node.properties.cbegin(), m_node.properties.cend(),
                                        [](const SchemaProperty &p) { return !p.required; });
    // With nothing required, folding would leave an empty form.
    m_folds = optional > kManyOptional && optional < m_node.properties.size();
    for (const SchemaProperty &property : std::as_const(m_node.properties)) {
        if (property.required || !m_folds)
            addField(property, m_layout);
    }
    if (m_folds) {
        m_more = new LinkButton({}, this);
        m_more->setTone(Tones::Tone::Key);
        m_more->setObjectName("optional:"_L1 + m_path);
        m_layout->addWidget(m_more, 0, Qt::AlignLeft);
        connect(m_more, &QAbstractButton::clicked, this, [this] {
            const bool show = !m_optional || m_optional->isHidden();
            buildOptional();
            m_optional->setVisible(show);
            updateOptional();
        });
    }
    m_others = new MemberRows(m_node, m_context, m_depth, this);
    m_others->setIdentity(m_path, m_name);
    m_layout->addWidget(m_others);
    connect(m_others, &MemberRows::edited, this, &ObjectEditor::edited);
    connect(m_others, &MemberRows::left, this, &ObjectEditor::left);
    if (m_node.properties.isEmpty() && m_depth > 0 && !MemberRows::isInvited(m_node)) {
        auto *none = new QLabel(tr("no members are declared"), this);
        Tones::apply(none, Tones::Tone::Dim);
        m_layout->addWidget(none);
    }
    fill(m_pending);
}

void ObjectEditor::buildOptional()
{
    if (m_optional) {
        m_optional->show();
        return;
    }
    m_optional = new QWidget(this);
    auto *layout = new QVBoxLayout(m_optional);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kFieldSpacing);
    for (const SchemaProperty &property : std::as_const(m_node.properties)) {
        if (!property.required)
            addField(property, layout);
    }
    m_layout->insertWidget(m_layout->indexOf(m_more) + 1, m_optional);
    m_optional->show(); // the layout would do so later: the arrow is drawn now
    updateOptional();
}

Field *ObjectEditor::addField(const SchemaProperty &property, QVBoxLayout *layout)
{
    auto *field = new Field(property.name, m_context.parser.parse(property.schema),
                            property.required, m_context, m_depth + 1, this);
    field->setPath(pathOf(property.name));
    layout->addWidget(field);
    m_fields.append(field);
    connect(field, &Field::edited, this, [this] {
        updateOptional();
        emit edited();
    });
    connect(field, &Field::left, this, &ObjectEditor::left);
    return field;
}

Field *ObjectEditor::field(const QString &key) const
{
    const auto it = std::find_if(m_fields.cbegin(), m_fields.cend(),
                                 [&key](const Field *field) { return field->key() == key; });
    return it == m_fields.cend() ? nullptr : *it;
}

void ObjectEditor::updateOptional()
{
    if (!m_more)
        return;
    const int count = int(std::count_if(m_node.properties.cbegin(), m_node.properties.cend(),
                                        [](const SchemaProperty &p) { return !p.required; }));
    int set = 0;
    for (const Field *field : std::as_const(m_fields)) {
        if (!field->isRequired() && field->slot()->state() != ValueSlot::State::Absent)
            ++set;
    }
    const bool open = m_optional && !m_optional->isHidden();
    QString text = (open ? u"▾ "_s : u"▸ "_s) + tr("%n optional", nullptr, count);
    if (set > 0)
        text += tr(", %n set", nullptr, set);
    m_more->setText(text);
    m_more->setAccessibleName(text.sliced(2));
}

QString ObjectEditor::pathOf(const QString &key) const
{
    return m_path + Mcp::JsonPointer(QStringList{ key }).toString();
}

} // namespace McpUi
