// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/paginator.h"

#include "json/jsonwriter.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

void Paginator::addPage(const RawJson &result)
{
    m_faults.clear();
    ++m_pages;
    m_bytes += result.size();
    if (m_pages == 1)
        m_first = result; // most lists have one page: it is not copied
    else
        join(result);
    takeCaching(result);
    takeCursor(result.value("nextCursor"));
}

void Paginator::takeCaching(const RawJson &page)
{
    const Caching caching = Caching::fromResult(page);
    if (m_pages == 1)
        m_caching = caching;
    m_caching.isStated = m_caching.isStated || caching.isStated;
    m_caching.ttlMs = std::min(m_caching.ttlMs, caching.ttlMs);
    if (m_pages > 1 && caching.scope != "public"_L1) // who does not say so does not allow it
        m_caching.scope = u"private"_s;
}

void Paginator::join(const RawJson &page)
{
    if (m_pages == 2)
        append(m_first.value(m_member));
    const RawJson array = page.value(m_member);
    if (array.isArray())
        append(array);
    else
        addFault(u"Page %1 has no array \"%2\"."_s.arg(m_pages).arg(m_member));
}

void Paginator::append(const RawJson &array)
{
    if (!array.isArray())
        return;
    const QByteArrayView inner = array.view().sliced(1, array.size() - 2).trimmed();
    if (!inner.isEmpty() && !m_elements.isEmpty())
        m_elements += ',';
    m_elements += inner;
}

void Paginator::takeCursor(const RawJson &cursor)
{
    m_nextCursor = {};
    if (cursor.isAbsent() || cursor.isNull())
        return;
    const QByteArray token = cursor.toByteArray();
    if (!cursor.isString())
        addFault(u"nextCursor of page %1 is not a string."_s.arg(m_pages));
    if (m_cursors.contains(token)) {
        addFault(
                u"The list was cut after %1 pages: the cursor %2 came a second time."_s.arg(m_pages)
                        .arg(QString::fromUtf8(token)));
        return;
    }
    if (m_pages >= m_limits.listPages || m_bytes >= m_limits.listBytes) {
        const bool pages = m_pages >= m_limits.listPages;
        m_warnings.append(
                u"The list was cut after %1 pages, %2 bytes: the limit %3 is reached."_s.arg(
                        QString::number(m_pages), QString::number(m_bytes),
                        pages ? u"listPages"_s : u"listBytes"_s));
        return;
    }
    m_cursors.insert(token);
    m_nextCursor = cursor;
}

void Paginator::addFault(const QString &sentence)
{
    m_warnings.append(sentence);
    m_faults.append(sentence);
}

RawJson Paginator::merged() const
{
    if (m_pages <= 1)
        return m_first;
    JsonObjectWriter result;
    bool hasArray = false;
    const auto addArray = [&] {
        if (!hasArray)
            result.addRaw(m_member, '[' + m_elements + ']');
        hasArray = true;
    };
    const QList<RawJsonMember> members = m_first.members();
    for (const RawJsonMember &member : members) {
        if (member.key == m_member)
            addArray();
        else if (member.key == "ttlMs"_L1 && m_caching.isStated)
            result.add(member.key, m_caching.ttlMs);
        else if (member.key == "cacheScope"_L1 && m_caching.isStated)
            result.add(member.key, m_caching.scope);
        else if (member.key != "nextCursor"_L1)
            result.add(member.key, member.value);
    }
    addArray();
    return result.toRawJson();
}

} // namespace Mcp
