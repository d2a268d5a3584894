// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "message.h"
#include "json.h"

namespace Fake {

Message Message::fromText(std::string_view text)
{
    Message message;
    message.raw = text;
    message.id = Json::member(text, "id");
    message.method = Json::text(Json::member(text, "method"));
    message.params = Json::member(text, "params");
    message.result = Json::member(text, "result");
    message.error = Json::member(text, "error");
    return message;
}

std::string_view Message::meta(std::string_view key) const
{
    return Json::member(Json::member(params, "_meta"), key);
}

bool Message::isModern() const { return !meta("io.modelcontextprotocol/protocolVersion").empty(); }

} // namespace Fake
