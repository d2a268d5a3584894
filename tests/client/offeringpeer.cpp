// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/offeringpeer.h"

#include "json/jsonwriter.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace McpTest {

OfferingPeer::OfferingPeer()
{
    onMessage = [this](const Sent &sent) { answerTo(sent); };
    results = { { u"tools/list"_s, R"({"tools":[]})" },
                { u"resources/list"_s, R"({"resources":[]})" },
                { u"resources/templates/list"_s, R"({"resourceTemplates":[]})" },
                { u"prompts/list"_s, R"({"prompts":[]})" },
                { u"resources/subscribe"_s, "{}" },
                { u"resources/unsubscribe"_s, "{}" } };
}

bool OfferingPeer::open(const Sent &sent)
{
    const QString method = sent.message.method();
    const bool isModern = revision == "2026-07-28";
    if (method == "server/discover"_L1 && isModern)
        answer(sent,
               R"({"resultType":"complete","supportedVersions":[")" + revision
                       + R"("],"ttlMs":0,"cacheScope":"private","serverInfo":{"name":"offer"},"capabilities":)"
                       + capabilities + '}');
    else if (method == "server/discover"_L1)
        refuse(sent, -32601, "no");
    else if (method == "initialize"_L1)
        answer(sent, R"({"protocolVersion":")" + revision
                             + R"(","serverInfo":{"name":"offer"},"capabilities":)" + capabilities
                             + '}');
    else
        return false;
    return true;
}

void OfferingPeer::answerTo(const Sent &sent)
{
    if (sent.message.kind() != Mcp::Message::Kind::Request || (reply && reply(sent)) || open(sent))
        return;
    const auto known = results.constFind(sent.message.method());
    if (known == results.constEnd())
        refuse(sent, -32601, "Method not found");
    else
        answer(sent, *known);
}

void OfferingPeer::notify(const QByteArray &method, const QByteArray &params)
{
    send(R"({"jsonrpc":"2.0","method":")" + method + R"(","params":)" + params + '}');
}

int OfferingPeer::count(const QString &method) const
{
    return int(std::count_if(sent().cbegin(), sent().cend(), [&method](const Sent &one) {
        return one.message.method() == method;
    }));
}

QByteArray OfferingPeer::asked(const QString &method) const
{
    Mcp::JsonObjectWriter params;
    const auto members = Mcp::RawJson::fromText(lastParams(method)).members();
    for (const Mcp::RawJsonMember &member : members) {
        if (member.key != "_meta"_L1)
            params.add(member.key, member.value);
    }
    return params.toByteArray();
}

} // namespace McpTest
