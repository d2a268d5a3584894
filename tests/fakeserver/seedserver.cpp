// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "seedserver.h"
#include "json.h"
#include "message.h"
#include "process.h"

#include <cstdlib>
#include <string>

namespace Fake {

namespace {

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; }

std::size_t characterCount(std::string_view text)
{
    std::size_t count = 0;
    for (const char c : text)
        count += continues(c) ? 0 : 1;
    return count;
}

/// Text input that counts characters and waits for them, for ever if need be.
class TextInput
{
public:
    std::string line()
    {
        std::size_t end = 0;
        while ((end = m_buffer.find('\n')) == std::string::npos)
            readMore();
        return take(end + 1);
    }

    std::string characters(std::size_t count)
    {
        for (;;) {
            std::size_t at = 0;
            for (std::size_t left = count; at < m_buffer.size(); ++at) {
                if (!continues(m_buffer[at]) && left-- == 0)
                    break;
            }
            if (characterCount(std::string_view(m_buffer).substr(0, at)) == count)
                return take(at);
            readMore();
        }
    }

private:
    void readMore()
    {
        if (Process::readInput(m_buffer, -1) == Process::ReadState::End)
            Process::sleepForever();
    }

    std::string take(std::size_t size)
    {
        const std::string taken = m_buffer.substr(0, size);
        m_buffer.erase(0, size);
        return taken;
    }

    std::string m_buffer;
};

void send(const std::string &id, const std::string &outcome)
{
    const std::string text =
            R"({"jsonrpc": "2.0", "id": )" + (id.empty() ? "null" : id) + ", " + outcome + '}';
    Process::writeOutput("Content-Length: " + std::to_string(characterCount(text)) + "\r\n\r\n"
                         + text);
}

std::string failure(const std::string &text)
{
    return R"("error": {"code": -32601, "message": )" + Json::quote(text) + '}';
}

void serve(const std::string &text)
{
    const Message message = Message::fromText(text);
    const std::string tool = Json::text(Json::member(message.params, "name"));
    if (!Json::isValid(text))
        send("", R"("error": {"code": -32603, "message": "Internal error: not JSON"})");
    else if (message.method == "initialize")
        send(message.id,
             R"("result": {"protocolVersion": "2025-06-18", "name": "tiny", "capabilities": {}})");
    else if (message.method == "tools/list")
        send(message.id, R"("result": {"tools": [{"name": "tiny-tool", "title": "Tiny tool", )"
                         R"("description": "A tool without a schema."}]})");
    else if (message.method == "tools/call" && tool == "tiny-tool")
        send(message.id, R"("result": {"result": "Tiny result!"})");
    else if (message.method == "tools/call")
        send(message.id, failure("Tool not found: " + tool));
    else
        send(message.id, failure("Method not found: " + message.method));
}

std::string stripped(std::string line)
{
    line.erase(0, Json::skipSpace(line, 0));
    line.erase(line.find_last_not_of(" \t\r\n") + 1);
    return line;
}

} // namespace

int runSeedServer()
{
    Process::say("Tiny server starting");
    TextInput input;
    std::size_t length = 0;
    for (;;) {
        const std::string line = stripped(input.line());
        if (line.empty() && length > 0) {
            serve(input.characters(length));
            length = 0;
        } else if (line.starts_with("Content-Length:") || line.starts_with("content-length:")) {
            length = std::strtoull(line.c_str() + line.find(':') + 1, nullptr, 10);
        }
    }
}

} // namespace Fake
