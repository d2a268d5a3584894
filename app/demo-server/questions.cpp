// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "questions.h"

#include "json/jsontext.h"
#include "json/jsonwriter.h"

#include <QtCore/qfile.h>

using namespace Qt::Literals::StringLiterals;

namespace McpDemo::Questions {

namespace {

Mcp::RawJson schemaFile(const QString &name, const QString &revision)
{
    QFile file(u":/questions/%1.json"_s.arg(name));
    QFile older(u":/questions/%1-2025-06-18.json"_s.arg(name));
    QFile &fitting = revision < Revision::november2025 && older.exists() ? older : file;
    if (!fitting.open(QIODevice::ReadOnly))
        qFatal("The form \"%s\" is not part of this program", qPrintable(name));
    return Mcp::RawJson::fromText(Mcp::JsonText::compact(fitting.readAll()));
}

Mcp::JsonObjectWriter modelParams(const Mcp::RawJson &messages, qint64 maxTokens)
{
    Mcp::JsonObjectWriter params;
    params.add(u"messages", messages).add(u"maxTokens", maxTokens);
    params.add(u"systemPrompt", u"You are asked by a demo server. Be brief.");
    params.addRaw(u"modelPreferences",
                  R"({"hints":[{"name":"claude-sonnet"},{"name":"claude"}],"costPriority":0.3,)"
                  R"("speedPriority":0.8,"intelligencePriority":0.5})");
    params.addRaw(u"temperature", "0.7").addRaw(u"stopSequences", R"(["THE END"])");
    params.addRaw(u"metadata", R"({"org.example/purpose":"demo"})");
    return params;
}

} // namespace

Question form(const QString &key, const Request &request, const QString &message,
              const QString &schema)
{
    Mcp::JsonObjectWriter params;
    if (request.isSince(Revision::november2025))
        params.add(u"mode", u"form");
    params.add(u"message", message);
    params.add(u"requestedSchema", schemaFile(schema, request.revision));
    return { key, Question::Kind::Form, params.toRawJson() };
}

Question url(const QString &key, const Request &request, const QString &message,
             const QString &address, const QString &id)
{
    Mcp::JsonObjectWriter params;
    params.add(u"mode", u"url").add(u"message", message).add(u"url", address);
    if (request.revision == Revision::november2025)
        params.add(u"elicitationId", id);
    return { key, Question::Kind::Url, params.toRawJson() };
}

Question model(const QString &key, const Mcp::RawJson &messages, qint64 maxTokens)
{
    return { key, Question::Kind::Model, modelParams(messages, maxTokens).toRawJson() };
}

Question modelWithTools(const QString &key, const Mcp::RawJson &messages, qint64 maxTokens)
{
    Mcp::JsonObjectWriter params = modelParams(messages, maxTokens);
    params.addRaw(u"tools",
                  R"([{"name":"dice","description":"Throws dice and says what they show.",)"
                  R"("inputSchema":{"type":"object","properties":{"count":{"type":"integer",)"
                  R"("minimum":1,"maximum":6,"default":1}}}}])");
    params.addRaw(u"toolChoice", R"({"mode":"auto"})");
    return { key, Question::Kind::ModelWithTools, params.toRawJson() };
}

Question roots(const QString &key)
{
    return { key, Question::Kind::Roots, Mcp::RawJson::fromText("{}") };
}

Mcp::RawJson userMessage(const QString &text)
{
    Mcp::JsonObjectWriter block;
    block.add(u"type", u"text").add(u"text", text);
    Mcp::JsonObjectWriter message;
    message.add(u"role", u"user").add(u"content", block.toRawJson());
    return Mcp::JsonArrayWriter().add(message.toRawJson()).toRawJson();
}

} // namespace McpDemo::Questions
