// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "json.h"

namespace Fake::Json {

namespace {

/// A strict reader with a stack of its own, so that depth costs memory only.
class Checker
{
public:
    explicit Checker(std::string_view text)
        : m_text(text)
    {}

    bool run()
    {
        do {
            space();
            if (!value())
                return false;
            while (!m_open.empty() && !m_opened && !separator()) {
                if (m_failed)
                    return false;
            }
        } while (!m_open.empty());
        space();
        return m_at == m_text.size();
    }

private:
    char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    void space() { m_at = skipSpace(m_text, m_at); }
    bool fail()
    {
        m_failed = true;
        return false;
    }

    /// Reads a scalar or opens a container; an empty container is read whole.
    bool value()
    {
        m_opened = false;
        const char c = peek();
        if (c == '{' || c == '[') {
            ++m_at;
            space();
            if (peek() == (c == '{' ? '}' : ']')) {
                ++m_at;
                return true;
            }
            m_open += c;
            m_opened = true;
            return c == '[' || key();
        }
        return c == '"' ? string() : word("null") || word("true") || word("false") || numeral();
    }

    /// Behind a value in a container: true if another value follows, false if it was closed.
    bool separator()
    {
        space();
        const char c = peek();
        ++m_at;
        if (c == ',') {
            space();
            return m_open.back() == '[' || key() || fail();
        }
        if (c != (m_open.back() == '{' ? '}' : ']'))
            return fail();
        m_open.pop_back();
        return false;
    }

    bool key()
    {
        if (!string())
            return fail();
        space();
        return m_at < m_text.size() && m_text[m_at++] == ':';
    }

    bool string()
    {
        if (peek() != '"')
            return false;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            const auto c = static_cast<unsigned char>(m_text[m_at]);
            if (c == '"')
                return ++m_at, true;
            if (c < 0x20 || (c == '\\' && !escape()))
                return false;
        }
        return false;
    }

    bool escape()
    {
        ++m_at;
        if (peek() != 'u')
            return peek() != '\0' && std::string_view("\"\\/bfnrt").find(peek()) != npos;
        const std::string_view digits = m_text.substr(m_at + 1, 4);
        m_at += 4;
        return digits.size() == 4 && digits.find_first_not_of("0123456789abcdefABCDEF") == npos;
    }

    bool word(std::string_view expected)
    {
        if (m_text.substr(m_at, expected.size()) != expected)
            return false;
        m_at += expected.size();
        return true;
    }

    bool digits()
    {
        const std::size_t end =
                std::min(m_text.find_first_not_of("0123456789", m_at), m_text.size());
        const bool some = end > m_at;
        m_at = end;
        return some;
    }

    bool numeral()
    {
        word("-");
        if (!word("0") && !digits())
            return false;
        if (word(".") && !digits())
            return false;
        if (!word("e") && !word("E"))
            return true;
        if (!word("+"))
            word("-");
        return digits();
    }

    static constexpr auto npos = std::string_view::npos;

    std::string_view m_text;
    std::size_t m_at = 0;
    std::string m_open; ///< one '{' or '[' for each open container
    bool m_opened = false;
    bool m_failed = false;
};

} // namespace

bool isValid(std::string_view text) { return Checker(text).run(); }

} // namespace Fake::Json
