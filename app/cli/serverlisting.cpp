// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "serverchoice.h"

#include "serversource.h"

#include "orchestrator/secrets.h"
#include "json/jsonwriter.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using Mcp::JsonArrayWriter;
using Mcp::JsonObjectWriter;
using Mcp::RawJson;

namespace McpCli {

namespace {

const QString redacted = u"[redacted]"_s;

/// Arguments with the values of those that look secret hidden: --api-key X, --token=X.
QStringList redactedArguments(const QStringList &arguments)
{
    QStringList result;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QStringView secret = Mcp::secretPart(arguments, i);
        result.append(secret.isEmpty() ? arguments[i]
                                       : arguments[i].chopped(secret.size()) + redacted);
    }
    return result;
}

struct Row
{
    QString name;
    QString type;
    QString detail;

    RawJson toJson() const
    {
        return JsonObjectWriter()
                .add(u"name", name)
                .add(u"type", type)
                .add(u"detail", detail)
                .toRawJson();
    }
};

QList<Row> rowsOf(const ServerSource &source)
{
    QList<Row> rows;
    for (const Mcp::ServerSpec &spec : source.servers()) {
        const QStringList words =
                QStringList{ spec.launch.command } + redactedArguments(spec.launch.arguments);
        rows.append({ spec.name, u"stdio"_s, words.join(u' ') });
    }
    for (const Mcp::RemoteServer &server : source.remoteServers())
        rows.append({ server.name, server.type == "sse"_L1 ? u"sse"_s : u"streamable-http"_s,
                      server.url });
    std::sort(rows.begin(), rows.end(), [](const Row &a, const Row &b) {
        const int order = a.name.compare(b.name, Qt::CaseInsensitive);
        return order != 0 ? order < 0 : a.name < b.name;
    });
    return rows;
}

/// The members of an object with the values of all, or of those whose names look secret, hidden.
RawJson redactedMembers(const RawJson &object, bool all)
{
    JsonObjectWriter writer;
    for (const Mcp::RawJsonMember &member : object.members()) {
        if (all || Mcp::looksSecret(member.key))
            writer.add(member.key, redacted);
        else
            writer.add(member.key, member.value);
    }
    return writer.toRawJson();
}

RawJson redactedList(const RawJson &list)
{
    QStringList words;
    for (const RawJson &element : list.elements())
        words.append(element.isString() ? element.toString() : QString::fromUtf8(element.view()));
    const QStringList hidden = redactedArguments(words);
    JsonArrayWriter writer;
    const QList<RawJson> elements = list.elements();
    for (qsizetype i = 0; i < elements.size(); ++i) {
        if (hidden.at(i) == words.at(i))
            writer.add(elements.at(i)); // a number stays a number
        else
            writer.add(hidden.at(i));
    }
    return writer.toRawJson();
}

/// The definition as the file has it, secrets hidden at every place that is known to hold some.
RawJson redactedDefinition(const RawJson &definition, const QString &type)
{
    JsonObjectWriter writer;
    if (!definition.contains("type"))
        writer.add(u"type", type);
    for (const Mcp::RawJsonMember &member : definition.members()) {
        if (member.value.isObject() && (member.key == "env"_L1 || member.key == "headers"_L1))
            writer.add(member.key, redactedMembers(member.value, member.key == "env"_L1));
        else if (member.key == "args"_L1 && member.value.isArray())
            writer.add(member.key, redactedList(member.value));
        else if (Mcp::looksSecret(member.key) || member.key == "oauth"_L1)
            writer.add(member.key, redacted);
        else
            writer.add(member.key, member.value);
    }
    return writer.toRawJson();
}

/// For a server that is in no file.
RawJson adHocDefinition(const Options &options, const ServerSource &source)
{
    if (source.servers().isEmpty())
        return JsonObjectWriter().add(u"url", source.remoteServers().constFirst().url).toRawJson();
    Mcp::ServerSpec spec = source.servers().constFirst();
    spec.timeouts = Mcp::Timeouts();
    spec.launch.environment = options.environment;
    spec.launch.workingDirectory = options.workingDirectory;
    return RawJson::fromText(Mcp::serverSpecToJson(spec));
}

} // namespace

ListingResult listServers(const Options &options)
{
    const ServerSource source(options);
    if (source.failure())
        return { {}, {}, source.failure() };
    JsonArrayWriter servers;
    for (const Row &row : rowsOf(source))
        servers.add(row.toJson());
    JsonObjectWriter result;
    result.add(u"servers", servers.toRawJson());
    return { result.toRawJson(), source.problems(), {} };
}

ListingResult showServer(const Options &options)
{
    const ServerSource source(options);
    Failure failure = source.failure();
    if (!failure && options.server.isEmpty() && !options.isAdHoc())
        failure = Failure::usage(u"servers/show needs --server NAME."_s);
    const QString name = failure ? QString() : source.chosenName(failure);
    if (failure)
        return { {}, {}, failure };
    const QList<Row> rows = rowsOf(source);
    const Row row = *std::find_if(rows.begin(), rows.end(),
                                  [&](const Row &other) { return other.name == name; });
    JsonObjectWriter result;
    result.add(u"name", row.name).add(u"type", row.type).add(u"detail", row.detail);
    result.add(u"config", redactedDefinition(options.isAdHoc() ? adHocDefinition(options, source)
                                                               : source.definition(name),
                                             row.type));
    return { result.toRawJson(), {}, {} };
}

} // namespace McpCli
