// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/resourcereader.h"

#include "orchestrator/orchestrator.h"
#include "views/resourcerequest.h"
#include "json/jsonwriter.h"

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

void readResource(Mcp::Orchestrator *orchestrator, const QString &serverName,
                  ResourceRequest *request)
{
    Mcp::Client *client = orchestrator->defaultClient(serverName);
    if (!client) {
        request->settle(
                Mcp::Error::usage(u"There is no server \"%1\" any more."_s.arg(serverName)));
        return;
    }
    const Mcp::RawJson params = Mcp::JsonObjectWriter().add(u"uri", request->uri()).toRawJson();
    Mcp::Call *call = client->request(u"resources/read"_s, params);
    QObject::connect(
            call, &Mcp::Call::progressed, request,
            [request](const Mcp::Progress &progress) { request->report(progress.describe()); });
    QObject::connect(call, &Mcp::Call::finished, request,
                     [request, call] { request->settle(call->outcome()); });
    const auto cancel = [call] { call->cancel(); };
    QObject::connect(request, &ResourceRequest::cancelled, call, cancel);
    QObject::connect(request, &QObject::destroyed, call, cancel);
}

} // namespace McpUi
