// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "pages.h"
#include "json.h"

#include <algorithm>

namespace Fake {

namespace {

/// An entry of any list.
std::string endlessEntry(const std::string &member, const std::string &number)
{
    const std::string name = R"("name":"endless-)" + number + '"';
    if (member == "tools")
        return '{' + name + R"(,"inputSchema":{"type":"object"}})";
    if (member == "resources")
        return '{' + name + R"(,"uri":"test:///endless/)" + number + "\"}";
    if (member == "resourceTemplates")
        return '{' + name + R"(,"uriTemplate":"test:///endless/)" + number + R"(/{x}"})";
    return '{' + name + '}';
}

} // namespace

/// Of the second page, the third ...
std::vector<std::string> Pages::cursors() const
{
    std::vector<std::string> cursors;
    if (m_options.has("empty-cursor"))
        cursors = { "" };
    if (m_options.has("cursor-loop"))
        cursors = { "loop", "loop" };
    const long long pages = m_options.number("pages", m_options.has("pages") ? 3 : 1);
    for (long long page = 2; page <= pages; ++page)
        cursors.push_back("page-" + std::to_string(page));
    return cursors;
}

void Pages::send(const Message &request, const std::string &member,
                 const std::vector<std::string> &entries)
{
    const std::string_view raw = Json::member(request.params, "cursor");
    const std::string cursor = Json::text(raw);
    if (m_options.has("endless-pages"))
        return sendEndlessPage(request, member, cursor);
    const std::vector<std::string> all = cursors();
    std::size_t page = 0;
    if (!raw.empty()) {
        const auto found = std::find(all.begin(), all.end(), cursor);
        if (found == all.end() || raw.front() != '"')
            return m_replies.error(request, -32602, "Unknown cursor");
        page = std::size_t(found - all.begin()) + 1;
    }
    const std::size_t pages = all.size() + 1;
    const auto at = [&](std::size_t part) {
        return entries.begin() + std::ptrdiff_t(entries.size() * part / pages);
    };
    sendPage(request, member, { at(page), at(page + 1) }, page < all.size() ? &all[page] : nullptr);
}

void Pages::sendPage(const Message &request, const std::string &member,
                     const std::vector<std::string> &entries, const std::string *nextCursor)
{
    std::string members = Json::quote(member) + ":[";
    for (std::size_t i = 0; i < entries.size(); ++i)
        members += (i > 0 ? "," : "") + entries[i];
    members += ']';
    if (nextCursor)
        members += R"(,"nextCursor":)" + Json::quote(*nextCursor);
    members += m_replies.cacheMembers(request);
    if (m_options.has("long-line") && !m_padded) {
        m_padded = true;
        members += padding(request, members);
    }
    m_replies.result(request, members);
}

/// What makes the message as long as the scenario says.
std::string Pages::padding(const Message &request, const std::string &members)
{
    const auto whole = std::size_t(m_options.number("long-line", 2 * 1024 * 1024));
    const std::size_t used = std::string_view(R"({"jsonrpc":"2.0","id":,"result":{}})").size()
                             + request.id.size() + Replies::modernMembers(request).size()
                             + members.size() + std::string_view(R"(,"padding":"")").size();
    return R"(,"padding":")" + std::string(whole > used ? whole - used : 0, 'x') + '"';
}

void Pages::sendEndlessPage(const Message &request, const std::string &member,
                            const std::string &cursor)
{
    const std::string next = std::to_string(Json::integer(cursor, 0) + 1);
    m_replies.result(request, Json::quote(member) + ":[" + endlessEntry(member, next)
                                      + R"(],"nextCursor":")" + next + '"'
                                      + m_replies.cacheMembers(request));
}

} // namespace Fake
