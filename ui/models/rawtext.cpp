// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/rawtext.h"

#include "models/jsonplace.h"
#include "json/jsontext.h"

namespace McpUi {

RawText RawText::of(const Mcp::RawJson &value, bool isPretty)
{
    QByteArray text = isPretty ? Mcp::JsonText::pretty(value.view()) : value.toByteArray();
    text.squeeze();
    RawText raw;
    raw.lines = LineIndex(text);
    raw.root = Mcp::RawJson::fromText(text);
    raw.index = JsonIndex(raw.root);
    return raw;
}

/// Where the bracket stands that @p line ends with, -1 if it ends otherwise.
qsizetype RawText::opening(Mcp::JsonRange line) const
{
    const QByteArray &text = lines.text();
    qsizetype at = line.end - 1;
    while (at >= line.begin && (text.at(at) == ' ' || text.at(at) == '\t'))
        --at;
    return at >= line.begin && (text.at(at) == '{' || text.at(at) == '[') ? at : -1;
}

qsizetype RawText::foldEnd(qsizetype line) const
{
    const qsizetype begin = opening(lines.lineRange(line));
    if (begin < 0)
        return -1;
    qsizetype end = 0;
    if (const JsonIndex::Part *part = index.partAt(begin)) {
        end = part->end;
    } else {
        const auto value = Mcp::JsonScanner(lines.text(), begin).skipValue();
        end = value ? value->end : lines.text().size();
    }
    const qsizetype last = lines.lineAt(end - 1);
    return last > line ? last : -1;
}

qsizetype RawText::foldAround(qsizetype offset) const
{
    const qsizetype line = lines.lineAt(offset);
    if (foldEnd(line) >= 0)
        return line;
    JsonPlace place = JsonPlace::at(root, index, offset);
    // From the inside to the outside, until one can be folded.
    for (; !place.rows.isEmpty(); place = JsonPlace::at(root, index, place.begin() - 1)) {
        const qsizetype above = lines.lineAt(place.value.begin);
        if (above < line && opening(lines.lineRange(above)) == place.value.begin)
            return above;
    }
    const qsizetype top = lines.lineAt(root.range().begin);
    return foldEnd(top) >= line ? top : -1;
}

bool RawText::isInString(qsizetype offset) const
{
    const QByteArray &text = lines.text();
    qsizetype at = index.tokenBefore(offset);
    while (at < offset) {
        if (text.at(at) != '"') {
            ++at;
            continue;
        }
        if (const JsonIndex::Part *part = index.partAt(at)) {
            at = part->end;
        } else {
            const auto token = Mcp::JsonScanner(text, at).skipValue();
            at = token ? token->end : text.size();
        }
        if (at > offset)
            return true;
    }
    return false;
}

} // namespace McpUi
