// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/jsonchildren.h"

namespace McpUi {

JsonChildren::JsonChildren(const Mcp::RawJson &container)
    : m_text(QByteArrayView(container.buffer()).first(container.range().end))
    , m_begin(container.range().begin)
    , m_position(container.range().begin + 1)
    , m_isObject(container.isObject())
    , m_isDone(!container.isObject() && !container.isArray())
{}

void JsonChildren::jumpTo(qsizetype offset)
{
    m_position = offset;
    m_isFirst = true; // no comma is between here and the child
}

bool JsonChildren::next(Mcp::JsonMember &child, const JsonIndex &index)
{
    m_isDone = m_isDone || !separator();
    if (m_isDone)
        return false;
    m_isDone = true; // unless all goes well
    Mcp::JsonScanner scanner(m_text, m_position);
    child.key = {};
    if (m_isObject) {
        const auto key = m_text[m_position] == '"' ? scanner.skipValue() : std::nullopt;
        if (!key || scanner.atEnd() || m_text[scanner.position()] != ':')
            return false;
        child.key = *key;
        scanner = Mcp::JsonScanner(m_text, scanner.position() + 1);
        scanner.skipSpace();
    }
    if (const JsonIndex::Part *part = index.partAt(scanner.position());
        part && part->end <= m_text.size()) {
        child.value = { part->begin, part->end };
    } else {
        const std::optional<Mcp::JsonRange> value = scanner.skipValue();
        if (!value)
            return false;
        child.value = *value;
    }
    m_position = child.value.end;
    m_isDone = false;
    return true;
}

/// Steps in front of the next child; false when there is none.
bool JsonChildren::separator()
{
    Mcp::JsonScanner scanner(m_text, m_position);
    if (scanner.atEnd())
        return false;
    const char close = m_isObject ? '}' : ']';
    if (!m_isFirst && m_text[scanner.position()] == ',')
        scanner = Mcp::JsonScanner(m_text, scanner.position() + 1);
    else if (!m_isFirst)
        return false;
    if (scanner.atEnd())
        return false;
    m_isFirst = false;
    m_position = scanner.position();
    return m_text[m_position] != close;
}

} // namespace McpUi
