// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "paging.h"

#include "errorcode.h"

using namespace Qt::Literals::StringLiterals;

namespace McpDemo::Paging {

namespace {

constexpr int minute = 60000;

/// Of the page that begins at @p start. Opaque to clients (2025-11-25,
/// server/utilities/pagination).
QString cursorFor(QStringView member, qsizetype start)
{
    const QByteArray plain = member.toUtf8() + '@' + QByteArray::number(start);
    return QString::fromLatin1(plain.toBase64(QByteArray::Base64UrlEncoding));
}

} // namespace

std::optional<Mcp::RawJson> page(const Request &request, QStringView member,
                                 const QList<Mcp::RawJson> &all, qsizetype size)
{
    const Mcp::RawJson cursor = request.params.value("cursor");
    qsizetype start = 0;
    if (!cursor.isAbsent()) {
        do
            start += size;
        while (start < all.size() && cursor.toString() != cursorFor(member, start));
        if (start >= all.size())
            return std::nullopt;
    }
    const QList<Mcp::RawJson> part = all.mid(start, size);
    Mcp::JsonArrayWriter entries;
    for (const Mcp::RawJson &entry : part)
        entries.add(Revision::trimmed(entry, request.revision));
    Mcp::JsonObjectWriter result;
    result.add(member, entries.toRawJson());
    if (start + size < all.size())
        result.add(u"nextCursor", cursorFor(member, start + size));
    return result.toRawJson();
}

void answer(const Responder &responder, const Request &request, QStringView member,
            const QList<Mcp::RawJson> &all, qsizetype size)
{
    if (const std::optional<Mcp::RawJson> result = page(request, member, all, size))
        responder.sendCacheable(request, *result, minute);
    else
        responder.sendError(
                request,
                { ErrorCode::invalidParams, u"Unknown cursor: begin with the first page"_s, {} });
}

} // namespace McpDemo::Paging
