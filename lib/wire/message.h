// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "wire/messageid.h"
#include "json/rawjson.h"

#include <QtCore/qlist.h>
#include <QtCore/qmetatype.h>

#include <optional>

namespace Mcp {

/*!
 * One JSON-RPC message: the raw bytes plus where the envelope's members stand in them. The frame is
 * scanned, not parsed: params, result and error stay raw until somebody asks. Value type.
 */
class Message
{
public:
    enum class Kind {
        Invalid, ///< not a JSON-RPC message; problem() says why. id() is set where one was found
        Request,
        Notification,
        Response,      ///< has a result
        ErrorResponse, ///< has an error
        Batch,         ///< a JSON array (revision 2025-03-26 only); take it apart with batch()
    };

    Message() = default;
    /// Scans a frame's payload. Never fails: what is no message comes back Invalid with its bytes.
    static Message fromPayload(QByteArray payload);
    /// What is left of a frame that could not be taken whole, and why: Invalid, with the id if that
    /// is in it, so that the request it answers need not wait for the end of its time.
    static Message unreadable(QByteArray beginning, const QString &problem);
    /// What truncated() has left, put together again; with what it says is wrong.
    static Message cutOff(Kind kind, const MessageId &id, const QString &method,
                          QByteArray beginning, const QString &problem);
    /// @p params absent: left out.
    static Message request(const MessageId &id, QStringView method, const RawJson &params = {});
    static Message notification(QStringView method, const RawJson &params = {});
    /// @p result absent: an empty object.
    static Message response(const MessageId &id, const RawJson &result);
    static Message errorResponse(const MessageId &id, int code, QStringView message,
                                 const RawJson &data = {});

    Kind kind() const { return m_kind; }
    bool isValid() const { return m_kind != Kind::Invalid; }
    bool isResponse() const { return m_kind == Kind::Response || m_kind == Kind::ErrorResponse; }
    /// Exactly what was received, or what will be sent.
    const QByteArray &payload() const { return m_payload; }

    const MessageId &id() const { return m_id; }
    QString method() const { return m_method; }
    RawJson params() const { return slice(m_params); }
    RawJson result() const { return slice(m_result); }
    RawJson error() const { return slice(m_error); }
    /// The first @p most of them.
    QList<Message> batch(qsizetype most = maxBatch) const;
    /// More messages in one array come from nobody who means well: each costs a hundred times its
    /// bytes.
    static constexpr qsizetype maxBatch = 10'000;
    /// A message has six. One of more than this is Invalid, with the id that stood among the first.
    static constexpr qsizetype maxMembers = 10'000;

    /// Why it is Invalid, or for a valid message the rule of JSON-RPC it breaks (missing "jsonrpc",
    /// both result and error, malformed JSON inside a slice ...); empty when nothing is wrong.
    QString problem() const { return m_problem; }

    /// The same envelope with a copy of the first @p bytes of the payload only, for logs that must
    /// stay small. params(), result() and error() are absent: they may be cut anywhere. So is an id
    /// of more than maxNameLength bytes, and a method has at most so many characters.
    Message truncated(qsizetype bytes) const;
    static constexpr qsizetype maxNameLength = 1000;

    static QString kindName(Kind kind);

private:
    /// The message of @p id (or none) for params that are well-formed on one line; anything else
    /// has to be looked at as if it had been received.
    static std::optional<Message> compose(const MessageId *id, QStringView method,
                                          const RawJson &params);
    void scan();
    void scanObject(JsonScanner &scanner);
    void scanBatch(JsonScanner &scanner);
    void classify(QByteArrayView method);
    void checkId();
    void addProblem(const QString &problem);
    RawJson slice(JsonRange range) const
    {
        return range.isEmpty() ? RawJson() : RawJson(m_payload, range);
    }

    Kind m_kind = Kind::Invalid;
    QByteArray m_payload;
    MessageId m_id;
    QString m_method;
    JsonRange m_params; ///< in m_payload
    JsonRange m_result;
    JsonRange m_error;
    QString m_problem;
};

} // namespace Mcp

Q_DECLARE_METATYPE(Mcp::Message)
