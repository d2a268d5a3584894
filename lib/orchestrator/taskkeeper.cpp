// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/taskkeeper.h"

#include "client/client.h"
#include "orchestrator/taskstore.h"
#include "server/server.h"
#include "wire/errorcode.h"
#include "json/jsonwriter.h"

#include <QtCore/qdatetime.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

constexpr int mostLooks = 5; ///< a server may take its time to give up (SEP-2663)
/// Between these: its interval is meant for the work, and may last an hour.
constexpr int longestWaitMs = 3000;

RawJson idParams(const QString &id) { return JsonObjectWriter().add(u"taskId", id).toRawJson(); }

} // namespace

TaskKeeper::TaskKeeper(TaskStore *store, Client *client)
    : QObject(client)
    , m_store(store)
    , m_client(client)
    , m_server(client->server() ? client->server()->name() : QString())
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &TaskKeeper::look);
}

TaskKeeper::~TaskKeeper() { countFollower(-1); }

/// It may have got another one.
QString TaskKeeper::serverName()
{
    if (const Server *const server = m_client ? m_client->server() : nullptr)
        m_server = server->name();
    return m_server;
}

bool TaskKeeper::isKnown() { return m_store->find(serverName(), m_id); }

void TaskKeeper::countFollower(int by)
{
    if (m_isFollower == (by > 0))
        return;
    m_isFollower = by > 0;
    m_store->countFollower(serverName(), m_id, by);
}

void TaskKeeper::follow(Call *call, const QString &tool)
{
    m_tool = tool;
    connect(call, &Call::taskChanged, this, &TaskKeeper::onState);
    connect(call, &Call::finished, this, [this, call] { onFinished(*call); });
}

void TaskKeeper::followKnown(Call *call, const QString &id)
{
    m_id = id;
    countFollower(1);
    follow(call, {});
}

void TaskKeeper::onState(const Task &task)
{
    if (task.statusName().isEmpty())
        return; // known by its id alone yet
    // One that was forgotten meanwhile stays forgotten.
    const bool isNew = m_id.isEmpty();
    m_id = task.id();
    m_task = task;
    m_isTold = true;
    if (!isNew && !isKnown())
        return;
    m_store->update(serverName(), m_tool, task);
    countFollower(1);
}

void TaskKeeper::onFinished(const Call &call)
{
    if (m_id.isEmpty() || !isKnown())
        return deleteLater();
    const auto outcome = call.outcome();
    if (outcome || m_task.isOver()) {
        const qint64 since =
                QDateTime::currentMSecsSinceEpoch() - m_store->find(m_server, m_id)->time;
        m_store->setOutcome(m_server, m_id, outcome, std::max(call.elapsed(), since));
    }
    const Error::Kind kind = outcome.error().kind;
    const bool mayBeOver =
            outcome || kind == Error::Kind::Cancelled || (kind == Error::Kind::Remote && m_isTold);
    if (!m_task.isOver() && mayBeOver && m_client->isInitialized())
        return look();
    countFollower(-1);
    if (!m_task.isOver())
        setProblem(outcome.error());
    deleteLater();
}

/// Both eras answer with "Invalid params" for a task that there is not or no more (2025-11-25,
/// basic/utilities/tasks; SEP-2663).
void TaskKeeper::setProblem(const Error &error)
{
    const bool isUnknown =
            error.kind == Error::Kind::Remote && error.code == ErrorCode::invalidParams;
    m_store->setProblem(m_server, m_id, error.describe(), isUnknown);
}

Call *TaskKeeper::cancel(const QString &id)
{
    m_id = id;
    Call *const call = m_client->cancelTask(id);
    connect(call, &Call::finished, this, &TaskKeeper::look);
    return call;
}

void TaskKeeper::look()
{
    ++m_looks;
    const Call *const call = m_client->request(u"tasks/get"_s, idParams(m_id));
    connect(call, &Call::finished, this, [this, call] { onLooked(*call); });
}

void TaskKeeper::onLooked(const Call &call)
{
    const auto outcome = call.outcome();
    const Task task(outcome.valueOr({}));
    const bool isIt = outcome && task.id() == m_id;
    if (!isKnown())
        return deleteLater();
    if (isIt)
        m_store->update(m_server, m_tool, task);
    if (isIt && !task.isOver() && m_looks < mostLooks)
        return m_again.start(std::min(task.pollInterval(), longestWaitMs));
    countFollower(-1);
    if (!isIt && outcome)
        m_store->setProblem(m_server, m_id, u"The answer to tasks/get is another task."_s);
    else if (!isIt)
        setProblem(outcome.error());
    deleteLater();
}

} // namespace Mcp
