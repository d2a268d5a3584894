// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/textmodes.h"

#include "json/jsonwriter.h"

#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

constexpr int kMaxKinds = 50; ///< MIME types are a server's words
constexpr qsizetype kMaxKindSize = 100;

constexpr std::array<std::pair<TextMode, QLatin1StringView>, 4> kNames{ {
        { TextMode::Plain, "plain"_L1 },
        { TextMode::Markdown, "markdown"_L1 },
        { TextMode::Json, "json"_L1 },
        { TextMode::Table, "table"_L1 },
} };

} // namespace

TextModes::TextModes(QObject *parent)
    : QObject(parent)
{}

TextMode TextModes::mode(const QString &kind, TextMode fallback) const
{
    return m_modes.value(kind, fallback);
}

void TextModes::setMode(const QString &kind, TextMode mode)
{
    const auto known = m_modes.constFind(kind);
    const bool same = known != m_modes.cend() && *known == mode;
    const bool room = known != m_modes.cend() || m_modes.size() < kMaxKinds;
    if (same || !room || kind.size() > kMaxKindSize)
        return;
    m_modes.insert(kind, mode);
    emit changed();
}

Mcp::RawJson TextModes::toJson() const
{
    Mcp::JsonObjectWriter writer;
    for (auto it = m_modes.cbegin(); it != m_modes.cend(); ++it) {
        for (const auto &[mode, name] : kNames) {
            if (mode == it.value())
                writer.add(it.key(), QString(name));
        }
    }
    return writer.toRawJson();
}

void TextModes::restore(const Mcp::RawJson &json)
{
    m_modes.clear();
    for (const Mcp::RawJsonMember &member : json.members()) {
        const QString word = member.value.toString();
        for (const auto &[mode, name] : kNames) {
            if (word == name && m_modes.size() < kMaxKinds)
                m_modes.insert(member.key, mode);
        }
    }
}

} // namespace McpUi
