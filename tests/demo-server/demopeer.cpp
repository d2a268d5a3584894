// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "demopeer.h"

#include "support/patience.h"
#include "support/testprocess.h"

#include <QtCore/qjsonarray.h>
#include <QtCore/qjsondocument.h>
#include <QtTest/qtest.h>

using namespace Qt::Literals::StringLiterals;

DemoPeer::DemoPeer(bool headers, bool modern)
    : RawPeer(headers ? Wire::Headers : Wire::Lines)
    , m_modern(modern)
{}

void DemoPeer::addRows()
{
    QTest::addColumn<bool>("headers");
    QTest::addColumn<bool>("modern");
    QTest::newRow("lines legacy") << false << false;
    QTest::newRow("lines modern") << false << true;
    QTest::newRow("headers legacy") << true << false;
    QTest::newRow("headers modern") << true << true;
}

void DemoPeer::addEras()
{
    QTest::addColumn<bool>("headers");
    QTest::addColumn<bool>("modern");
    QTest::newRow("legacy") << false << false;
    QTest::newRow("modern") << false << true;
}

QByteArray DemoPeer::allCapabilities(bool modern)
{
    return R"({"elicitation":{"form":{},"url":{}},"sampling":{"tools":{}},"roots":{})"
           + QByteArray(modern ? R"(,"extensions":{"io.modelcontextprotocol/tasks":{}}})" : "}");
}

bool DemoPeer::rowIsModern()
{
    QFETCH_GLOBAL(bool, modern);
    return modern;
}

std::unique_ptr<DemoPeer> DemoPeer::startRow(const QByteArray &capabilities)
{
    QFETCH_GLOBAL(bool, headers);
    QFETCH_GLOBAL(bool, modern);
    auto peer = std::make_unique<DemoPeer>(headers, modern);
    peer->declare(capabilities);
    if (!peer->start(McpTest::programPath(u"mcp-demo-server"_s),
                     { u"--framing"_s, headers ? u"content-length"_s : u"newline"_s, u"--era"_s,
                       modern ? u"modern"_s : u"legacy"_s }))
        return nullptr;
    if (!modern)
        peer->handshake();
    return peer;
}

int DemoPeer::ask(const QByteArray &method, const QByteArray &members, const QByteArray &meta)
{
    const int id = ++m_lastId;
    if (m_modern)
        modernRequest(id, method, members, meta);
    else
        request(id, method,
                "{\"_meta\":{" + meta + '}' + (members.isEmpty() ? "" : ",") + members + '}');
    return id;
}

int DemoPeer::askTool(const QByteArray &tool, const QByteArray &arguments, const QByteArray &meta)
{
    const QByteArray params = callParams(tool, arguments);
    return ask("tools/call", params.sliced(1, params.size() - 2), meta);
}

QJsonObject DemoPeer::call(const QByteArray &tool, const QByteArray &arguments)
{
    const QJsonObject result = answerObject(askTool(tool, arguments))["result"_L1].toObject();
    if (!result["content"_L1].isArray() || result.contains("resultType"_L1) != m_modern)
        QTest::qFail("not a tool result of this era", __FILE__, __LINE__);
    return result;
}

QJsonArray DemoPeer::list(const QByteArray &method, QLatin1StringView member, int *pages)
{
    QJsonArray all;
    QByteArray members;
    for (int page = 1; page < 100; ++page) {
        const QJsonObject result = answerObject(ask(method, members))["result"_L1].toObject();
        if (!result[member].isArray() || result.contains("ttlMs"_L1) != m_modern)
            QTest::qFail("not a list of this era", __FILE__, __LINE__);
        const QJsonArray entries = result[member].toArray();
        for (const auto &entry : entries)
            all.append(entry);
        if (pages)
            *pages = page;
        if (!result.contains("nextCursor"_L1))
            break;
        members = R"("cursor":")" + result["nextCursor"_L1].toString().toUtf8() + '"';
    }
    return all;
}

QList<QJsonObject> DemoPeer::newQuestions()
{
    QList<QJsonObject> found;
    for (; m_read < payloads().size(); ++m_read) {
        const QJsonObject object = QJsonDocument::fromJson(payloads().at(m_read)).object();
        if (object.contains("method"_L1) && object.contains("id"_L1))
            found.append(object);
    }
    return found;
}

QList<QJsonObject> DemoPeer::waitForQuestions()
{
    QList<QJsonObject> found;
    (void)QTest::qWaitFor(
            [&] {
                found = newQuestions();
                return !found.isEmpty();
            },
            McpTest::kWaitMs);
    return found;
}

void DemoPeer::reply(const QJsonObject &question, const QByteArray &result)
{
    const QByteArray id = question["id"_L1].toString().toUtf8();
    send(R"({"jsonrpc":"2.0","id":")" + id + R"(","result":)" + result + '}');
}

bool DemoPeer::answerNewQuestions(const Answerer &answerer)
{
    bool any = false;
    for (const QJsonObject &question : newQuestions()) {
        const QByteArray result =
                answerer(question["method"_L1].toString(), question["params"_L1].toObject());
        if (!result.isEmpty())
            reply(question, result);
        ++m_questions;
        any = true;
    }
    return any;
}

QByteArray DemoPeer::nextRound(const QByteArray &members, const QJsonObject &result,
                               const Answerer &answerer)
{
    QByteArrayList responses;
    const QJsonObject requests = result["inputRequests"_L1].toObject();
    for (auto request = requests.begin(); request != requests.end(); ++request) {
        responses += '"' + request.key().toUtf8() + "\":"
                     + answerer(request.value()["method"_L1].toString(),
                                request.value()["params"_L1].toObject());
        ++m_questions;
    }
    return members + R"(,"requestState":")" + result["requestState"_L1].toString().toUtf8() + '"'
           + (responses.isEmpty() ? QByteArray()
                                  : R"(,"inputResponses":{)" + responses.join(',') + '}');
}

QJsonObject DemoPeer::converse(const QByteArray &method, const QByteArray &members,
                               const Answerer &answerer)
{
    m_questions = 0;
    m_rounds = 0;
    if (!m_modern) {
        qsizetype before = payloads().size();
        const int id = ask(method, members);
        const QByteArray begin = R"({"jsonrpc":"2.0","id":)" + QByteArray::number(id) + ',';
        const auto answered = [&] {
            m_rounds += answerNewQuestions(answerer) ? 1 : 0;
            for (; before < payloads().size(); ++before) {
                if (payloads().at(before).startsWith(begin))
                    return true;
            }
            return false;
        };
        return QTest::qWaitFor(answered, McpTest::kWaitMs) ? answerObject(id) : QJsonObject();
    }
    QByteArray next = members;
    for (;;) {
        const QJsonObject answer = answerObject(ask(method, next));
        const QJsonObject result = answer["result"_L1].toObject();
        if (result["resultType"_L1] != "input_required"_L1 || m_rounds > 20)
            return answer;
        next = nextRound(members, result, answerer);
        ++m_rounds;
    }
}

QJsonObject DemoPeer::converseTool(const QByteArray &tool, const QByteArray &arguments,
                                   const Answerer &answerer)
{
    const QByteArray params = callParams(tool, arguments);
    return converse("tools/call", params.sliced(1, params.size() - 2), answerer)["result"_L1]
            .toObject();
}

QList<QJsonObject> DemoPeer::waitForNotifications(const QString &method, qsizetype count)
{
    (void)QTest::qWaitFor([&] { return notifications(method).size() >= count; }, McpTest::kWaitMs);
    return notifications(method);
}
