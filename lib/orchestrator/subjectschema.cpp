// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/subjectschema.h"

#include "protocol/uritemplate.h"
#include "json/jsonwriter.h"

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

RawJson objectSchema(const RawJson &properties, const RawJson &required)
{
    JsonObjectWriter schema;
    schema.add(u"type", u"object").add(u"properties", properties).add(u"required", required);
    return schema.toRawJson();
}

/// A list first, as that is what most exploded variables are for.
constexpr char explodedSchema[] =
        R"({"anyOf":[{"title":"List","type":"array","items":{"type":"string"}},)"
        R"({"title":"Text","type":"string"},)"
        R"({"title":"Pairs","type":"object","additionalProperties":{"type":"string"}}]})";

} // namespace

RawJson promptSchema(const Prompt &prompt)
{
    JsonObjectWriter properties;
    JsonArrayWriter required;
    const QList<PromptArgument> arguments = prompt.arguments();
    for (const PromptArgument &argument : arguments) {
        JsonObjectWriter property;
        property.add(u"type", u"string");
        if (!argument.title.isEmpty())
            property.add(u"title", argument.title);
        if (!argument.description.isEmpty())
            property.add(u"description", argument.description);
        properties.add(argument.name, property.toRawJson());
        if (argument.isRequired)
            required.add(argument.name);
    }
    return objectSchema(properties.toRawJson(), required.toRawJson());
}

RawJson templateSchema(const QString &text)
{
    const auto parsed = UriTemplate::parse(text);
    if (!parsed)
        return RawJson::fromText(R"({"type":"object"})");
    JsonObjectWriter properties;
    JsonArrayWriter required;
    for (const QString &variable : parsed->variables()) {
        if (parsed->isExploded(variable))
            properties.addRaw(variable, explodedSchema);
        else
            properties.addRaw(variable, R"({"type":"string"})");
        if (parsed->isNeeded(variable))
            required.add(variable);
    }
    return objectSchema(properties.toRawJson(), required.toRawJson());
}

Result<QString> expandTemplate(const QString &text, const RawJson &values)
{
    const auto parsed = UriTemplate::parse(text);
    if (!parsed)
        return parsed.error();
    if (!values.isAbsent() && !values.isObject())
        return Error::usage(u"The values of the variables must be an object."_s);
    return parsed->expand(UriValue::allFromJson(values));
}

} // namespace Mcp
