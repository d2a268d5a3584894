// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "protocol/content.h"

#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

Content::Type Content::type() const
{
    static constexpr std::array<std::pair<QLatin1StringView, Type>, 5> names{ {
            { "text"_L1, Type::Text },
            { "image"_L1, Type::Image },
            { "audio"_L1, Type::Audio },
            { "resource_link"_L1, Type::ResourceLink },
            { "resource"_L1, Type::Resource },
    } };
    const QString name = typeName();
    for (const auto &[text, type] : names) {
        if (name == text)
            return type;
    }
    return Type::Unknown;
}

QString Content::text() const { return rawText().toString(); }

RawJson Content::rawText() const
{
    const RawJson text = type() == Type::Resource ? resource().value("text") : m_raw.value("text");
    return text.isString() ? text : RawJson();
}

QString Content::mimeType() const
{
    if (type() == Type::Resource)
        return resource().value("mimeType").toString();
    return m_raw.value("mimeType").toString();
}

std::optional<QByteArray> Content::data() const
{
    const RawJson encoded =
            type() == Type::Resource ? resource().value("blob") : m_raw.value("data");
    if (!encoded.isString())
        return std::nullopt;
    // Servers wrap base64 at 76 columns now and then; Qt's strict reading refuses line breaks.
    const QByteArrayView token = encoded.view();
    QByteArray base64 = token.contains('\\') || token.size() < 2
                                ? encoded.toString().toLatin1()
                                : token.sliced(1, token.size() - 2).toByteArray();
    base64.removeIf([](char c) { return c == '\n' || c == '\r' || c == ' ' || c == '\t'; });
    auto decoded = QByteArray::fromBase64Encoding(std::move(base64),
                                                  QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return std::nullopt;
    return std::move(decoded.decoded);
}

QString Content::uri() const
{
    if (type() == Type::Resource)
        return resource().value("uri").toString();
    return m_raw.value("uri").toString();
}

} // namespace Mcp
