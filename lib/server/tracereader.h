// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/tracecodec.h"

#include <limits>

namespace Mcp {

/*!
 * Reads a file of a trace piece by piece, so that only its entries are in memory, and not more of
 * them than is wanted. Value type, for any thread.
 */
class TraceReader
{
public:
    struct Bounds
    {
        qsizetype entries = std::numeric_limits<qsizetype>::max();
        qint64 memory = std::numeric_limits<qint64>::max(); ///< of the entries, about
    };

    explicit TraceReader(const Bounds &bounds)
        : m_bounds(bounds)
    {}

    /// The next bytes, cut anywhere. False when no more are wanted.
    bool add(QByteArrayView bytes);
    /// No more bytes come, or are wanted.
    [[nodiscard]] TraceCodec::File finish();
    /// Of the lines that were read, to their ends.
    qint64 takenBytes() const { return m_taken; }

private:
    void addLine(QByteArrayView line);

    Bounds m_bounds;
    TraceCodec::File m_file;
    QByteArray m_rest; ///< of a line that goes on
    qint64 m_memory = 0;
    qint64 m_taken = 0;
    qsizetype m_lines = 0;
    bool m_isFull = false;
};

} // namespace Mcp
