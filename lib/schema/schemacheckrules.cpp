// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "schema/schemacheck.h"

namespace Mcp {

using namespace Qt::Literals::StringLiterals;

namespace {

// In which dialects a keyword means something, and what else is to be known about it.
enum Flag {
    InDraft7 = 1,
    In2019 = 2,
    In2020 = 4,
    Since2019 = In2019 | In2020,
    Everywhere = InDraft7 | Since2019,
    Dialects = Everywhere,
    Validation = 8, ///< of the validation vocabulary, which a metaschema may leave out
    Format = 16,    ///< only where formats are asserted
    Last = 32,      ///< after all others
};

constexpr QLatin1StringView kVocabulary = "https://json-schema.org/draft/2020-12/vocab/"_L1;
constexpr QLatin1StringView kOldVocabulary = "https://json-schema.org/draft/2019-09/vocab/"_L1;

bool hasVocabulary(const RawJson &vocabularies, QLatin1StringView name)
{
    return vocabularies.contains(QString(kVocabulary + name).toUtf8())
           || vocabularies.contains(QString(kOldVocabulary + name).toUtf8());
}

} // namespace

struct SchemaCheck::Entry
{
    Handler handler = nullptr; ///< null for assertions
    int flags = 0;
};

/// How the schemas of a resource are to be read.
struct SchemaCheck::Reading
{
    int dialect = In2020;
    bool validates = true;
    bool assertsFormat = false;

    bool knows(const Entry &entry) const
    {
        return (entry.flags & dialect) != 0 && (validates || (entry.flags & Validation) == 0)
               && (assertsFormat || (entry.flags & Format) == 0);
    }
};

RawJson SchemaCheck::Rules::keyword(QLatin1StringView key) const
{
    for (const RawJsonMember &member : keywords) {
        if (member.key == key)
            return member.value;
    }
    return {};
}

const SchemaCheck::Rules &SchemaCheck::rulesOf(const RawJson &schema)
{
    const char *place = schema.view().data();
    const auto known = m_rules.find(place);
    return known != m_rules.end() ? known->second
                                  : m_rules.emplace(place, read(schema)).first->second;
}

SchemaCheck::Rules SchemaCheck::read(const RawJson &schema) const
{
    Rules rules;
    rules.resource = m_document.resourceOf(schema);
    rules.keywords = SchemaInstance(schema).members();
    rules.nullable = rules.keyword("nullable"_L1).toBool();
    const Reading reading = readingOf(*rules.resource);
    // Beside a $ref draft-07 ignores everything (core 8.3).
    const bool isReference = reading.dialect == InDraft7 && rules.keyword("$ref"_L1).isString();
    for (const int pass : { 0, int(Last) }) {
        for (const RawJsonMember &keyword : std::as_const(rules.keywords)) {
            const auto entry = entries().constFind(keyword.key);
            if (entry == entries().cend() || (entry->flags & Last) != pass || !reading.knows(*entry)
                || (isReference && keyword.key != "$ref"_L1))
                continue;
            addRule(rules, keyword, entry->handler);
            rules.collects = rules.collects || pass == Last;
        }
    }
    return rules;
}

SchemaCheck::Reading SchemaCheck::readingOf(const SchemaResource &resource) const
{
    Reading reading;
    reading.assertsFormat = m_formats == SchemaValidator::Formats::Assert;
    if (resource.dialect == SchemaDialect::Draft7)
        reading.dialect = InDraft7;
    else if (resource.dialect == SchemaDialect::Draft2019)
        reading.dialect = In2019;
    if (resource.schemaUri.isEmpty() || schemaDialect(resource.schemaUri))
        return reading;
    // A metaschema of somebody's own says which vocabularies it has (core 8.1.2).
    const SchemaResource *meta =
            m_document.findResource(SchemaUri::resolve(resource.schemaUri, {}).uri);
    const RawJson vocabularies = meta ? meta->root.value("$vocabulary") : RawJson();
    if (vocabularies.isObject()) {
        reading.validates = hasVocabulary(vocabularies, "validation"_L1);
        reading.assertsFormat =
                reading.assertsFormat || hasVocabulary(vocabularies, "format-assertion"_L1);
    }
    return reading;
}

void SchemaCheck::addRule(Rules &rules, const RawJsonMember &keyword, Handler handler)
{
    if (handler) {
        rules.list.append({ keyword.value, nullptr, handler });
        return;
    }
    SchemaAssertions::Assertion assertion = SchemaAssertions::find(keyword.key);
    // Up to draft-04 the limits stood in minimum and maximum, and a boolean said that they exclude.
    if (keyword.key == "minimum"_L1 && rules.keyword("exclusiveMinimum"_L1).toBool())
        assertion = &SchemaAssertions::exclusiveMinimum;
    if (keyword.key == "maximum"_L1 && rules.keyword("exclusiveMaximum"_L1).toBool())
        assertion = &SchemaAssertions::exclusiveMaximum;
    rules.list.append({ keyword.value, assertion, nullptr });
}

const QHash<QString, SchemaCheck::Entry> &SchemaCheck::entries()
{
    using Self = SchemaCheck;
    static const QHash<QString, Entry> table = [] {
        QHash<QString, Entry> all{
            { u"$ref"_s, { &Self::reference, Everywhere } },
            { u"$dynamicRef"_s, { &Self::dynamicReference, In2020 } },
            { u"$recursiveRef"_s, { &Self::recursiveReference, In2019 } },
            { u"required"_s, { &Self::required, Everywhere | Validation } },
            { u"properties"_s, { &Self::properties, Everywhere } },
            { u"patternProperties"_s, { &Self::patternProperties, Everywhere } },
            { u"additionalProperties"_s, { &Self::additionalProperties, Everywhere } },
            { u"propertyNames"_s, { &Self::propertyNames, Everywhere } },
            // Kept apart since 2019-09, but schemas that mix them mean what they say.
            { u"dependencies"_s, { &Self::dependencies, Everywhere } },
            { u"dependentRequired"_s, { &Self::dependencies, Since2019 | Validation } },
            { u"dependentSchemas"_s, { &Self::dependencies, Since2019 } },
            { u"items"_s, { &Self::items, Everywhere } },
            { u"prefixItems"_s, { &Self::prefixItems, In2020 } },
            { u"additionalItems"_s, { &Self::additionalItems, Everywhere } },
            { u"contains"_s, { &Self::contains, Everywhere } },
            { u"allOf"_s, { &Self::allOf, Everywhere } },
            { u"anyOf"_s, { &Self::anyOf, Everywhere } },
            { u"oneOf"_s, { &Self::oneOf, Everywhere } },
            { u"not"_s, { &Self::negation, Everywhere } },
            { u"if"_s, { &Self::condition, Everywhere } },
            { u"unevaluatedProperties"_s, { &Self::unevaluatedProperties, Since2019 | Last } },
            { u"unevaluatedItems"_s, { &Self::unevaluatedItems, Since2019 | Last } },
            { u"format"_s, { nullptr, Everywhere | Format } },
        };
        for (const QString &keyword : SchemaAssertions::keywords()) {
            if (!all.contains(keyword))
                all.insert(keyword, { nullptr, Everywhere | Validation });
        }
        return all;
    }();
    return table;
}

} // namespace Mcp
