// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "client/call.h"
#include "client/dialect.h"
#include "client/paginator.h"

#include <QtCore/qobject.h>
#include <QtCore/qpointer.h>

namespace Mcp {

class Session;

/// Fetches the pages of one list call, one after the other, and settles the call with all of them.
/// Child of its call, so it ends with it.
class PagedList : public QObject
{
    Q_OBJECT

public:
    PagedList(Session *session, Call *call, const QString &member, const CallOptions &options);

    void fetch();

private:
    void onPage(const Result<Reading> &page);
    CallOptions remainingOptions() const;

    QPointer<Session> m_session;
    Call *m_call;
    CallOptions m_options;
    QString m_member;
    Paginator m_paginator;
    bool m_startedOver = false;
};

} // namespace Mcp
