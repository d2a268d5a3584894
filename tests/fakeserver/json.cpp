// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "json.h"

#include <charconv>
#include <cstdio>
#include <cstdlib>

namespace Fake::Json {

namespace {

constexpr auto npos = std::string_view::npos;

std::size_t skipString(std::string_view text, std::size_t at)
{
    for (++at; at < text.size(); ++at) {
        if (text[at] == '\\')
            ++at;
        else if (text[at] == '"')
            return at + 1;
    }
    return npos;
}

void appendUtf8(std::string &out, unsigned code)
{
    if (code < 0x80) {
        out += char(code);
    } else if (code < 0x800) {
        out += char(0xc0 | code >> 6);
        out += char(0x80 | (code & 0x3f));
    } else if (code < 0x10000) {
        out += char(0xe0 | code >> 12);
        out += char(0x80 | (code >> 6 & 0x3f));
        out += char(0x80 | (code & 0x3f));
    } else {
        out += char(0xf0 | code >> 18);
        out += char(0x80 | (code >> 12 & 0x3f));
        out += char(0x80 | (code >> 6 & 0x3f));
        out += char(0x80 | (code & 0x3f));
    }
}

unsigned hex4(std::string_view text, std::size_t at)
{
    unsigned code = 0xfffd;
    if (at + 4 <= text.size())
        std::from_chars(text.data() + at, text.data() + at + 4, code, 16);
    return code;
}

/// Decodes the \u escape whose digits begin at @p at and steps behind its last digit but one.
void appendUnicodeEscape(std::string &out, std::string_view raw, std::size_t &at)
{
    unsigned code = hex4(raw, at);
    at += 3;
    if (code >= 0xd800 && code < 0xdc00 && raw.substr(at + 1, 2) == "\\u") {
        const unsigned low = hex4(raw, at + 3);
        if (low >= 0xdc00 && low < 0xe000) {
            code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
            at += 6;
        }
    }
    appendUtf8(out, code >= 0xd800 && code < 0xe000 ? 0xfffd : code);
}

} // namespace

std::size_t skipSpace(std::string_view text, std::size_t at)
{
    at = text.find_first_not_of(" \t\r\n", at);
    return at == npos ? text.size() : at;
}

std::size_t skipValue(std::string_view text, std::size_t at)
{
    at = skipSpace(text, at);
    std::size_t depth = 0;
    while (at < text.size()) {
        const char c = text[at];
        if (c == '"') {
            at = skipString(text, at);
            if (at == npos)
                return npos;
        } else if (c == '{' || c == '[') {
            ++depth;
            ++at;
            continue;
        } else if (c == '}' || c == ']') {
            if (depth == 0)
                return npos;
            --depth;
            ++at;
        } else if (depth > 0) {
            ++at;
            continue;
        } else {
            at = text.find_first_of(" \t\r\n,]}", at);
            return at == npos ? text.size() : at;
        }
        if (depth == 0)
            return at;
    }
    return npos;
}

std::string_view member(std::string_view object, std::string_view key)
{
    std::string_view found;
    std::size_t at = skipSpace(object, 0);
    if (at >= object.size() || object[at] != '{')
        return found;
    for (++at;;) {
        const std::size_t keyBegin = skipSpace(object, at);
        if (keyBegin >= object.size() || object[keyBegin] != '"')
            return found;
        const std::size_t keyEnd = skipString(object, keyBegin);
        if (keyEnd == npos)
            return found;
        const std::size_t colon = skipSpace(object, keyEnd);
        if (colon >= object.size() || object[colon] != ':')
            return found;
        const std::size_t begin = skipSpace(object, colon + 1);
        const std::size_t end = skipValue(object, begin);
        if (end == npos)
            return found;
        if (text(object.substr(keyBegin, keyEnd - keyBegin)) == key)
            found = object.substr(begin, end - begin);
        at = skipSpace(object, end);
        if (at >= object.size() || object[at] != ',')
            return found;
        ++at;
    }
}

std::vector<std::string_view> elements(std::string_view array)
{
    std::vector<std::string_view> found;
    std::size_t at = skipSpace(array, 0);
    if (at >= array.size() || array[at] != '[')
        return found;
    for (++at;;) {
        const std::size_t begin = skipSpace(array, at);
        if (begin >= array.size() || array[begin] == ']')
            return found;
        const std::size_t end = skipValue(array, begin);
        if (end == npos)
            return found;
        found.push_back(array.substr(begin, end - begin));
        at = skipSpace(array, end);
        if (at >= array.size() || array[at] != ',')
            return found;
        ++at;
    }
}

std::string text(std::string_view raw, const std::string &fallback)
{
    if (raw.size() < 2 || raw.front() != '"' || raw.back() != '"')
        return fallback;
    raw = raw.substr(1, raw.size() - 2);
    std::string out;
    for (std::size_t at = 0; at < raw.size(); ++at) {
        if (raw[at] != '\\' || at + 1 == raw.size()) {
            out += raw[at];
            continue;
        }
        switch (const char c = raw[++at]) {
        case 'n':
            out += '\n';
            break;
        case 'r':
            out += '\r';
            break;
        case 't':
            out += '\t';
            break;
        case 'b':
            out += '\b';
            break;
        case 'f':
            out += '\f';
            break;
        case 'u':
            appendUnicodeEscape(out, raw, ++at);
            break;
        default:
            out += c;
        }
    }
    return out;
}

long long integer(std::string_view raw, long long fallback)
{
    long long value = fallback;
    const auto end = std::from_chars(raw.data(), raw.data() + raw.size(), value);
    return end.ec == std::errc() && end.ptr == raw.data() + raw.size() ? value : fallback;
}

double number(std::string_view raw, double fallback)
{
    const std::string copy(raw);
    char *end = nullptr;
    const double value = std::strtod(copy.c_str(), &end);
    return !copy.empty() && *end == '\0' ? value : fallback;
}

bool isTrue(std::string_view raw) { return raw == "true"; }

std::string quote(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            char escape[8];
            std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(c));
            out += escape;
        } else {
            out += c;
        }
    }
    return out + '"';
}

} // namespace Fake::Json
