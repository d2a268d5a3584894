// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/pagedlist.h"

#include "client/session.h"
#include "client/violation.h"
#include "server/server.h"
#include "wire/errorcode.h"
#include "json/jsonwriter.h"

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {} // namespace

PagedList::PagedList(Session *session, Call *call, const QString &member,
                     const CallOptions &options)
    : QObject(call)
    , m_session(session)
    , m_call(call)
    , m_options(options)
    , m_member(member)
    , m_paginator(member, session->server()->spec().limits)
{}

/// The hard limit is one for the whole list, not one for each page.
CallOptions PagedList::remainingOptions() const
{
    CallOptions options = m_options;
    if (options.hardTimeoutMs > 0)
        options.hardTimeoutMs = int(std::max<qint64>(1, options.hardTimeoutMs - m_call->elapsed()));
    return options;
}

void PagedList::fetch()
{
    RawJson params;
    if (const RawJson cursor = m_paginator.nextCursor(); !cursor.isAbsent())
        params = JsonObjectWriter().add(u"cursor", cursor).toRawJson();
    if (!m_session) // between two pages
        return m_call->settle(Error::transport(u"The server was removed."_s));
    m_session->exchange(m_call, m_call->method(), params, remainingOptions(),
                        [self = QPointer(this)](const Result<Reading> &page) {
                            if (self)
                                self->onPage(page);
                        });
}

void PagedList::onPage(const Result<Reading> &page)
{
    if (page) {
        m_paginator.addPage(page->result);
        for (const QString &fault : m_paginator.faults())
            reportViolation(m_session->server(), page->result, Rule::Pages,
                            u"%1: %2"_s.arg(m_call->method(), fault));
        if (!m_paginator.nextCursor().isAbsent())
            return fetch();
        for (const QString &warning : m_paginator.warnings())
            m_call->addWarning(warning);
        return m_session->settle(m_call, m_paginator.merged());
    }
    Error error = page.error();
    // The list may have changed under its cursors: then it starts over
    // (2026-07-28, server/utilities/pagination: invalid cursors get -32602).
    if (error.kind == Error::Kind::Remote && error.code == ErrorCode::invalidParams
        && m_paginator.pageCount() > 0 && !m_startedOver) {
        m_startedOver = true;
        m_call->addWarning(
                u"The server refused the cursor of page %1, so the list was started over."_s.arg(
                        m_paginator.pageCount() + 1));
        m_paginator = Paginator(m_member, m_session->server()->spec().limits);
        return fetch();
    }
    if (m_session)
        m_session->settle(m_call, error);
    else
        m_call->settle(error);
}

} // namespace Mcp
