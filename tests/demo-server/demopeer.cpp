// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "demopeer.h"

#include "support/testprocess.h"

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

std::unique_ptr<DemoPeer> DemoPeer::startRow()
{
    QFETCH_GLOBAL(bool, headers);
    QFETCH_GLOBAL(bool, modern);
    auto peer = std::make_unique<DemoPeer>(headers, modern);
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
