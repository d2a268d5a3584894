// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/configimport.h"

#include "json/jsontext.h"

#include <QtCore/qfileinfo.h>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

/// The object that holds the servers, and where.
std::optional<JsonPointer> findRoot(const RawJson &document)
{
    static const QList<QStringList> places = { { u"mcpServers"_s },
                                               { u"servers"_s },
                                               { u"mcp"_s, u"servers"_s } };
    for (const QStringList &place : places) {
        const JsonPointer pointer(place);
        if (pointer.resolve(document).isObject())
            return pointer;
    }
    return std::nullopt;
}

RemoteServer remoteServer(const QString &name, const RawJson &definition)
{
    RemoteServer server{ name, definition.value("type").toString().toLower(), {} };
    for (const char *key : { "httpUrl", "serverUrl", "url" }) {
        if (definition.contains(key))
            server.url = definition.value(key).toString();
    }
    if (server.type != "sse"_L1)
        server.type = u"http"_s;
    return server;
}

void readOne(const QString &name, const RawJson &definition, ImportedServers &into)
{
    if (name.trimmed().isEmpty()) {
        into.problems.append(u"A server has no name and is left out."_s);
        return;
    }
    if (isRemoteDefinition(definition))
        into.remote.append(remoteServer(name, definition));
    auto spec = serverSpecFromJson(name, definition, &into.problems);
    if (spec)
        into.servers.append(std::move(spec).value());
    else
        into.problems.append(spec.error().message);
}

/// Every member of @p root; of duplicate names the last counts, in its place.
void readAll(const RawJson &root, ImportedServers &into)
{
    const QList<RawJsonMember> members = root.members();
    QHash<QString, qsizetype> last;
    for (qsizetype i = 0; i < members.size(); ++i)
        last[members.at(i).key] = i;
    for (qsizetype i = 0; i < members.size(); ++i) {
        const RawJsonMember &member = members.at(i);
        if (last.value(member.key) == i)
            readOne(member.key, member.value, into);
        else
            into.problems.append(
                    u"Server “%1” is defined more than once; the last definition counts."_s.arg(
                            member.key));
    }
}

/// A name for a definition that was pasted without one: the program, or what npx and uvx run.
QString nameFor(const RawJson &definition)
{
    const QString program =
            QFileInfo(definition.value("command").toString()).completeBaseName().toLower();
    const QStringList runners = { u"npx"_s,  u"uvx"_s,    u"node"_s, u"python"_s, u"python3"_s,
                                  u"bunx"_s, u"docker"_s, u"pipx"_s, u"uv"_s };
    if (runners.contains(program)) {
        for (const RawJson &argument : definition.value("args").elements()) {
            const QString text = argument.toString();
            if (text.startsWith(u'-') || text == "run"_L1 || text.isEmpty())
                continue;
            const QString last = text.section(u'/', -1).section(u'@', 0, 0);
            return last.isEmpty() ? text : last;
        }
    }
    return program.isEmpty() ? u"server"_s : program;
}

bool looksLikeDefinition(const RawJson &object)
{
    return object.value("command").isString() || object.value("url").isString();
}

} // namespace

bool looksLikeServerDefinitions(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    if (trimmed.startsWith(u'{'))
        return true;
    // "name": { … } without the outer braces; a quoted program name has no colon behind it.
    if (!trimmed.startsWith(u'"'))
        return false;
    const qsizetype end = trimmed.indexOf(u'"', 1);
    return end > 0 && trimmed.sliced(end + 1).trimmed().startsWith(u':');
}

Result<ImportedServers> readServerDefinitions(const QByteArray &text)
{
    QByteArray json = text.trimmed();
    if (json.startsWith("\xEF\xBB\xBF"))
        json.remove(0, 3);
    const bool wrapped = json.startsWith('"');
    if (wrapped)
        json = '{' + json + '}';
    json = JsonText::blankComments(json);
    if (const auto problem = JsonText::check(json)) {
        const int column = problem->column - (wrapped && problem->line == 1 ? 1 : 0);
        return Error::usage(u"This is not JSON: line %1, column %2: %3."_s.arg(problem->line)
                                    .arg(column)
                                    .arg(problem->message));
    }
    const RawJson document = RawJson::fromText(json);
    if (!document.isObject())
        return Error::usage(u"Server definitions are a JSON object, such as "
                            "{\"mcpServers\": {\"name\": {\"command\": \"…\"}}}."_s);
    ImportedServers result;
    if (const auto root = findRoot(document)) {
        result.root = *root;
        readAll(root->resolve(document), result);
    } else if (looksLikeDefinition(document)) {
        const QString name = document.value("name").toString();
        readOne(name.isEmpty() ? nameFor(document) : name, document, result);
    } else {
        readAll(document, result);
    }
    if (result.servers.isEmpty() && result.problems.isEmpty())
        return Error::usage(u"There is no server definition in this text."_s);
    return result;
}

Result<ImportedServers> readServerFile(const RawJson &document)
{
    if (!document.isObject())
        return Error::usage(u"the file must hold a JSON object with the member “mcpServers”"_s);
    ImportedServers result;
    const auto root = findRoot(document);
    for (const char *key : { "mcpServers", "servers" }) {
        if (!root && document.contains(key))
            return Error::usage(u"“%1” is not an object"_s.arg(QLatin1StringView(key)));
    }
    result.root = root.value_or(JsonPointer({ u"mcpServers"_s }));
    readAll(result.root.resolve(document), result);
    return result;
}

} // namespace Mcp
