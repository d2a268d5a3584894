// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "schema/schemabranches.h"

#include "schema/jsonequality.h"
#include "schema/schemavalidator.h"
#include "schema/schemawords.h"
#include "json/unseen.h"

#include <QtCore/qset.h>

#include <algorithm>

namespace Mcp {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kMaxListed = 200;
constexpr qsizetype kMaxListedMembers = 50'000; ///< of all branches together
/// For all alternatives of a value together; one that is not checked by then does not count as
/// valid.
constexpr int kFittingMs = 200;
constexpr qsizetype kNamedMembers = 3; ///< that describe an object without a name

/// The one value that a property of a branch may have, as text; empty if there are several.
QString onlyValue(const RawJson &schema)
{
    if (const RawJson constant = schema.value("const"); !constant.isAbsent())
        return SchemaWords::value(constant, 40);
    const RawJson choices = schema.value("enum");
    return choices.count() == 1 ? SchemaWords::value(choices.element(0), 40) : QString();
}

/// Has each branch another constant for @p name?
bool tellsApart(const QString &name, const QList<SchemaBranch> &branches)
{
    QSet<QString> values;
    for (const SchemaBranch &branch : branches) {
        const SchemaProperty *own = branch.node.property(name);
        const QString value = own ? onlyValue(own->schema) : QString();
        if (value.isEmpty() || values.contains(value))
            return false; // at once: there may be hundreds of branches of thousands of properties
        values.insert(value);
    }
    return true;
}

/// The property whose constants tell the branches apart, e.g. "type"; empty if there is none.
QString discriminator(const QList<SchemaBranch> &branches)
{
    for (const SchemaProperty &property : branches.constFirst().node.properties) {
        if (!onlyValue(property.schema).isEmpty() && tellsApart(property.name, branches))
            return property.name;
    }
    return {};
}

QString shapeLabel(const SchemaNode &node, const SchemaParser &parser)
{
    if (node.kind == SchemaKind::Choice && node.choices.size() <= 3) {
        QStringList values;
        for (const SchemaChoice &choice : node.choices)
            values.append(SchemaWords::value(choice.value, 20));
        return values.join(" or "_L1);
    }
    if (node.kind != SchemaKind::Object || node.properties.isEmpty())
        return SchemaWords::type(node, parser);
    QStringList names;
    for (const SchemaProperty &property : node.properties) {
        if (property.required)
            names.append(property.name);
    }
    if (names.isEmpty())
        names.append(node.properties.constFirst().name);
    const bool more = names.size() > kNamedMembers;
    names.resize(qMin(names.size(), kNamedMembers));
    return u"object with %1%2"_s.arg(names.join(", "_L1), more ? u", …"_s : QString());
}

QString definitionName(const RawJson &branch)
{
    const QString reference = branch.value("$ref").toString();
    return reference.startsWith("#/"_L1) ? reference.section(u'/', -1) : QString();
}

void label(QList<SchemaBranch> &branches, const SchemaParser &parser)
{
    const QString telling = branches.isEmpty() ? QString() : discriminator(branches);
    QSet<QString> taken;
    for (SchemaBranch &branch : branches) {
        branch.label = branch.node.title;
        if (branch.label.isEmpty() && !telling.isEmpty())
            branch.label = onlyValue(branch.node.property(telling)->schema);
        if (branch.label.isEmpty())
            branch.label = definitionName(branch.node.schema);
        if (branch.label.isEmpty())
            branch.label = shapeLabel(branch.node, parser);
        branch.label = Unseen::line(branch.label);
        const QString plain = branch.label;
        for (int i = 2; taken.contains(branch.label); ++i)
            branch.label = u"%1 (%2)"_s.arg(plain, QString::number(i));
        taken.insert(branch.label);
    }
}

QList<RawJson> anyTypes()
{
    QList<RawJson> types;
    for (const char *type : { "string", "number", "boolean", "object", "array" })
        types.append(RawJson::fromText(QByteArray("{\"type\":\"") + type + "\"}"));
    return types;
}

/// Might @p value be meant for a node of this kind? The constants of an object must be there.
bool isMeant(const RawJson &value, const SchemaNode &node)
{
    switch (node.kind) {
    case SchemaKind::Object:
        return value.isObject()
               && std::none_of(node.properties.cbegin(), node.properties.cend(),
                               [&](const SchemaProperty &property) {
                                   const RawJson constant = property.schema.value("const");
                                   return !constant.isAbsent()
                                          && !sameJson(constant, value.value(property.name));
                               });
    case SchemaKind::Array:
        return value.isArray();
    case SchemaKind::String:
        return value.isString();
    case SchemaKind::Integer:
    case SchemaKind::Number:
        return value.isNumber();
    case SchemaKind::Boolean:
        return value.isBool();
    case SchemaKind::Any:
    case SchemaKind::Union:
        return true;
    default:
        return false;
    }
}

QSet<QString> memberNames(const RawJson &value)
{
    QSet<QString> names;
    for (const RawJsonMember &member : value.members())
        names.insert(member.key);
    return names;
}

qsizetype knownMembers(const QSet<QString> &names, const SchemaNode &node)
{
    return std::count_if(
            node.properties.cbegin(), node.properties.cend(),
            [&](const SchemaProperty &property) { return names.contains(property.name); });
}

bool isFull(const QList<SchemaBranch> &branches)
{
    qsizetype members = 0;
    for (const SchemaBranch &branch : branches)
        members += branch.node.properties.size();
    return branches.size() >= kMaxListed || members > kMaxListedMembers;
}

/// Alternatives of alternatives are alternatives of the whole: one chooser is enough. @p seen ends
/// circles of references.
void collect(const SchemaNode &node, const SchemaParser &parser, QList<RawJson> &seen,
             QList<SchemaBranch> &branches)
{
    for (const RawJson &schema : node.kind == SchemaKind::Any ? anyTypes() : node.branches) {
        const char *place = schema.view().data();
        const auto isHere = [place](const RawJson &other) { return other.view().data() == place; };
        if (isFull(branches) || seen.size() >= kMaxListed
            || std::any_of(seen.cbegin(), seen.cend(), isHere))
            continue;
        seen.append(schema);
        const SchemaNode branch = parser.parseBranch(node, schema);
        if (branch.kind == SchemaKind::Union || branch.kind == SchemaKind::Any)
            collect(branch, parser, seen, branches);
        else
            branches.append({ branch, {} });
    }
}

} // namespace

QList<SchemaBranch> schemaBranches(const SchemaNode &node, const SchemaParser &parser)
{
    QList<SchemaBranch> branches;
    QList<RawJson> seen;
    collect(node, parser, seen, branches);
    label(branches, parser);
    return branches;
}

int fittingBranch(const RawJson &value, const QList<SchemaBranch> &branches,
                  const SchemaParser &parser)
{
    SchemaValidator validator(parser.document());
    validator.setTimeLimit(qMax(5, kFittingMs / qMax(1, int(branches.size()))));
    const QSet<QString> names = memberNames(value);
    int best = -1;
    qsizetype bestScore = -1;
    for (int i = 0; i < branches.size(); ++i) {
        const SchemaNode &node = branches[i].node;
        const bool meant = isMeant(value, node);
        const bool valid = validator.validate(value, node.schema).isEmpty();
        if (!meant && !valid)
            continue;
        // A million members more than a valid branch knows do not make an invalid one better.
        const qsizetype score = (valid ? 2'000'000 : 0) + (meant ? 1'000'000 : 0)
                                + qMin<qsizetype>(knownMembers(names, node), 999'999);
        if (score > bestScore) {
            best = i;
            bestScore = score;
        }
    }
    return best;
}

} // namespace Mcp
