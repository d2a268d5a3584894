// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "logging.h"
#include "json.h"

#include <algorithm>
#include <array>

namespace Fake {

namespace {

constexpr std::array levels = { "debug", "info",     "notice", "warning",
                                "error", "critical", "alert",  "emergency" };

/// Where @p level stands; levels.size() if it is none.
std::size_t rank(const std::string &level)
{
    return std::size_t(std::find(levels.begin(), levels.end(), level) - levels.begin());
}

} // namespace

void Logging::setLevel(const Message &request)
{
    const std::string level = Json::text(Json::member(request.params, "level"));
    if (rank(level) == levels.size())
        return m_replies.error(request, -32602, "Unknown level: " + level);
    m_level = level;
    m_replies.result(request, {});
}

bool Logging::isWanted(const Message &cause, const std::string &level) const
{
    if (!cause.isModern())
        return rank(level) >= rank(m_level);
    const std::string wanted = Json::text(cause.meta("io.modelcontextprotocol/logLevel"));
    return !wanted.empty() && rank(level) >= rank(wanted);
}

bool Logging::write(const Message &cause, const std::string &level, const std::string &logger,
                    const std::string &data)
{
    const bool wanted = isWanted(cause, level);
    if (wanted)
        send(level, logger, data);
    return wanted;
}

void Logging::disturb(const Message &cause)
{
    if (m_options.has("unasked-log") && cause.method != "server/discover")
        send("info", "chatter", R"("nobody asked for this")");
}

void Logging::send(const std::string &level, const std::string &logger, const std::string &data)
{
    m_replies.notification("notifications/message",
                           R"({"level":)" + Json::quote(level)
                                   + (logger.empty() ? "" : R"(,"logger":)" + Json::quote(logger))
                                   + R"(,"data":)" + data + '}');
}

} // namespace Fake
