// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "client/call.h"

#include <QtCore/qpointer.h>

#include <functional>
#include <optional>

namespace Mcp {

struct ClientCapabilities;

/*!
 * A question of the server to the user, whichever way it came: as a request of its own (legacy) or
 * inside a result that says input_required (2026-07-28, basic/patterns/mrtr). Whoever shows it ends
 * it by exactly one of answer(), refuse() and letting it be withdrawn; an open one blocks nothing
 * else. Child of its Session; deleted from the event loop once it is over.
 */
class InputRequest : public QObject
{
    Q_OBJECT

public:
    enum class Kind {
        Elicitation, ///< elicitation/create: a form to fill or a URL to visit
        Sampling,    ///< sampling/createMessage: what would a model say?
        Roots,       ///< roots/list: which folders may be used?
    };
    Q_ENUM(Kind)
    /// Of the params of one question; larger ones are refused. Pictures for a model fit.
    static constexpr qsizetype maxBytes = 32 * 1024 * 1024;

    /// What was answered, or as an Error of kind Remote the refusal.
    using Reply = std::function<void(const Result<RawJson> &answer)>;

    /// For lib/client. @p call is the one that waits for the answer, null where that cannot be
    /// told.
    InputRequest(Kind kind, const RawJson &params, Call *call, Reply reply, QObject *parent);

    Kind kind() const { return m_kind; }
    QString method() const { return methodOf(m_kind); }
    /// As received; may be absent or of any type.
    const RawJson &params() const { return m_params; }
    Call *call() const { return m_call; }
    bool isOpen() const { return bool(m_reply); }

    /// The result object to send: an ElicitResult, CreateMessageResult or ListRootsResult. Nothing
    /// happens when it is over.
    void answer(const RawJson &result);
    /// No answer. A legacy server gets a JSON-RPC error; modern ones know no refusal of sampling
    /// and roots, so the call that asked ends as Cancelled (2026-07-28, basic/patterns/mrtr).
    /// Elicitations are declined by an answer, not by this.
    void refuse(int code, const QString &message);
    /// For lib/client: nobody waits for the answer any more.
    void withdraw(const QString &reason);

    static QString methodOf(Kind kind);
    static std::optional<Kind> kindOf(const QString &method);
    /// Why a client that has declared @p capabilities must not be asked this, as a Remote error
    /// with the code to answer; none when it may.
    static Error objection(Kind kind, const RawJson &params,
                           const ClientCapabilities &capabilities);

signals:
    /// Answered or refused here.
    void answered();
    /// The server or the call has gone, or the server took it back.
    void withdrawn(const QString &reason);

private:
    void end(const Result<RawJson> &answer);

    Kind m_kind;
    RawJson m_params;
    QPointer<Call> m_call;
    Reply m_reply; ///< empty once it is over
};

} // namespace Mcp
