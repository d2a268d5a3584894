// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/subjectkind.h"

#include "client/client.h"
#include "orchestrator/orchestrator.h"
#include "orchestrator/promptcatalog.h"
#include "orchestrator/resourcecatalog.h"
#include "orchestrator/subjectschema.h"
#include "orchestrator/toolcatalog.h"
#include "json/jsontext.h"
#include "json/jsonwriter.h"

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

Result<RawJson> argumentObject(const RawJson &arguments)
{
    if (arguments.isAbsent())
        return RawJson::fromText("{}");
    if (!arguments.isObject())
        return Error::usage(u"The arguments must be an object."_s);
    return arguments;
}

class ToolKind : public SubjectKind
{
public:
    Catalog *catalog(Orchestrator &orchestrator, const QString &server) const override
    {
        return orchestrator.tools(server);
    }
    RawJson schema(const QString &, const RawJson &definition) const override
    {
        return definition.value("inputSchema");
    }
    Result<Request> request(const QString &name, const RawJson &arguments) const override
    {
        Request request{ u"tools/call"_s, {}, { u"--method"_s, u"tools/call"_s } };
        const RawJson sent = arguments.isAbsent() ? RawJson::fromText("{}") : arguments;
        request.params = JsonObjectWriter().add(u"name", name).add(u"arguments", sent).toRawJson();
        addOption(request.options, u"--tool-name"_s, name);
        addOption(request.options, u"--tool-args-json"_s,
                  QString::fromUtf8(JsonText::compact(sent.view())));
        return request;
    }
    Call *call(Client *client, const QString &name, const RawJson &arguments,
               const CallOptions &options) const override
    {
        return client->callTool(name, arguments, options);
    }
    Result<Message> message(const Client &client, const QString &name, const RawJson &arguments,
                            const CallOptions &options) const override
    {
        return client.toolCallMessage(name, arguments, options);
    }
};

class PromptKind : public SubjectKind
{
public:
    Catalog *catalog(Orchestrator &orchestrator, const QString &server) const override
    {
        return orchestrator.prompts(server);
    }
    RawJson schema(const QString &, const RawJson &definition) const override
    {
        return definition.isAbsent() ? RawJson() : promptSchema(Prompt(definition));
    }
    Result<Request> request(const QString &name, const RawJson &arguments) const override
    {
        const auto object = argumentObject(arguments);
        if (!object)
            return object.error();
        Request request{ u"prompts/get"_s, {}, { u"--method"_s, u"prompts/get"_s } };
        request.params =
                JsonObjectWriter().add(u"name", name).add(u"arguments", *object).toRawJson();
        addOption(request.options, u"--prompt-name"_s, name);
        const QList<RawJsonMember> members = object->members();
        for (const RawJsonMember &member : members) {
            const QString value = member.value.isString() ? member.value.toString()
                                                          : QString::fromUtf8(member.value.view());
            addOption(request.options, u"--prompt-args"_s, member.key + u'=' + value);
        }
        return request;
    }
};

/// resources/read of @p uri
SubjectKind::Request readRequest(const QString &uri)
{
    return { u"resources/read"_s,
             JsonObjectWriter().add(u"uri", uri).toRawJson(),
             { u"--method"_s, u"resources/read"_s } };
}

class ResourceKind : public SubjectKind
{
public:
    Catalog *catalog(Orchestrator &orchestrator, const QString &server) const override
    {
        return orchestrator.resources(server, Resource::Kind::Resource);
    }
    RawJson schema(const QString &, const RawJson &) const override
    {
        return RawJson::fromText(R"({"type":"object","additionalProperties":false})");
    }
    Result<Request> request(const QString &name, const RawJson &) const override
    {
        Request request = readRequest(name);
        addOption(request.options, u"--uri"_s, name);
        return request;
    }
};

class TemplateKind : public SubjectKind
{
public:
    Catalog *catalog(Orchestrator &orchestrator, const QString &server) const override
    {
        return orchestrator.resources(server, Resource::Kind::Template);
    }
    RawJson schema(const QString &name, const RawJson &) const override
    {
        return templateSchema(name);
    }
    Result<Request> request(const QString &name, const RawJson &arguments) const override
    {
        const auto uri = expandTemplate(name, arguments);
        if (!uri)
            return uri.error();
        Request request = readRequest(*uri);
        addOption(request.options, u"--uri"_s, *uri);
        return request;
    }
};

} // namespace

const SubjectKind &SubjectKind::of(CallSubject::Kind kind)
{
    static const ToolKind tool;
    static const PromptKind prompt;
    static const ResourceKind resource;
    static const TemplateKind resourceTemplate;
    switch (kind) {
    case CallSubject::Kind::Prompt:
        return prompt;
    case CallSubject::Kind::Resource:
        return resource;
    case CallSubject::Kind::ResourceTemplate:
        return resourceTemplate;
    case CallSubject::Kind::Tool:
        break;
    }
    return tool;
}

Call *SubjectKind::call(Client *client, const QString &name, const RawJson &arguments,
                        const CallOptions &options) const
{
    const auto made = request(name, arguments);
    if (made)
        return client->request(made->method, made->params, options);
    auto *const call = new Call(u"resources/read"_s, client);
    call->settle(made.error());
    return call;
}

Result<Message> SubjectKind::message(const Client &client, const QString &name,
                                     const RawJson &arguments, const CallOptions &) const
{
    const auto made = request(name, arguments);
    if (!made)
        return made.error();
    return client.requestMessage(made->method, made->params);
}

void SubjectKind::addOption(QStringList &words, const QString &name, const QString &value)
{
    if (value.startsWith(u'-') || value.isEmpty())
        words.append(name + u'=' + value);
    else
        words += { name, value };
}

} // namespace Mcp
