// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "schema/schemaindex.h"

#include <algorithm>
#include <functional>

namespace Mcp {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMaxDepth = 200; ///< each level is read once more; a validation ends earlier
constexpr qsizetype kMaxSchemas = 200'000;

RawJson memberOf(const QList<RawJsonMember> &members, QLatin1StringView key)
{
    const auto last =
            std::find_if(members.crbegin(), members.crend(),
                         [key](const RawJsonMember &member) { return member.key == key; });
    return last == members.crend() ? RawJson() : last->value;
}

/// Could the document hold an identifier? Escapes are rare enough to be taken for one.
bool mayHaveIdentifiers(QByteArrayView text)
{
    return text.contains("\"$id\"") || text.contains("nchor\"") || text.contains("\\u");
}

enum class Children { None, Itself, Members };

/// What the value of a keyword holds: schemas itself (one or a list), or by name.
Children childrenOf(const QString &keyword)
{
    static const QHash<QString, Children> table{
        { u"additionalItems"_s, Children::Itself },
        { u"additionalProperties"_s, Children::Itself },
        { u"allOf"_s, Children::Itself },
        { u"anyOf"_s, Children::Itself },
        { u"contains"_s, Children::Itself },
        { u"contentSchema"_s, Children::Itself },
        { u"else"_s, Children::Itself },
        { u"if"_s, Children::Itself },
        { u"items"_s, Children::Itself },
        { u"not"_s, Children::Itself },
        { u"oneOf"_s, Children::Itself },
        { u"prefixItems"_s, Children::Itself },
        { u"propertyNames"_s, Children::Itself },
        { u"then"_s, Children::Itself },
        { u"unevaluatedItems"_s, Children::Itself },
        { u"unevaluatedProperties"_s, Children::Itself },
        { u"$defs"_s, Children::Members },
        { u"definitions"_s, Children::Members },
        { u"dependencies"_s, Children::Members },
        { u"dependentSchemas"_s, Children::Members },
        { u"patternProperties"_s, Children::Members },
        { u"properties"_s, Children::Members },
    };
    return table.value(keyword, Children::None);
}

QList<RawJson> childSchemas(const RawJsonMember &keyword)
{
    QList<RawJson> schemas;
    const Children children = childrenOf(keyword.key);
    if (children == Children::Members) {
        for (const RawJsonMember &member : keyword.value.members())
            schemas.append(member.value);
    } else if (children == Children::Itself) {
        schemas = keyword.value.isArray() ? keyword.value.elements()
                                          : QList<RawJson>{ keyword.value };
    }
    return schemas;
}

} // namespace

SchemaIndex::SchemaIndex(const RawJson &root, const QString &uri, SchemaDialect dialect)
{
    m_resources.reserve(4);
    addResource(root, uri, -1);
    m_resources[0].dialect = dialect;
    const RawJson declared = root.value("$schema");
    if (declared.isString()) {
        m_resources[0].schemaUri = declared.toString();
        m_resources[0].dialect = schemaDialect(m_resources[0].schemaUri).value_or(dialect);
    }
    if (mayHaveIdentifiers(root.view()))
        walk();
    m_byPosition.resize(m_resources.size());
    std::generate(m_byPosition.begin(), m_byPosition.end(), [n = 0]() mutable { return n++; });
    std::sort(m_byPosition.begin(), m_byPosition.end(), [this](int a, int b) {
        return m_resources[a].root.range().begin < m_resources[b].root.range().begin;
    });
}

const SchemaResource *SchemaIndex::around(const RawJson &schema) const
{
    if (m_resources.isEmpty()
        || schema.buffer().constData() != m_resources[0].root.buffer().constData())
        return nullptr;
    const JsonRange range = schema.range();
    const auto behind = std::upper_bound(
            m_byPosition.cbegin(), m_byPosition.cend(), range.begin,
            [this](qsizetype begin, int i) { return begin < m_resources[i].root.range().begin; });
    int index = behind == m_byPosition.cbegin() ? -1 : *std::prev(behind);
    while (index >= 0 && m_resources[index].root.range().end < range.end)
        index = m_resources[index].parent;
    return index < 0 ? nullptr : &m_resources[index];
}

const SchemaResource *SchemaIndex::find(const QString &uri) const
{
    const int index = m_byUri.value(uri, -1);
    return index < 0 ? nullptr : &m_resources[index];
}

void SchemaIndex::walk()
{
    QList<Open> open{ { m_resources[0].root, 0, 0 } };
    for (qsizetype i = 0; i < open.size() && i < kMaxSchemas; ++i) {
        Open current = open[i];
        if (!current.schema.isObject() || current.depth > kMaxDepth)
            continue;
        const QList<RawJsonMember> members = current.schema.members();
        enter(current, members);
        for (const RawJsonMember &member : members) {
            for (const RawJson &child : childSchemas(member))
                open.append({ child, current.resource, current.depth + 1 });
        }
    }
}

/// Reads the identifiers of one schema; an "$id" makes it the resource that its children are in.
void SchemaIndex::enter(Open &open, const QList<RawJsonMember> &members)
{
    const RawJson id = memberOf(members, "$id"_L1);
    const SchemaResource &outer = m_resources.at(open.resource);
    // Beside a $ref draft-07 ignores everything (core 8.3).
    const bool ignored =
            outer.dialect == SchemaDialect::Draft7 && memberOf(members, "$ref"_L1).isString();
    if (ignored)
        return;
    if (id.isString()) {
        const SchemaUri uri = SchemaUri::resolve(id.toString(), outer.uri);
        if (open.schema == m_resources[0].root && open.depth == 0) {
            m_resources[0].uri = uri.uri;
            m_byUri.insert(uri.uri, 0);
        } else if (uri.uri != outer.uri) {
            const SchemaDialect inherited = outer.dialect;
            const QString schemaUri = memberOf(members, "$schema"_L1).toString(outer.schemaUri);
            open.resource = addResource(open.schema, uri.uri, open.resource);
            m_resources[open.resource].schemaUri = schemaUri;
            m_resources[open.resource].dialect = schemaDialect(schemaUri).value_or(inherited);
        }
        if (!uri.fragment.isEmpty())
            m_resources[open.resource].anchors.insert(uri.fragment, open.schema);
    }
    addAnchors(open, members);
}

void SchemaIndex::addAnchors(const Open &open, const QList<RawJsonMember> &members)
{
    SchemaResource &resource = m_resources[open.resource];
    if (resource.dialect == SchemaDialect::Draft7)
        return;
    const auto add = [&open](QHash<QString, RawJson> &names, const QString &name) {
        if (!names.contains(name))
            names.insert(name, open.schema);
    };
    if (const RawJson anchor = memberOf(members, "$anchor"_L1); anchor.isString())
        add(resource.anchors, anchor.toString());
    if (const RawJson anchor = memberOf(members, "$dynamicAnchor"_L1); anchor.isString()) {
        add(resource.anchors, anchor.toString());
        add(resource.dynamicAnchors, anchor.toString());
    }
    if (memberOf(members, "$recursiveAnchor"_L1).toBool())
        add(resource.dynamicAnchors, QString());
}

int SchemaIndex::addResource(const RawJson &root, const QString &uri, int parent)
{
    SchemaResource resource;
    resource.root = root;
    resource.uri = uri;
    resource.parent = parent;
    // Most references lead here; finding them by scanning the document for each adds up.
    for (const QLatin1StringView key : { "$defs"_L1, "definitions"_L1 }) {
        for (const RawJsonMember &member : root.value(QByteArrayView(key)).members())
            resource.definitions.insert(key + u'/' + member.key, member.value);
    }
    const int index = int(m_resources.size());
    m_resources.append(resource);
    if (!m_byUri.contains(uri))
        m_byUri.insert(uri, index);
    return index;
}

} // namespace Mcp
