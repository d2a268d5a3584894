// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "resultpayloads.h"

using namespace Qt::Literals::StringLiterals;

namespace ResultPayloads {

namespace {

constexpr qsizetype kTextSize = 64 * 1024 * 1024;
constexpr qsizetype kJsonSize = 50'000'000;

/// Room for all of it at once: growing would leave its own marks in the figures.
QByteArray begin(const char *text)
{
    QByteArray payload;
    payload.reserve(kTextSize + 1024);
    return payload.append(text);
}

QByteArray text(const char *unit)
{
    QByteArray payload = begin(R"({"content":[{"type":"text","text":")");
    while (payload.size() < kTextSize)
        payload += unit;
    return payload + kNeedle + "\"}]}";
}

QByteArray list(const char *unit)
{
    QByteArray payload = begin(R"({"content":[],"structuredContent":{"items":[)");
    while (payload.size() < kJsonSize)
        payload += unit;
    return payload + '"' + kNeedle + "\"]}}";
}

QByteArray smallObjects()
{
    QByteArray payload = begin(R"({"content":[],"structuredContent":{"items":[)");
    for (int i = 0; payload.size() < kJsonSize; ++i) {
        const QByteArray number = QByteArray::number(i);
        payload += "{\"id\":" + number + ",\"name\":\"item " + number
                   + "\",\"tags\":[\"a\",\"b\"],\"on\":true},";
    }
    return payload + '"' + kNeedle + "\"]}}";
}

QByteArray deep()
{
    QByteArray payload = begin(R"({"content":[],"structuredContent":)");
    payload +=
            QByteArray(kJsonSize / 2, '[') + '"' + kNeedle + '"' + QByteArray(kJsonSize / 2, ']');
    return payload + '}';
}

QByteArray blocks()
{
    QByteArray payload = begin(R"({"content":[)");
    for (int i = 0; i < 100'000; ++i)
        payload += "{\"type\":\"text\",\"text\":\"block " + QByteArray::number(i) + "\"},";
    return payload + R"({"type":"text","text":")" + kNeedle + "\"}]}";
}

} // namespace

QStringList names()
{
    return { u"one-line"_s, u"lines"_s, u"objects"_s, u"strings"_s,
             u"numbers"_s,  u"deep"_s,  u"blocks"_s };
}

QByteArray make(const QString &name)
{
    if (name == "one-line"_L1)
        return text("no end in sight ");
    if (name == "lines"_L1)
        return text("a line of \\\"text\\\" with some escapes in it\\n");
    if (name == "objects"_L1)
        return smallObjects();
    if (name == "strings"_L1)
        return list(("\"" + QByteArray(100'000, 's') + "\",").constData());
    if (name == "numbers"_L1)
        return list("12345,");
    if (name == "deep"_L1)
        return deep();
    return name == "blocks"_L1 ? blocks() : QByteArray();
}

} // namespace ResultPayloads
