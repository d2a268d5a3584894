// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/secrets.h"

#include "schema/fieldname.h"
#include "json/jsonpointer.h"
#include "json/jsonwriter.h"

#include <QtCore/qregularexpression.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

constexpr int maxDepth = 64;          // of values
constexpr qsizetype maxSchemas = 256; // that apply to one value

/// Walks arguments and schema side by side; the same schema may be met by several ways (allOf …).
class SecretFilter
{
public:
    explicit SecretFilter(const RawJson &root)
        : m_root(root)
    {}

    /// The value without secrets; absent when it is itself secret.
    RawJson filter(const RawJson &value, const QList<RawJson> &schemas, int depth = 0) const
    {
        if (depth > maxDepth)
            return value;
        QList<RawJson> all;
        for (const RawJson &schema : schemas)
            collect(schema, all);
        for (const RawJson &schema : std::as_const(all)) {
            if (isSecret(schema))
                return {};
        }
        if (value.isObject())
            return filterObject(value, all, depth);
        if (value.isArray())
            return filterArray(value, all, depth);
        return value;
    }

private:
    static bool isSecret(const RawJson &schema)
    {
        return schema.value("writeOnly").toBool()
               || schema.value("format").toString() == "password"_L1;
    }

    /// The schema with all that it refers to or combines, each once.
    void collect(const RawJson &schema, QList<RawJson> &all) const
    {
        const bool known = std::any_of(all.begin(), all.end(), [&](const RawJson &other) {
            return other.range() == schema.range();
        });
        if (!schema.isObject() || known || all.size() >= maxSchemas)
            return;
        all.append(schema);
        const QString reference = schema.value("$ref").toString();
        if (const auto pointer = JsonPointer::parse(reference); pointer && !reference.isEmpty())
            collect(pointer->resolve(m_root), all);
        for (const char *key : { "allOf", "anyOf", "oneOf" }) {
            for (const RawJson &part : schema.value(key).elements())
                collect(part, all);
        }
    }

    RawJson filterObject(const RawJson &object, const QList<RawJson> &schemas, int depth) const
    {
        bool changed = false;
        JsonObjectWriter writer;
        for (const RawJsonMember &member : object.members()) {
            // What the form hides because of its name is a secret, too.
            const bool hidden = member.value.isString() && isSecretFieldName(member.key);
            const RawJson kept =
                    hidden ? RawJson()
                           : filter(member.value, memberSchemas(schemas, member.key), depth + 1);
            changed = changed || kept.isAbsent() || !(kept == member.value);
            writer.add(member.key, kept);
        }
        return changed ? writer.toRawJson() : object;
    }

    RawJson filterArray(const RawJson &array, const QList<RawJson> &schemas, int depth) const
    {
        bool changed = false;
        JsonArrayWriter writer;
        QList<RawJson> items;
        for (const RawJson &schema : schemas) {
            if (const RawJson item = schema.value("items"); item.isObject())
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

    static QList<RawJson> memberSchemas(const QList<RawJson> &schemas, const QString &key)
    {
        QList<RawJson> result;
        for (const RawJson &schema : schemas) {
            const RawJson property = schema.value("properties").value(key);
            const RawJson rest = schema.value("additionalProperties");
            if (property.isObject())
                result.append(property);
            else if (rest.isObject())
                result.append(rest);
        }
        return result;
    }

    RawJson m_root;
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

} // namespace Mcp
