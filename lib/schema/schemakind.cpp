// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "schema/schemabuilder.h"
#include "schema/schemaparser.h"

#include "json/jsonwriter.h"

#include <QtCore/qhash.h>

#include <algorithm>

// The second half of SchemaBuilder: from the keywords collected to the kind of value.
namespace Mcp {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isNullBranch(const SchemaNode &node)
{
    return node.kind == SchemaKind::Null
           || (node.kind == SchemaKind::Constant && node.choices.constFirst().value.isNull());
}

SchemaKind kindOfType(const QString &type)
{
    static const QHash<QString, SchemaKind> kinds{
        { u"string"_s, SchemaKind::String },   { u"number"_s, SchemaKind::Number },
        { u"integer"_s, SchemaKind::Integer }, { u"boolean"_s, SchemaKind::Boolean },
        { u"object"_s, SchemaKind::Object },   { u"array"_s, SchemaKind::Array },
    };
    return kinds.value(type, SchemaKind::Any);
}

} // namespace

/// A look at an alternative without looking at its own alternatives, so that the work stays linear.
SchemaNode SchemaBuilder::shallowNode(const RawJson &branch)
{
    SchemaBuilder builder(m_document);
    builder.m_shallow = true;
    builder.m_references = m_references;
    builder.m_depth = m_depth + 1;
    builder.m_taken = m_taken;
    builder.m_members = m_members;
    builder.take(branch);
    m_taken = builder.m_taken;
    m_members = builder.m_members;
    return builder.finish(branch);
}

void SchemaBuilder::takeAlternatives(const RawJson &alternatives)
{
    if (m_beside)
        return;
    if (m_shallow) {
        m_node.branches += alternatives.elements();
        return;
    }
    QList<RawJson> branches;
    for (const RawJson &alternative : alternatives.elements()) {
        const SchemaNode node = shallowNode(alternative);
        if (isNullBranch(node))
            m_orNull = true;
        else if (node.kind != SchemaKind::Never)
            branches.append(alternative);
    }
    if (branches.size() == 1 && m_node.branches.isEmpty())
        take(branches.constFirst()); // "this or null", the third spelling of nullable
    else
        m_node.branches += branches;
}

SchemaNode SchemaBuilder::finish(const RawJson &schema)
{
    m_node.schema = schema;
    markRequired();
    nameChoices();
    if (!m_node.branches.isEmpty() && !m_shallow)
        dissolveBranches();
    m_node.nullable = m_orNull || m_typeAllowsNull;
    m_node.kind = decideKind();
    return m_node;
}

void SchemaBuilder::markRequired()
{
    for (const QString &name : std::as_const(m_required)) {
        const auto known = m_places.constFind(name);
        if (known != m_places.cend()) {
            m_node.properties[*known].required = true;
        } else {
            m_places.insert(name, m_node.properties.size());
            m_node.properties.append({ name, RawJson::fromText("{}"), true });
        }
    }
}

void SchemaBuilder::nameChoices()
{
    QList<SchemaChoice> &choices = m_node.choices;
    for (qsizetype i = 0; i < choices.size(); ++i) {
        choices[i].title = m_choiceTitles.value(i);
        choices[i].description = m_choiceDescriptions.value(i);
    }
}

/// Alternatives that are one thing in several words: titled constants, lists of choices, one scalar
/// type under several limits. What is left is a real union.
void SchemaBuilder::dissolveBranches()
{
    if (m_node.choices.isEmpty() && choicesFromBranches())
        return;
    if (!m_node.types.isEmpty())
        return;
    QStringList types;
    for (const RawJson &branch : std::as_const(m_node.branches)) {
        const SchemaNode node = shallowNode(branch);
        const bool simple = node.types.size() == 1 && node.choices.isEmpty()
                            && node.branches.isEmpty() && node.isScalar() && node.format.isEmpty();
        types.append(simple ? node.types.constFirst() : QString());
    }
    types.removeDuplicates();
    if (types.size() == 1 && !types.constFirst().isEmpty())
        m_node.types = types;
}

bool SchemaBuilder::choicesFromBranches()
{
    QList<SchemaChoice> choices;
    for (const RawJson &branch : std::as_const(m_node.branches)) {
        const SchemaNode node = shallowNode(branch);
        if (node.kind != SchemaKind::Constant && node.kind != SchemaKind::Choice)
            return false;
        for (const SchemaChoice &offered : node.choices) {
            SchemaChoice choice = offered;
            if (node.kind == SchemaKind::Constant) {
                choice.title = node.title;
                choice.description = node.description;
            }
            choices.append(choice);
        }
    }
    m_node.choices = choices;
    m_node.branches.clear();
    return true;
}

SchemaKind SchemaBuilder::decideKind()
{
    if (m_never)
        return SchemaKind::Never;
    if (!m_node.choices.isEmpty()) {
        const bool hasNull = std::any_of(m_node.choices.cbegin(), m_node.choices.cend(),
                                         [](const SchemaChoice &c) { return c.value.isNull(); });
        // A type that allows null does not widen a list of choices that lacks it.
        m_node.nullable = hasNull || m_orNull;
        return m_constant ? SchemaKind::Constant : SchemaKind::Choice;
    }
    if (branchesShapeIt())
        return SchemaKind::Union;
    if (m_typed || !m_node.types.isEmpty())
        return kindFromTypes();
    return kindFromShape();
}

SchemaKind SchemaBuilder::kindFromTypes()
{
    QStringList types = m_node.types;
    if (types.contains("number"_L1))
        types.removeAll(u"integer"_s);
    if (types.isEmpty())
        return m_node.nullable ? SchemaKind::Null : SchemaKind::Never;
    if (types.size() > 1) {
        m_node.branches.clear();
        for (const QString &type : std::as_const(types))
            m_node.branches.append(JsonObjectWriter().add(u"type", type).toRawJson());
        return SchemaKind::Union;
    }
    const SchemaKind kind = kindOfType(types.constFirst());
    if (kind == SchemaKind::Any)
        note(u"“%1” is not a type that JSON Schema knows."_s.arg(types.constFirst()));
    return kind;
}

/// Do the alternatives decide what the value looks like, or only limit it further, as a list of
/// "required" members or formats does?
bool SchemaBuilder::branchesShapeIt()
{
    if (m_node.branches.isEmpty())
        return false;
    if (m_node.types.isEmpty() && kindFromShape() == SchemaKind::Any)
        return true;
    if (m_shallow)
        return false;
    for (const RawJson &branch : std::as_const(m_node.branches)) {
        const SchemaNode node = shallowNode(branch);
        const auto shapes = [this](const SchemaProperty &property) {
            const SchemaProperty *own = m_node.property(property.name);
            // A name that is only required says nothing about its value.
            const bool says = property.schema.view() != "{}" || !property.required;
            return says && (!own || !(own->schema == property.schema));
        };
        if (std::any_of(node.properties.cbegin(), node.properties.cend(), shapes)
            || node.additionalProperties.isObject() || node.items.isObject()
            || !node.prefixItems.isEmpty() || !node.branches.isEmpty() || !node.choices.isEmpty())
            return true;
    }
    return false;
}

/// Without a type any value is valid; the other keywords tell what the author had in mind.
SchemaKind SchemaBuilder::kindFromShape() const
{
    const SchemaNode &n = m_node;
    if (!n.properties.isEmpty() || !n.additionalProperties.isAbsent()
        || !n.patternProperties.isAbsent() || !n.propertyNames.isAbsent())
        return SchemaKind::Object;
    if (!n.items.isAbsent() || !n.prefixItems.isEmpty() || n.minItems || n.maxItems)
        return SchemaKind::Array;
    if (!n.pattern.isEmpty() || n.minLength || n.maxLength)
        return SchemaKind::String;
    if (!n.minimum.isAbsent() || !n.maximum.isAbsent() || !n.exclusiveMinimum.isAbsent()
        || !n.exclusiveMaximum.isAbsent() || !n.multipleOf.isAbsent())
        return SchemaKind::Number;
    return SchemaKind::Any;
}

SchemaNode SchemaParser::parse(const RawJson &schema) const
{
    SchemaBuilder builder(m_document);
    builder.take(schema);
    return builder.finish(schema);
}

SchemaNode SchemaParser::parseBranch(const SchemaNode &node, const RawJson &branch) const
{
    SchemaBuilder builder(m_document);
    if (!node.schema.isAbsent())
        builder.takeBeside(node.schema);
    builder.take(branch);
    return builder.finish(branch);
}

} // namespace Mcp
