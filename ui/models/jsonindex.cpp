// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/jsonindex.h"

#include <algorithm>
#include <vector>

namespace McpUi {

namespace {

constexpr qsizetype kTokenBytes = 8 * 1024;
/// Deeper containers are counted, not noted: each open one takes memory.
constexpr size_t kMaxLevels = 100'000;

bool isWord(char c)
{
    return c != ' ' && c != '\n' && c != '\r' && c != '\t' && c != ',' && c != ':' && c != '"'
           && c != '{' && c != '}' && c != '[' && c != ']';
}

} // namespace

/// The pass that makes a JsonIndex. Lives for one call.
class JsonIndexer
{
public:
    JsonIndexer(const Mcp::RawJson &root, JsonIndex &index)
        : m_text(root.buffer().constData())
        , m_at(root.range().begin)
        , m_end(root.range().end)
        , m_index(index)
    {}

    void run();

private:
    struct Open
    {
        qsizetype begin = 0;
        qsizetype commas = 0;
        bool isEmpty = true;
        std::vector<qsizetype> steps = {};
    };

    void token();
    void string();
    void open();
    void close();
    void comma();

    const char *m_text;
    qsizetype m_at;
    qsizetype m_end;
    JsonIndex &m_index;
    std::vector<Open> m_open;
    size_t m_tooDeep = 0;
    bool m_stepDue = false;
    qsizetype m_nextToken = 0;
};

void JsonIndexer::run()
{
    while (m_at < m_end) {
        switch (const char c = m_text[m_at]) {
        case '"':
            token();
            string();
            break;
        case '{':
        case '[':
            token();
            open();
            break;
        case '}':
        case ']':
            close();
            break;
        case ',':
            comma();
            break;
        default:
            if (isWord(c)) {
                token();
                while (m_at + 1 < m_end && isWord(m_text[m_at + 1]))
                    ++m_at;
            }
        }
        ++m_at;
    }
    std::sort(m_index.m_parts.begin(), m_index.m_parts.end(),
              [](const JsonIndex::Part &a, const JsonIndex::Part &b) { return a.begin < b.begin; });
}

/// A token begins here: it is what a step due was waiting for.
void JsonIndexer::token()
{
    if (m_at >= m_nextToken) {
        m_index.m_tokens.append(m_at);
        m_nextToken = m_at + kTokenBytes;
    }
    if (m_tooDeep > 0 || m_open.empty())
        return;
    m_open.back().isEmpty = false;
    if (std::exchange(m_stepDue, false))
        m_open.back().steps.push_back(m_at);
}

void JsonIndexer::string()
{
    const qsizetype begin = m_at;
    for (++m_at; m_at < m_end && m_text[m_at] != '"'; ++m_at) {
        if (m_text[m_at] == '\\')
            ++m_at;
    }
    const qsizetype end = std::min(m_at + 1, m_end);
    if (end - begin < JsonIndex::kPartBytes)
        return;
    m_index.m_parts.append({ begin, end, 0, 0 });
    if (m_index.m_tokens.constLast() != begin)
        m_index.m_tokens.append(begin);
    m_nextToken = end;
}

void JsonIndexer::open()
{
    if (m_tooDeep > 0 || m_open.size() >= kMaxLevels)
        ++m_tooDeep;
    else
        m_open.push_back({ m_at, 0, true, {} });
}

void JsonIndexer::close()
{
    m_stepDue = false;
    if (m_tooDeep > 0) {
        --m_tooDeep;
        return;
    }
    if (m_open.empty())
        return;
    const Open &done = m_open.back();
    if (m_at + 1 - done.begin >= JsonIndex::kPartBytes) {
        // A comma in front of the bracket counts a child too many, but no step.
        const auto steps = qsizetype(done.steps.size());
        const qsizetype count = done.isEmpty ? 0 : done.commas + 1;
        const qsizetype most = (steps + 1) * JsonIndex::kStep;
        m_index.m_parts.append(
                { done.begin, m_at + 1, std::min(count, most), m_index.m_steps.size() });
        for (const qsizetype step : done.steps)
            m_index.m_steps.append(step);
    }
    m_open.pop_back();
}

void JsonIndexer::comma()
{
    if (m_tooDeep > 0 || m_open.empty())
        return;
    m_stepDue = ++m_open.back().commas % JsonIndex::kStep == 0;
}

JsonIndex::JsonIndex(const Mcp::RawJson &root)
    : m_begin(root.range().begin)
{
    if (root.size() >= kTokenBytes)
        JsonIndexer(root, *this).run();
}

const JsonIndex::Part *JsonIndex::partAt(qsizetype offset) const
{
    const auto found =
            std::lower_bound(m_parts.cbegin(), m_parts.cend(), offset,
                             [](const Part &part, qsizetype begin) { return part.begin < begin; });
    return found != m_parts.cend() && found->begin == offset ? &*found : nullptr;
}

qsizetype JsonIndex::stepsBefore(const Part &part, qsizetype offset) const
{
    const auto first = m_steps.cbegin() + part.firstStep;
    return std::upper_bound(first, first + stepCount(part), offset) - first;
}

qsizetype JsonIndex::tokenBefore(qsizetype offset) const
{
    const auto next = std::upper_bound(m_tokens.cbegin(), m_tokens.cend(), offset);
    return next == m_tokens.cbegin() ? m_begin : *(next - 1);
}

} // namespace McpUi
