// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/roundtrip.h"

#include "forms/formfiller.h"
#include "forms/schemasamples.h"
#include "json/jsontext.h"
#include "json/jsonwriter.h"

#include <QtCore/qset.h>

using namespace Qt::Literals::StringLiterals;
using Mcp::RawJson;
using Mcp::SchemaKind;
using Mcp::SchemaNode;
using Mcp::SchemaParser;

namespace McpTest {

namespace {

QByteArray compact(const RawJson &value) { return Mcp::JsonText::compact(value.view()); }

/// The schema without its other properties, unless references lead there: a form of one field is
/// made a hundred times faster than one of forty.
RawJson withOneProperty(const RawJson &schema, const Mcp::SchemaProperty &property)
{
    if (schema.view().contains("#/properties") || schema.view().contains("\"#\""))
        return schema;
    Mcp::JsonObjectWriter writer;
    for (const Mcp::RawJsonMember &member : schema.members()) {
        if (member.key == "properties"_L1)
            writer.add(u"properties",
                       Mcp::JsonObjectWriter().add(property.name, property.schema).toRawJson());
        else if (member.key != "required"_L1)
            writer.add(member.key, member.value);
    }
    return writer.toRawJson();
}

/// Is there a declared value without type, members or limits, so that nothing can be said of it?
/// What maps and free objects hold is not declared: the user chooses its kind.
bool saysNothing(const RawJson &schema, const SchemaParser &parser, int depth,
                 QSet<qsizetype> &seen)
{
    const SchemaNode node = parser.parse(schema);
    if (node.kind == SchemaKind::Any)
        return true;
    if (depth > 12 || seen.contains(schema.range().begin))
        return false;
    seen.insert(schema.range().begin);
    const auto below = [&](const RawJson &inner) {
        return saysNothing(inner, parser, depth + 1, seen);
    };
    for (const Mcp::SchemaProperty &property : node.properties) {
        if (below(property.schema))
            return true;
    }
    const bool isUnion = node.kind == SchemaKind::Union;
    const QList<RawJson> parts = isUnion ? node.branches : node.prefixItems;
    return std::any_of(parts.cbegin(), parts.cend(), below)
           || (node.items.isObject() && below(node.items))
           || (node.additionalProperties.count() > 0 && below(node.additionalProperties));
}

} // namespace

void RoundTrip::run(const QString &title, const RawJson &inputSchema, int limit)
{
    const SchemaParser parser(inputSchema);
    const Mcp::SchemaValidator validator(parser.document());
    SchemaSamples samples(parser);
    const SchemaNode root = parser.root();
    for (const Mcp::SchemaProperty &property : root.properties) {
        ++parameters;
        bool json = false;
        bool jsonAtTop = false;
        int variant = 0;
        const RawJson schema = withOneProperty(inputSchema, property);
        for (const RawJson &value : samples.of(parser.parse(property.schema), limit)) {
            if (value.isAbsent()) // no value is allowed
                continue;
            ++values;
            const QString place = u"%1 %2: %3"_s.arg(title, property.name,
                                                     QString::fromUtf8(compact(value)).left(200));
            if (const auto problems = validator.validate(value, property.schema);
                !problems.isEmpty()) {
                ++invalid;
                invalids.append(place + u" — "_s + problems.constFirst().pointer.toString() + u' '
                                + problems.constFirst().message);
            }
            McpUi::ArgumentForm form;
            form.setSchema(schema);
            FormFiller filler(&form);
            const bool filled = filler.fillMember(property.name, value, variant++ % 2 == 1);
            json = json || filler.usedJson();
            jsonAtTop = jsonAtTop || filler.usedJsonAtTop();
            const QByteArray back = compact(form.value().value(property.name));
            if (!filled || form.isBroken() || back != compact(value))
                failures.append(place + u" — "_s
                                + (filled ? u"came back as "_s + QString::fromUtf8(back)
                                          : filler.problem()));
        }
        QSet<qsizetype> seen;
        if (jsonAtTop)
            ++asJson;
        else if (json || saysNothing(property.schema, parser, 0, seen))
            ++withJson;
        else
            ++asForm;
    }
}

} // namespace McpTest
