// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "protocol/methods.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

struct Row
{
    QLatin1StringView method;
    Revision since = Revision::V2024_11_05;
    Revision until = Revision::V2026_07_28;
    const char *params = ""; ///< empty: none are demanded
};

using R = Revision;
constexpr R first = R::V2024_11_05;
constexpr R lastLegacy = R::V2025_11_25;
constexpr R last = R::V2026_07_28;

// In the order of protocol's pages, what is used most first (schema.ts of each revision).
constexpr std::array requests{
    Row{ "tools/call"_L1, first, last, R"({"name":"","arguments":{}})" },
    Row{ "tools/list"_L1, first, last, "" },
    Row{ "resources/list"_L1, first, last, "" },
    Row{ "resources/templates/list"_L1, first, last, "" },
    Row{ "resources/read"_L1, first, last, R"({"uri":""})" },
    Row{ "resources/subscribe"_L1, first, lastLegacy, R"({"uri":""})" },
    Row{ "resources/unsubscribe"_L1, first, lastLegacy, R"({"uri":""})" },
    Row{ "prompts/list"_L1, first, last, "" },
    Row{ "prompts/get"_L1, first, last, R"({"name":"","arguments":{}})" },
    Row{ "completion/complete"_L1, first, last,
         R"({"ref":{"type":"ref/prompt","name":""},"argument":{"name":"","value":""}})" },
    Row{ "logging/setLevel"_L1, first, lastLegacy, R"({"level":"info"})" },
    Row{ "ping"_L1, first, lastLegacy, "" },
    Row{ "server/discover"_L1, last, last, "" },
    Row{ "subscriptions/listen"_L1, last, last,
         R"({"notifications":{"toolsListChanged":true,"resourceSubscriptions":[]}})" },
    Row{ "tasks/get"_L1, lastLegacy, last, R"({"taskId":""})" },
    Row{ "tasks/result"_L1, lastLegacy, lastLegacy, R"({"taskId":""})" },
    Row{ "tasks/list"_L1, lastLegacy, lastLegacy, "" },
    Row{ "tasks/update"_L1, last, last, R"({"taskId":"","inputResponses":{}})" },
    Row{ "tasks/cancel"_L1, lastLegacy, last, R"({"taskId":""})" },
    Row{ "initialize"_L1, first, lastLegacy,
         R"({"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"","version":""}})" },
};

constexpr std::array notifications{
    Row{ "notifications/cancelled"_L1, first, last, R"({"requestId":0,"reason":""})" },
    Row{ "notifications/progress"_L1, first, lastLegacy, R"({"progressToken":0,"progress":0})" },
    Row{ "notifications/roots/list_changed"_L1, first, lastLegacy, "" },
    Row{ "notifications/initialized"_L1, first, lastLegacy, "" },
};

template <typename Rows>
QStringList namesOf(const Rows &rows, Revision revision)
{
    QStringList names;
    for (const Row &row : rows) {
        if (row.since <= revision && revision <= row.until)
            names.append(row.method);
    }
    return names;
}

} // namespace

QStringList clientRequests(Revision revision) { return namesOf(requests, revision); }

QStringList clientNotifications(Revision revision) { return namesOf(notifications, revision); }

QByteArray paramsSketch(const QString &method)
{
    const auto isNamed = [&method](const Row &row) { return method == row.method; };
    if (const auto row = std::find_if(requests.begin(), requests.end(), isNamed);
        row != requests.end())
        return row->params;
    const auto row = std::find_if(notifications.begin(), notifications.end(), isNamed);
    return row == notifications.end() ? QByteArray() : QByteArray(row->params);
}

} // namespace Mcp
