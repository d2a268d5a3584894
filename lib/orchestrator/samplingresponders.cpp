// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/samplingresponders.h"

#include "orchestrator/samplingcommand.h"
#include "protocol/sampling.h"
#include "server/server.h"

#include <QtCore/qdatetime.h>
#include <QtCore/qpointer.h>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

QString SamplingResponders::respond(Server *server, InputRequest *request,
                                    const SamplingResponder &responder)
{
    if (isRunning(request))
        return {};
    if (isTooOften(server))
        return u"It asked more than %1 times within a minute: the automatic answers pause."_s.arg(
                maxPerMinute);
    const SamplingRequest sampling(request->params());
    switch (responder.kind) {
    case SamplingResponder::Kind::Off:
        return u"No automatic answer is set."_s;
    case SamplingResponder::Kind::Text:
        request->answer(
                SamplingAnswer::automatic(sampling, responder.text, u"fixed-text"_s).toJson());
        emit answered(server, u"with the fixed text"_s);
        break;
    case SamplingResponder::Kind::Echo:
        request->answer(SamplingAnswer::echo(sampling).toJson());
        emit answered(server, u"with its last message"_s);
        break;
    case SamplingResponder::Kind::Command:
        if (m_running.size() >= maxRunning)
            return u"%1 programs answer already."_s.arg(maxRunning);
        run(server, request, responder);
        break;
    }
    return {};
}

bool SamplingResponders::stop(const InputRequest *request)
{
    SamplingCommand *const command = m_running.take(request);
    delete command;
    return command != nullptr;
}

bool SamplingResponders::isTooOften(Server *server)
{
    if (!m_times.contains(server)) {
        connect(server, &QObject::destroyed, this, [this](QObject *gone) { m_times.remove(gone); });
    }
    QList<qint64> &times = m_times[server];
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    times.removeIf([now](qint64 time) { return now - time > 60'000; });
    if (times.size() >= maxPerMinute)
        return true;
    times.append(now);
    return false;
}

void SamplingResponders::run(Server *server, InputRequest *request,
                             const SamplingResponder &responder)
{
    // Child of the request: withdrawn, it ends the program.
    auto *const command = new SamplingCommand(responder, request->params(), request);
    m_running.insert(request, command);
    connect(command, &QObject::destroyed, this, [this, request, command] {
        if (m_running.value(request) == command)
            m_running.remove(request);
    });
    connect(request, &InputRequest::withdrawn, command, &QObject::deleteLater);
    connect(command, &SamplingCommand::finished, this,
            [this, server = QPointer(server), request, command,
             program = responder.command](const Result<RawJson> &answer) {
                m_running.remove(request);
                command->deleteLater();
                if (!request->isOpen() || !server)
                    return;
                if (!answer)
                    return emit failed(server, request, answer.error().message);
                request->answer(*answer);
                emit answered(server, u"by %1"_s.arg(program));
            });
    command->start();
}

} // namespace Mcp
