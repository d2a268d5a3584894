// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/jsonfinder.h"

#include "json/jsontext.h"

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

constexpr qsizetype kStep = 2 * 1024 * 1024;

} // namespace

JsonFinder::JsonFinder(const Mcp::RawJson &root, const FindQuery &query)
    : m_root(root)
    , m_pattern(query)
{}

FindStep JsonFinder::step(qsizetype from) const
{
    const QByteArrayView text = QByteArrayView(m_root.buffer()).first(m_root.range().end);
    const qsizetype stop = qMin(text.size(), from + kStep);
    FindStep step;
    bool keyMatched = false; // of the member whose value comes next
    qsizetype at = from;
    while (at < text.size()) {
        const char c = text[at];
        if (QByteArrayView(" \t\r\n,:]}{[").contains(c)) {
            keyMatched = keyMatched && c != '{' && c != '[';
            ++at;
            continue;
        }
        // Not between a key and its value.
        Mcp::JsonScanner scanner(text, at);
        const std::optional<Mcp::JsonRange> token = scanner.skipValue();
        if (!token) {
            at = c == '"' ? text.size() : at + 1;
            continue;
        }
        at = token->end;
        scanner.skipSpace();
        const bool isKey =
                c == '"' && scanner.position() < text.size() && text[scanner.position()] == ':';
        const Verdict verdict = keyMatched && !isKey ? Verdict::No : matches(*token);
        if (verdict == Verdict::GaveUp) {
            step.problem = u"The regular expression takes too long; the search ended early"_s;
            at = text.size();
            break;
        }
        keyMatched = isKey && verdict == Verdict::Yes;
        if (verdict == Verdict::Yes)
            step.matches.append(*token);
        if (at >= stop && !isKey)
            break;
    }
    step.next = at;
    return step;
}

JsonFinder::Verdict JsonFinder::matches(Mcp::JsonRange token) const
{
    const QByteArrayView bytes = QByteArrayView(m_root.buffer()).sliced(token.begin, token.size());
    const QString text =
            bytes.startsWith('"') ? Mcp::JsonText::unescape(bytes) : QString::fromUtf8(bytes);
    const FindPattern::Match match = m_pattern.find(text, 0);
    return match.gaveUp ? Verdict::GaveUp : match.begin >= 0 ? Verdict::Yes : Verdict::No;
}

} // namespace McpUi
