// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "client/inputrequest.h"
#include "server/samplingresponder.h"

#include <QtCore/qhash.h>
#include <QtCore/qlist.h>
#include <QtCore/qobject.h>

namespace Mcp {

class SamplingCommand;
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
    /// is handed back by failed(). Nothing happens while one is at work on it already.
    [[nodiscard]] QString respond(Server *server, InputRequest *request,
                                  const SamplingResponder &responder);
    bool isRunning(const InputRequest *request) const { return m_running.contains(request); }
    /// Ends the program that is at work on it; false when there is none.
    bool stop(const InputRequest *request);

signals:
    void answered(Mcp::Server *server, const QString &how);
    void failed(Mcp::Server *server, Mcp::InputRequest *request, const QString &why);

private:
    bool isTooOften(Server *server);
    void run(Server *server, InputRequest *request, const SamplingResponder &responder);

    QHash<const QObject *, QList<qint64>>
            m_times; ///< by Server: of the last answers, in ms since the epoch
    QHash<const InputRequest *, SamplingCommand *> m_running;
};

} // namespace Mcp
