// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/secrets.h"

#include "schema/fieldname.h"
#include "json/jsonpointer.h"
#include "json/jsonwriter.h"

#include <QtCore/qhash.h>
#include <QtCore/qregularexpression.h>

#include <algorithm>
#include <map>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

constexpr int maxDepth = 64;          // of values
constexpr qsizetype maxSchemas = 256; // that apply to one value

/// What counts of a schema, found in one pass: looking each of it up means reading all of the
/// schema every time, for each of ten thousand members.
struct SchemaFacts
{
    bool isSecret = false;
    QHash<QString, RawJson> properties;
    RawJson rest; ///< additionalProperties
    RawJson items;
    QList<RawJson> related; ///< that apply to the same value
};

/// Walks arguments and schema side by side; the same schema may be met by several ways (allOf …).
class SecretFilter
{
public:
    /// @p mask: what stands instead of a secret; absent: nothing does.
    explicit SecretFilter(const RawJson &root, const RawJson &mask = {})
        : m_root(root)
        , m_mask(mask)
    {}

    /// The value without secrets; absent when it is itself secret.
    RawJson filter(const RawJson &value, const QList<RawJson> &schemas, int depth = 0)
    {
        if (depth > maxDepth)
            return value;
        QList<RawJson> all;
        for (const RawJson &schema : schemas)
            collect(schema, all);
        for (const RawJson &schema : std::as_const(all)) {
            if (factsOf(schema).isSecret)
                return m_mask;
        }
        if (value.isObject())
            return filterObject(value, all, depth);
        if (value.isArray())
            return filterArray(value, all, depth);
        return value;
    }

private:
    /// All schemas are parts of the root: the place of one tells which it is.
    const SchemaFacts &factsOf(const RawJson &schema)
    {
        const auto known = m_facts.find(schema.range().begin);
        return known != m_facts.end()
                       ? known->second
                       : m_facts.emplace(schema.range().begin, readFacts(schema)).first->second;
    }

    SchemaFacts readFacts(const RawJson &schema) const
    {
        SchemaFacts facts;
        const QList<RawJsonMember> members = schema.members();
        for (const auto &[key, value] : members) {
            if (key == "writeOnly"_L1)
                facts.isSecret = facts.isSecret || value.toBool();
            else if (key == "format"_L1)
                facts.isSecret = facts.isSecret || value.toString() == "password"_L1;
            else if (key == "properties"_L1)
                facts.properties = membersOf(value);
            else if (key == "additionalProperties"_L1)
                facts.rest = value;
            else if (key == "items"_L1)
                facts.items = value;
            else if (key == "$ref"_L1)
                facts.related += target(value.toString());
            else if (key == "allOf"_L1 || key == "anyOf"_L1 || key == "oneOf"_L1)
                facts.related += value.elements();
        }
        return facts;
    }

    static QHash<QString, RawJson> membersOf(const RawJson &object)
    {
        QHash<QString, RawJson> result;
        const QList<RawJsonMember> members = object.members();
        for (const RawJsonMember &member : members)
            result.insert(member.key, member.value);
        return result;
    }

    RawJson target(const QString &reference) const
    {
        const auto pointer = JsonPointer::parse(reference);
        return pointer && !reference.isEmpty() ? pointer->resolve(m_root) : RawJson();
    }

    /// The schema with all that it refers to or combines, each once.
    void collect(const RawJson &schema, QList<RawJson> &all)
    {
        const bool known = std::any_of(all.begin(), all.end(), [&](const RawJson &other) {
            return other.range() == schema.range();
        });
        if (!schema.isObject() || known || all.size() >= maxSchemas)
            return;
        all.append(schema);
        for (const RawJson &related : factsOf(schema).related)
            collect(related, all);
    }

    RawJson filterObject(const RawJson &object, const QList<RawJson> &schemas, int depth)
    {
        bool changed = false;
        JsonObjectWriter writer;
        for (const RawJsonMember &member : object.members()) {
            // What the form hides because of its name is a secret, too.
            const bool hidden = member.value.isString() && isSecretFieldName(member.key);
            const RawJson kept =
                    hidden ? m_mask
                           : filter(member.value, memberSchemas(schemas, member.key), depth + 1);
            changed = changed || kept.isAbsent() || !(kept == member.value);
            writer.add(member.key, kept);
        }
        return changed ? writer.toRawJson() : object;
    }

    RawJson filterArray(const RawJson &array, const QList<RawJson> &schemas, int depth)
    {
        bool changed = false;
        JsonArrayWriter writer;
        QList<RawJson> items;
        for (const RawJson &schema : schemas) {
            if (const RawJson item = factsOf(schema).items; item.isObject())
                items.append(item);
        }
        for (const RawJson &element : array.elements()) {
            const RawJson kept = filter(element, items, depth + 1);
            changed = changed || kept.isAbsent() || !(kept == element);
            if (!kept.isAbsent())
                writer.add(kept);
        }
        return changed ? writer.toRawJson() : array;
    }

    QList<RawJson> memberSchemas(const QList<RawJson> &schemas, const QString &key)
    {
        QList<RawJson> result;
        for (const RawJson &schema : schemas) {
            const SchemaFacts &facts = factsOf(schema);
            const RawJson property = facts.properties.value(key);
            if (property.isObject())
                result.append(property);
            else if (facts.rest.isObject())
                result.append(facts.rest);
        }
        return result;
    }

    RawJson m_root;
    RawJson m_mask;
    std::map<qsizetype, SchemaFacts> m_facts; ///< by where the schema begins
};

} // namespace

bool looksSecret(QStringView name)
{
    static constexpr QStringView marks[] = { u"TOKEN",  u"KEY",    u"SECRET", u"PASSW",  u"AUTH",
                                             u"COOKIE", u"CREDEN", u"BEARER", u"PRIVATE" };
    for (const QStringView mark : marks) {
        if (name.contains(mark, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

bool mentionsSecret(const QString &text, const RawJson &schema)
{
    static const QRegularExpression name(u"\"([^\"\\\\]{1,100})\"?\\s*:"_s);
    for (auto it = name.globalMatch(text); it.hasNext();) {
        if (isSecretFieldName(it.next().captured(1)))
            return true;
    }
    return schema.view().contains("\"password\"") || schema.view().contains("\"writeOnly\"");
}

QString secretMask() { return u"•••"_s; }

RawJson withoutSecrets(const RawJson &arguments, const RawJson &schema)
{
    if (!arguments.isObject())
        return arguments;
    return SecretFilter(schema).filter(arguments, { schema });
}

RawJson withMaskedSecrets(const RawJson &arguments, const RawJson &schema)
{
    if (!arguments.isObject())
        return arguments;
    return SecretFilter(schema, RawJson::fromString(secretMask())).filter(arguments, { schema });
}

} // namespace Mcp
