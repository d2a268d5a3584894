// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "protocol/caching.h"
#include "server/limits.h"
#include "json/rawjson.h"

#include <QtCore/qset.h>
#include <QtCore/qstringlist.h>

namespace Mcp {

/*!
 * Collects the pages of one list request and merges them into a single result, byte for byte.
 * Knows nothing of requests; guards against servers whose pages never end. A single page comes out
 * exactly as it came in.
 */
class Paginator
{
public:
    /// @p member names the array: "tools", "resources" …
    explicit Paginator(const QString &member, const Limits &limits = {})
        : m_member(member)
        , m_limits(limits)
    {}

    void addPage(const RawJson &result);
    /// The cursor token to ask the next page with, exactly as received; absent at the end
    /// (2026-07-28, server/utilities/pagination: an empty string is a cursor like any other).
    RawJson nextCursor() const { return m_nextCursor; }
    int pageCount() const { return m_pages; }
    /// The first page with the arrays of all pages joined and without nextCursor. It may be kept
    /// as long and by whom as all pages may be (2026-07-28, server/utilities/caching).
    RawJson merged() const;
    /// What was odd, one sentence each.
    const QStringList &warnings() const { return m_warnings; }
    /// Those of the last page that are the server's fault and not a limit of ours.
    const QStringList &faults() const { return m_faults; }

private:
    void join(const RawJson &page);
    void append(const RawJson &array);
    void takeCursor(const RawJson &cursor);
    void takeCaching(const RawJson &page);
    void addFault(const QString &sentence);

    QString m_member;
    Limits m_limits; ///< of listPages and listBytes
    RawJson m_first;
    QByteArray m_elements; ///< of all pages, joined by commas, as soon as there are two
    RawJson m_nextCursor;
    QSet<QByteArray> m_cursors;
    QStringList m_warnings;
    QStringList m_faults;
    Caching m_caching; ///< the strictest of all pages
    int m_pages = 0;
    qint64 m_bytes = 0; ///< of all pages
};

} // namespace Mcp
