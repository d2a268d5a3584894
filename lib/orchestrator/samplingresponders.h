// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "client/inputrequest.h"
#include "server/samplingresponder.h"

#include <QtCore/qhash.h>
#include <QtCore/qlist.h>
#include <QtCore/qobject.h>

namespace Mcp {

class Server;

/*!
 * Answers sampling requests without a person, as SamplingResponder says. Keeps a server that asks
 * without end from being answered without end. Owned by Questions.
 */
class SamplingResponders : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype maxPerMinute = 60; ///< answers to one server
    static constexpr int maxRunning = 4;          ///< programs at one time

    using QObject::QObject;

    /// Answers it now or later; else why not, and a person has to. What a program fails to answer
    /// is handed back by failed().
    [[nodiscard]] QString respond(Server *server, InputRequest *request,
                                  const SamplingResponder &responder);

signals:
    void answered(Mcp::Server *server, const QString &how);
    void failed(Mcp::Server *server, Mcp::InputRequest *request, const QString &why);

private:
    bool isTooOften(Server *server);
    void run(Server *server, InputRequest *request, const SamplingResponder &responder);

    QHash<const QObject *, QList<qint64>>
            m_times; ///< by Server: of the last answers, in ms since the epoch
    int m_running = 0;
};

} // namespace Mcp
