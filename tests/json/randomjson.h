// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtCore/qrandom.h>

/*!
 * Writes random JSON documents: every kind of value, odd white space, escapes, duplicate keys.
 * With Style::Strict every JSON parser should take them; Style::Odd adds what only tolerant readers
 * take (numbers beyond double). Deterministic for a seed.
 */
class RandomJson
{
public:
    enum class Style { Strict, Odd };

    explicit RandomJson(quint32 seed, Style style = Style::Strict)
        : m_random(seed)
        , m_style(style)
    {}

    QByteArray value(int depth = 5)
    {
        switch (m_random.bounded(depth > 0 ? 9 : 6)) {
        case 0:
            return "null";
        case 1:
            return m_random.bounded(2) ? "true" : "false";
        case 2:
        case 3:
            return number();
        case 4:
        case 5:
            return string();
        case 6:
            return array(depth - 1);
        default:
            return object(depth - 1);
        }
    }

    QByteArray object(int depth = 4)
    {
        QByteArray text = "{" + space();
        for (int i = m_random.bounded(6); i > 0; --i) {
            text += string() + space() + ':' + space() + value(depth) + space();
            if (i > 1)
                text += ',' + space();
        }
        return text + '}';
    }

    QByteArray array(int depth = 4)
    {
        QByteArray text = "[" + space();
        for (int i = m_random.bounded(6); i > 0; --i) {
            text += value(depth) + space();
            if (i > 1)
                text += ',' + space();
        }
        return text + ']';
    }

    QByteArray string()
    {
        static const char *const parts[] = {
            "a", "b", "name", "\\\"", "\\\\", "\\n",     "\\u00e9",        "é", "😀", "{",
            "}", "[", "]",    ",",    ":",    "\\u0000", "\\ud83d\\ude00", "/", " ", "\\/"
        };
        QByteArray text = "\"";
        for (int i = m_random.bounded(4); i > 0; --i)
            text += pick(parts);
        return text + '"';
    }

    QByteArray number()
    {
        static const char *const strict[] = {
            "0",    "-0",  "1",   "1.0",  "-12.5e-3",        "1E5",
            "3e+2", "0.1", "123", "-987", "9007199254740993"
        };
        static const char *const odd[] = { "1e400", "-1e400", "12345678901234567890123" };
        return m_style == Style::Odd && m_random.bounded(4) == 0 ? pick(odd) : pick(strict);
    }

    QByteArray space()
    {
        static const char *const spaces[] = { "", "", "", " ", "\n", "\r\n", "\t", "  " };
        return pick(spaces);
    }

    QRandomGenerator &random() { return m_random; }

private:
    template <size_t size>
    QByteArray pick(const char *const (&list)[size])
    {
        return list[m_random.bounded(quint32(size))];
    }

    QRandomGenerator m_random;
    Style m_style;
};
