// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <cstddef>
#include <deque>
#include <utility>
#include <vector>

namespace Mcp {

/*!
 * A queue with an index, for large elements by the hundred thousand: std::deque asks the allocator
 * once for each element that is larger than 256 bytes, this once for eight of them. Elements never
 * move, so references stay valid until their element is taken out.
 */
template <typename T>
class ChunkedQueue
{
public:
    size_t size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }

    const T &operator[](size_t index) const
    {
        return m_chunks[(m_taken + index) / kChunk][(m_taken + index) % kChunk];
    }
    T &operator[](size_t index)
    {
        return m_chunks[(m_taken + index) / kChunk][(m_taken + index) % kChunk];
    }
    const T &front() const { return (*this)[0]; }
    const T &back() const { return (*this)[m_size - 1]; }

    void push_back(T element)
    {
        if (m_chunks.empty() || m_chunks.back().size() == kChunk) {
            m_chunks.emplace_back();
            m_chunks.back().reserve(kChunk);
        }
        m_chunks.back().push_back(std::move(element));
        ++m_size;
    }
    void pop_front()
    {
        m_chunks.front()[m_taken] = T(); // what it holds goes now, its place with the chunk
        --m_size;
        if (++m_taken == kChunk) {
            m_chunks.pop_front();
            m_taken = 0;
        }
    }
    void clear()
    {
        m_chunks.clear();
        m_taken = m_size = 0;
    }

private:
    static constexpr size_t kChunk = 8;

    std::deque<std::vector<T>> m_chunks;
    size_t m_taken = 0; ///< of the first chunk
    size_t m_size = 0;
};

} // namespace Mcp
