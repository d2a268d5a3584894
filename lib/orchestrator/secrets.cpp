// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/secrets.h"

#include "orchestrator/secretschema.h"
#include "schema/fieldname.h"
#include "json/jsonwriter.h"

#include <QtCore/qregularexpression.h>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

constexpr int maxValueDepth = 64; // of values

/// Walks arguments and schema side by side.
class SecretFilter
{
public:
    explicit SecretFilter(const RawJson &schema)
        : m_schema(schema)
    {}

    RawJson filter(const RawJson &value) { return filter(value, m_schema.root(), 0); }

private:
    using Schemas = SecretSchema::Schemas;

    /// The value without secrets; absent when it is itself secret.
    RawJson filter(const RawJson &value, const Schemas &schemas, int depth)
    {
        if (depth > maxValueDepth)
            return value;
        if (m_schema.isSecret(schemas))
            return {};
        if (value.isObject())
            return filterObject(value, schemas, depth);
        if (value.isArray())
            return filterArray(value, schemas, depth);
        return value;
    }

    RawJson filterObject(const RawJson &object, const Schemas &schemas, int depth)
    {
        bool changed = false;
        JsonObjectWriter writer;
        for (const RawJsonMember &member : object.members()) {
            // What the form hides because of its name is a secret, too.
            // A switch is none: "secret": true says what to make.
            const bool hidden = !member.value.isNull() && !member.value.isBool()
                                && isSecretFieldName(member.key);
            const RawJson kept =
                    hidden ? RawJson()
                           : filter(member.value, m_schema.member(schemas, member.key), depth + 1);
            changed = changed || kept.isAbsent() || !(kept == member.value);
            writer.add(member.key, kept);
        }
        return changed ? writer.toRawJson() : object;
    }

    RawJson filterArray(const RawJson &array, const Schemas &schemas, int depth)
    {
        bool changed = false;
        JsonArrayWriter writer;
        const Schemas items = m_schema.element(schemas);
        for (const RawJson &element : array.elements()) {
            const RawJson kept = filter(element, items, depth + 1);
            changed = changed || kept.isAbsent() || !(kept == element);
            if (!kept.isAbsent())
                writer.add(kept);
        }
        return changed ? writer.toRawJson() : array;
    }

    SecretSchema m_schema;
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

QStringView secretPart(const QStringList &arguments, qsizetype index)
{
    const QString &argument = arguments[index];
    const qsizetype equals = argument.indexOf(u'=');
    if (index > 0 && !argument.startsWith(u'-')) {
        const QString &before = arguments[index - 1];
        if (before.startsWith(u'-') && !before.contains(u'=') && looksSecret(before))
            return argument;
    }
    return equals > 0 && looksSecret(QStringView(argument).first(equals))
                   ? QStringView(argument).sliced(equals + 1)
                   : QStringView();
}

QString secretMask() { return u"•••"_s; }

RawJson withoutSecrets(const RawJson &arguments, const RawJson &schema)
{
    if (!arguments.isObject())
        return arguments;
    return SecretFilter(schema).filter(arguments);
}

} // namespace Mcp
