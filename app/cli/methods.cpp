// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "methods.h"

#include "json/jsontext.h"
#include "json/jsonwriter.h"

#include <array>

using namespace Qt::Literals::StringLiterals;
using Mcp::Error;
using Mcp::JsonObjectWriter;
using Mcp::RawJson;
using Mcp::Result;

namespace McpCli {

namespace {

/// A value that is JSON goes out as it was typed, everything else as text.
RawJson jsonOrText(const QString &value)
{
    const QByteArray bytes = value.toUtf8();
    return Mcp::JsonText::check(bytes) ? RawJson::fromString(value) : RawJson::fromText(bytes);
}

/// Where only texts are allowed: the text of a JSON string, everything else as typed.
QString asText(const QString &value)
{
    const RawJson json = jsonOrText(value);
    return json.isString() ? json.toString() : value;
}

RawJson textObject(const QList<Pair> &pairs)
{
    JsonObjectWriter writer;
    for (const Pair &pair : pairs)
        writer.add(pair.key, asText(pair.value));
    return writer.toRawJson();
}

Error missing(const QString &method, const QString &option)
{
    return Error::usage(u"%1 needs %2."_s.arg(method, option));
}

Result<RawJson> toolArguments(const Options &options)
{
    if (!options.toolArgumentsJson) {
        JsonObjectWriter writer;
        for (const Pair &pair : options.toolArguments)
            writer.add(pair.key, jsonOrText(pair.value));
        return writer.toRawJson();
    }
    if (!options.toolArguments.isEmpty())
        return Error::usage(u"--tool-args-json and --tool-arg exclude each other."_s);
    if (const auto problem = Mcp::JsonText::check(*options.toolArgumentsJson))
        return Error::usage(
                u"--tool-args-json is not JSON: line %1, column %2: %3."_s.arg(problem->line)
                        .arg(problem->column)
                        .arg(problem->message));
    const RawJson arguments = RawJson::fromText(*options.toolArgumentsJson);
    if (!arguments.isObject())
        return Error::usage(u"--tool-args-json must be a JSON object, such as {\"name\": 1}."_s);
    return arguments;
}

Result<RawJson> toolCall(const Options &options)
{
    if (options.toolName.isEmpty())
        return missing(options.method, u"--tool-name NAME"_s);
    const auto arguments = toolArguments(options);
    if (!arguments)
        return arguments.error();
    return JsonObjectWriter()
            .add(u"name", options.toolName)
            .add(u"arguments", *arguments)
            .toRawJson();
}

Result<RawJson> resourceRead(const Options &options)
{
    if (options.uri.isEmpty())
        return missing(options.method, u"--uri URI"_s);
    return JsonObjectWriter().add(u"uri", options.uri).toRawJson();
}

Result<RawJson> promptGet(const Options &options)
{
    if (options.promptName.isEmpty())
        return missing(options.method, u"--prompt-name NAME"_s);
    return JsonObjectWriter()
            .add(u"name", options.promptName)
            .add(u"arguments", textObject(options.promptArguments))
            .toRawJson();
}

Result<RawJson> logLevel(const Options &options)
{
    if (options.logLevel.isEmpty())
        return missing(options.method, u"--log-level LEVEL"_s);
    return JsonObjectWriter().add(u"level", options.logLevel).toRawJson();
}

Result<RawJson> completion(const Options &options)
{
    const bool ofPrompt = options.completionReferenceType == "ref/prompt"_L1;
    if (options.completionReferenceType.isEmpty() || options.completionReference.isEmpty()
        || !options.completionArgument || options.completionArgument->key.isEmpty())
        return missing(options.method,
                       u"--complete-ref-type ref/prompt|ref/resource, --complete-ref NAME-OR-URI "
                       "and --complete-arg-name NAME"_s);
    JsonObjectWriter reference;
    reference.add(u"type", options.completionReferenceType);
    reference.add(ofPrompt ? u"name" : u"uri", options.completionReference);
    JsonObjectWriter argument;
    argument.add(u"name", options.completionArgument->key);
    argument.add(u"value", options.completionArgument->value);
    JsonObjectWriter params;
    params.add(u"ref", reference.toRawJson()).add(u"argument", argument.toRawJson());
    if (!options.promptArguments.isEmpty())
        params.add(u"context", JsonObjectWriter()
                                       .add(u"arguments", textObject(options.promptArguments))
                                       .toRawJson());
    return params.toRawJson();
}

Result<RawJson> nothing(const Options &) { return RawJson(); }

struct MethodRow
{
    QLatin1StringView name;
    Result<RawJson> (*params)(const Options &) = nullptr;
    QLatin1StringView listMember;
};

constexpr std::array methods = {
    MethodRow{ "initialize"_L1, nothing, {} },
    MethodRow{ "tools/list"_L1, nothing, "tools"_L1 },
    MethodRow{ "tools/call"_L1, toolCall, {} },
    MethodRow{ "resources/list"_L1, nothing, "resources"_L1 },
    MethodRow{ "resources/read"_L1, resourceRead, {} },
    MethodRow{ "resources/templates/list"_L1, nothing, "resourceTemplates"_L1 },
    MethodRow{ "prompts/list"_L1, nothing, "prompts"_L1 },
    MethodRow{ "prompts/get"_L1, promptGet, {} },
    MethodRow{ "completion/complete"_L1, completion, {} },
    MethodRow{ "logging/setLevel"_L1, logLevel, {} },
    MethodRow{ "ping"_L1, nothing, {} },
    MethodRow{ "servers/list"_L1, nothing, {} },
    MethodRow{ "servers/show"_L1, nothing, {} },
};

} // namespace

QStringList methodNames()
{
    QStringList names;
    for (const MethodRow &row : methods)
        names.append(row.name);
    return names;
}

bool isListing(const QString &method)
{
    return method == "servers/list"_L1 || method == "servers/show"_L1;
}

Result<Request> requestFor(const Options &options)
{
    if (options.method.isEmpty())
        return Error::usage(u"What is to be done? Choose with --method: %1."_s.arg(
                methodNames().join(", "_L1)));
    for (const MethodRow &row : methods) {
        if (row.name != options.method)
            continue;
        const auto params = row.params(options);
        if (!params)
            return params.error();
        Request request{ options.method, *params, row.listMember, {}, {} };
        QList<Pair> meta = options.metadata;
        if (options.method == "tools/call"_L1)
            meta += options.toolMetadata;
        if (options.method != "logging/setLevel"_L1)
            request.logLevel = options.logLevel;
        if (!meta.isEmpty())
            request.meta = textObject(meta);
        return request;
    }
    return Error::usage(u"There is no method “%1” here. There are: %2."_s.arg(
            options.method, methodNames().join(", "_L1)));
}

} // namespace McpCli
