// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "wire.h"
#include "json.h"
#include "process.h"

#include <cctype>
#include <cstdlib>

namespace Fake {

namespace {

std::string lowerCase(std::string_view text)
{
    std::string lower(text);
    for (char &c : lower)
        c = char(std::tolower(static_cast<unsigned char>(c)));
    return lower;
}

constexpr std::string_view lengthHeader = "content-length:";

} // namespace

std::optional<std::string> Input::next()
{
    if (m_framing == Framing::Newline)
        return takeLine();
    if (m_framing == Framing::ReadBoth && !m_inBody && !m_length) {
        const std::size_t start = Json::skipSpace(m_buffer, 0);
        m_buffer.erase(0, start);
        m_scanned = 0;
        if (!m_buffer.empty() && (m_buffer[0] == '{' || m_buffer[0] == '['))
            return takeLine();
    }
    return takeHeaded();
}

std::optional<std::string> Input::takeLine()
{
    const std::size_t end = m_buffer.find('\n', m_scanned);
    if (end == std::string::npos) {
        m_scanned = m_buffer.size();
        return std::nullopt;
    }
    std::string line = m_buffer.substr(0, end);
    m_buffer.erase(0, end + 1);
    m_scanned = 0;
    if (!line.empty() && line.back() == '\r')
        line.pop_back();
    return line;
}

std::optional<std::string> Input::takeHeaded()
{
    while (!m_inBody) {
        const std::optional<std::string> line = takeLine();
        if (!line)
            return std::nullopt;
        if (line->empty())
            m_inBody = m_length.has_value();
        else if (lowerCase(*line).starts_with(lengthHeader))
            m_length = std::strtoull(line->c_str() + lengthHeader.size(), nullptr, 10);
    }
    if (m_buffer.size() < *m_length)
        return std::nullopt;
    std::string body = m_buffer.substr(0, *m_length);
    m_buffer.erase(0, *m_length);
    m_length.reset();
    m_inBody = false;
    return body;
}

std::string Output::frame(std::string_view payload, long long delta) const
{
    if (m_options.framing == Framing::Newline && delta == 0)
        return std::string(payload) + '\n';
    const long long length = static_cast<long long>(payload.size()) + delta;
    return "Content-Length: " + std::to_string(length) + "\r\n\r\n" + std::string(payload);
}

void Output::write(std::string_view bytes)
{
    if (!m_muted && !Process::writeOutput(bytes))
        m_muted = true;
}

void Output::send(std::string_view payload)
{
    if (m_options.has("junk-between-frames"))
        write("debug: about to answer, see the log: {not json}\n");
    write(frame(payload));
}

void Output::sendHalf(std::string_view payload)
{
    const std::string whole = frame(payload);
    write(std::string_view(whole).substr(0, whole.size() / 2));
}

void Output::sendWrongLength(std::string_view payload, long long delta)
{
    write(frame(payload, delta == 0 ? 7 : delta));
}

} // namespace Fake
