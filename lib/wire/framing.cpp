// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "wire/framing.h"

#include "json/jsontext.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

QByteArray encodeFrame(Framing framing, const QByteArray &payload, bool asciiOnly)
{
    if (framing == Framing::Newline) {
        const bool oneLine = !payload.contains('\n') && !payload.contains('\r');
        return (oneLine ? payload : JsonText::compact(payload)) + '\n';
    }
    const bool ascii = std::all_of(payload.begin(), payload.end(),
                                   [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    const QByteArray body = ascii || !asciiOnly ? payload : JsonText::escapeNonAscii(payload);
    return "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QString toString(Framing framing)
{
    return framing == Framing::Newline ? u"newline"_s : u"content-length"_s;
}

QString toString(FramingSetting setting)
{
    switch (setting) {
    case FramingSetting::Auto:
        break;
    case FramingSetting::Newline:
        return toString(Framing::Newline);
    case FramingSetting::ContentLength:
        return toString(Framing::ContentLength);
    }
    return u"auto"_s;
}

std::optional<FramingSetting> framingSettingFromString(QStringView text)
{
    for (const auto setting :
         { FramingSetting::Auto, FramingSetting::Newline, FramingSetting::ContentLength }) {
        if (text.compare(toString(setting), Qt::CaseInsensitive) == 0)
            return setting;
    }
    return std::nullopt;
}

} // namespace Mcp
