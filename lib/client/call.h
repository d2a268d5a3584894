// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "protocol/notifications.h"
#include "protocol/task.h"
#include "wire/message.h"
#include "wire/result.h"

#include <QtCore/qelapsedtimer.h>
#include <QtCore/qobject.h>

#include <functional>
#include <optional>

namespace Mcp {

class InputRequest;

/// How one request is to be treated; -1 takes the server's configured value, 0 is none.
struct CallOptions
{
    int timeoutMs = -1;     ///< without an answer or progress
    int hardTimeoutMs = -1; ///< whatever progress says
    RawJson meta;           ///< members for _meta, as the user gave them
    /// tools/call of 2025-11-25: as a task that the server keeps for so many ms; 0: as long as it
    /// likes. In the modern era the server decides.
    std::optional<qint64> taskTtl;
};

/*!
 * The handle of one thing the user asked for, what QNetworkReply is to HTTP. Child of its Client.
 * Settles exactly once, always: result, remote error, transport lost, timeout, cancelled, protocol
 * violation. finished() comes from the event loop, never from inside the request; afterwards the
 * call is deleted as if by deleteLater(). Pages and retries happen inside one call.
 */
class Call : public QObject
{
    Q_OBJECT

public:
    Call(const QString &method, QObject *parent);
    ~Call() override;

    QString method() const { return m_method; }
    /// The tool, prompt or resource that it is about; empty for other requests.
    QString target() const { return m_target; }
    bool isFinished() const { return m_outcome.has_value(); }
    /// The result object as received (for lists: all pages merged), or the Error. Before finished()
    /// an Error of kind None.
    Result<RawJson> outcome() const;
    /// ms since the request was made; stands still once finished.
    qint64 elapsed() const;
    /// The last progress reported, if any.
    const std::optional<Progress> &progress() const { return m_progress; }
    /// The task that the server made of it, as last heard of; nothing while it has made none.
    const std::optional<Task> &task() const { return m_task; }
    /// It was made again with answers of the user: its result is good for this once, whatever it
    /// says about being kept (2026-07-28, basic/patterns/mrtr).
    bool hasRounds() const { return m_hasRounds; }
    /// Sentences about oddities met on the way (repeated cursor, skipped page …).
    const QStringList &warnings() const { return m_warnings; }

    /// Settles as Cancelled at once and tells the server; a late answer goes to the trace only.
    /// Nothing happens when it is finished.
    void cancel(const QString &reason = {});

signals:
    void progressed(const Mcp::Progress &progress);
    /// The call goes on when the question is answered.
    void inputRequested(Mcp::InputRequest *request);
    void taskChanged(const Mcp::Task &task);
    void finished();

public:
    /// \name For lib/client, which drives the call
    /// @{
    void settle(Result<RawJson> outcome);
    /// The same for whoever is called by the event loop: emits finished() at once. False if the
    /// call was settled before or did not survive it; else the caller sees to its deletion.
    [[nodiscard]] bool deliver(Result<RawJson> outcome);
    void report(const Progress &progress);
    /// What its messages are marked with in the trace, from its first request on; 0 before.
    quint64 conversation() const { return m_conversation; }
    void setConversation(quint64 conversation) { m_conversation = conversation; }
    void setTarget(const QString &target) { m_target = target; }
    void setTask(const Task &task);
    void setHasRounds() { m_hasRounds = true; }
    /// What its last request is called in progress notifications.
    const MessageId &progressToken() const { return m_progressToken; }
    void setProgressToken(const MessageId &token) { m_progressToken = token; }
    /// Without repeats.
    void addWarning(const QString &warning);
    /// Run by cancel(), or when the call is deleted in flight, to tell the server. Forgotten when
    /// the call settles. @p note: what the user has to know then.
    void setCanceller(std::function<void(const QString &reason)> canceller,
                      const QString &note = {});
    /// @}

private:
    void take(Result<RawJson> outcome);
    void finish();

    QString m_method;
    QString m_target;
    QElapsedTimer m_timer;
    qint64 m_elapsed = -1;
    quint64 m_conversation = 0;
    bool m_hasRounds = false;
    std::optional<Result<RawJson>> m_outcome;
    std::optional<Progress> m_progress;
    std::optional<Task> m_task;
    MessageId m_progressToken;
    QStringList m_warnings;
    std::function<void(const QString &)> m_canceller;
    QString m_cancelNote;
};

} // namespace Mcp
