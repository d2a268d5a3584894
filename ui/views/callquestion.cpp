// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/callquestion.h"

#include "models/format.h"
#include "models/questionwords.h"
#include "orchestrator/orchestrator.h"
#include "orchestrator/questions.h"
#include "protocol/elicitation.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

CallQuestion::CallQuestion(Mcp::Orchestrator *orchestrator, QWidget *parent)
    : NoticeBar(parent)
    , m_orchestrator(orchestrator)
{
    setObjectName(u"callQuestion"_s);
    connect(orchestrator->questions(), &Mcp::Questions::changed, this, &CallQuestion::refresh);
    connect(orchestrator->questions(), &Mcp::Questions::visitCompleted, this,
            [this](const QString &ofServer) {
                if (m_visits == 0 || ofServer != m_server)
                    return;
                ++m_visited;
                refresh();
            });
    connect(this, &NoticeBar::triggered, this, &CallQuestion::trigger);
}

void CallQuestion::watch(const QString &server, Mcp::Call *call)
{
    m_server = server;
    m_call = call;
    m_visits = 0;
    refresh();
}

void CallQuestion::takeFailure(const Mcp::Error &error)
{
    const QList<Mcp::RawJson> required = Mcp::Elicitation::requiredBy(error);
    if (required.isEmpty())
        return;
    m_visited = 0;
    m_visits = m_orchestrator->questions()->offer(m_server, required);
    refresh();
}

/// Of a legacy server nobody can tell which call its question belongs to.
Mcp::InputRequest *CallQuestion::question() const
{
    const QList<Mcp::InputRequest *> open = m_orchestrator->questions()->openOf(m_server);
    Mcp::InputRequest *other = nullptr;
    for (Mcp::InputRequest *request : open) {
        if (m_call && request->call() == m_call)
            return request;
        if (!request->call() && !other)
            other = request;
    }
    return m_call || m_visits > 0 ? other : nullptr;
}

void CallQuestion::refresh()
{
    const Mcp::InputRequest *request = question();
    const QString server = displayLine(m_server, 60);
    tellWaiting(request);
    if (m_visits > 0) {
        showVisits(request);
    } else if (request) {
        const QString words = QuestionWords::line(m_orchestrator->questions()->gistOf(request));
        setNotice(Tones::Tone::Warning,
                  request->call() ? tr("Waits for your answer: %1 %2").arg(server, words)
                                  : tr("May wait for your answer: %1 %2").arg(server, words),
                  tr("Answer (Ctrl+5)"));
    } else {
        setNotice(Tones::Tone::Dim, {});
    }
}

void CallQuestion::tellWaiting(const Mcp::InputRequest *request)
{
    QString words;
    if (m_call && request)
        words = request->call() ? tr("Waiting for your answer (Ctrl+5)")
                                : tr("May be waiting for your answer (Ctrl+5)");
    if (words == std::exchange(m_waiting, words))
        return;
    emit waitingChanged(words);
}

void CallQuestion::showVisits(bool isOpen)
{
    const QString server = displayLine(m_server, 60);
    if (isOpen)
        return setNotice(Tones::Tone::Warning,
                         tr("%1 needs you to visit an address first. Then call again.").arg(server),
                         tr("Show the address"));
    setNotice(Tones::Tone::Key,
              m_visited >= m_visits ? tr("%1 says that the visit is done: call again.").arg(server)
                                    : tr("Once you are done there, call again."),
              tr("Call again"));
}

void CallQuestion::trigger()
{
    if (Mcp::InputRequest *request = question())
        emit answerRequested(request);
    else if (std::exchange(m_visits, 0) > 0)
        emit retryRequested();
}

} // namespace McpUi
