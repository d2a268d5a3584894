// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/rawjson.h"

#include <QtCore/qlist.h>

namespace Mcp {

/// Read view over one content block of a tool result, prompt message or sampling message.
class Content
{
public:
    enum class Type { Text, Image, Audio, ResourceLink, Resource, Unknown };

    Content() = default;
    explicit Content(const RawJson &raw)
        : m_raw(raw)
    {}

    const RawJson &raw() const { return m_raw; }
    Type type() const;
    QString typeName() const { return m_raw.value("type").toString(); } ///< as received
    QString text() const; ///< of Text, or of an embedded text resource
    /// Raw JSON string token of the text, so that large ones need not be decoded.
    RawJson rawText() const;
    QString mimeType() const; ///< of Image, Audio, ResourceLink, or the embedded resource
    /// Decoded base64 of Image, Audio or an embedded blob; nothing when it is not valid base64.
    std::optional<QByteArray> data() const;
    QString uri() const; ///< of ResourceLink or Resource
    RawJson resource() const { return m_raw.value("resource"); }
    RawJson annotations() const { return m_raw.value("annotations"); }

private:
    RawJson m_raw;
};

} // namespace Mcp
