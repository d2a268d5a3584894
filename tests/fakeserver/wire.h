// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "options.h"

#include <optional>
#include <string>
#include <string_view>

namespace Fake {

/// Cuts stdin into payloads the way one kind of server does. Strict where such servers are strict.
class Input
{
public:
    explicit Input(Framing framing)
        : m_framing(framing)
    {}

    std::string &buffer() { return m_buffer; }
    /// The next whole payload, or nothing until more bytes came.
    std::optional<std::string> next();

private:
    std::optional<std::string> takeLine();
    std::optional<std::string> takeHeaded();

    Framing m_framing;
    std::string m_buffer;
    std::size_t m_scanned = 0;
    std::optional<std::size_t> m_length; ///< from a header of the block being read
    bool m_inBody = false;
};

/// Writes payloads to stdout, with the faults that concern the byte stream.
class Output
{
public:
    explicit Output(const Options &options)
        : m_options(options)
    {}

    void send(std::string_view payload);
    /// Half of the payload, nothing behind it.
    void sendHalf(std::string_view payload);
    /// With a header that says @p delta bytes too many.
    void sendWrongLength(std::string_view payload, long long delta);
    /// Nothing leaves any more.
    void mute() { m_muted = true; }

private:
    void write(std::string_view bytes);
    std::string frame(std::string_view payload, long long delta = 0) const;

    const Options &m_options;
    bool m_muted = false;
};

} // namespace Fake
