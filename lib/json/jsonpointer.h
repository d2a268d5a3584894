// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/rawjson.h"

#include <QtCore/qstringlist.h>

namespace Mcp {

/// An RFC 6901 JSON pointer. Value type; tokens are kept unescaped.
class JsonPointer
{
public:
    JsonPointer() = default; ///< the whole document
    explicit JsonPointer(QStringList tokens)
        : m_tokens(std::move(tokens))
    {}
    /// Parses "/a~1b/0" or the URI fragment form "#/a%20b"; nothing if the syntax is wrong.
    static std::optional<JsonPointer> parse(QStringView text);

    const QStringList &tokens() const { return m_tokens; }
    bool isRoot() const { return m_tokens.isEmpty(); }
    JsonPointer child(const QString &token) const;
    JsonPointer child(qsizetype index) const;
    JsonPointer parent() const;
    QString toString() const;

    /// The value it points to in @p root, absent if there is none.
    RawJson resolve(const RawJson &root) const;

    friend bool operator==(const JsonPointer &, const JsonPointer &) = default;

private:
    QStringList m_tokens;
};

} // namespace Mcp
