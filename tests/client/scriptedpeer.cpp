// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/scriptedpeer.h"

#include <QtCore/qtimer.h>

#include <algorithm>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

namespace McpTest {

/// The transport's side of a ScriptedPeer; everything it reports comes from the event loop.
class ScriptedTransport : public Transport
{
public:
    explicit ScriptedTransport(ScriptedPeer *peer)
        : m_peer(peer)
    {}

    void start() override
    {
        m_open = true;
        later([this] {
            m_peer->started(this);
            emit started();
        });
    }
    void stop() override
    {
        const CloseReason reason{ CloseReason::How::Stopped, 0, 0, u"was stopped"_s };
        if (m_peer && m_peer->stopMs > 0)
            QTimer::singleShot(m_peer->stopMs, this, [this, reason] { close(reason); });
        else
            close(reason);
    }
    void terminate() override { stop(); }
    bool isOpen() const override { return m_open; }
    bool send(const QByteArray &payload) override
    {
        if (!m_open || !m_peer->accepts)
            return false;
        m_peer->take(this, payload);
        return true;
    }
    std::optional<qint64> untakenBytes() const override
    {
        return m_peer ? m_peer->untaken : std::nullopt;
    }

    void receive(const QByteArray &payload, Framing framing)
    {
        later([this, payload, framing] {
            if (m_open)
                emit frameReceived({ Frame::Kind::Payload, framing, payload, {} });
        });
    }
    void close(const CloseReason &reason)
    {
        if (!m_open)
            return;
        later([this, reason] {
            if (std::exchange(m_open, false))
                emit closed(reason);
        });
    }

private:
    template <typename Function>
    void later(Function function)
    {
        QMetaObject::invokeMethod(this, function, Qt::QueuedConnection);
    }

    QPointer<ScriptedPeer> m_peer;
    bool m_open = false;
};

Server::TransportFactory ScriptedPeer::factory()
{
    return [this](const ServerSpec &) { return std::make_unique<ScriptedTransport>(this); };
}

void ScriptedPeer::started(ScriptedTransport *transport)
{
    m_transport = transport;
    ++m_processCount;
    if (onStart) {
        QMetaObject::invokeMethod(
                this, [this, process = m_processCount] { onStart(process); }, Qt::QueuedConnection);
    }
}

void ScriptedPeer::take(ScriptedTransport *transport, const QByteArray &payload)
{
    const Sent sent{ m_processCount, transport->framing(), Message::fromPayload(payload) };
    m_sent.append(sent);
    if (onMessage) {
        QMetaObject::invokeMethod(
                this, [this, sent] { onMessage(sent); }, Qt::QueuedConnection);
    }
}

void ScriptedPeer::send(const QByteArray &payload, Framing framing)
{
    if (m_transport)
        m_transport->receive(payload, framing);
}

void ScriptedPeer::answer(const Sent &to, const QByteArray &result)
{
    send("{\"jsonrpc\":\"2.0\",\"id\":" + to.message.id().raw() + ",\"result\":" + result + "}",
         to.framing);
}

void ScriptedPeer::refuse(const Sent &to, int code, const QByteArray &message,
                          const QByteArray &data)
{
    send("{\"jsonrpc\":\"2.0\",\"id\":" + to.message.id().raw()
                 + ",\"error\":{\"code\":" + QByteArray::number(code) + ",\"message\":\"" + message
                 + '"' + (data.isEmpty() ? QByteArray() : ",\"data\":" + data) + "}}",
         to.framing);
}

void ScriptedPeer::exit(int code)
{
    if (m_transport) {
        m_transport->close(
                { CloseReason::How::Exited, code, 0, u"exited with code %1"_s.arg(code) });
    }
}

QStringList ScriptedPeer::log() const
{
    QStringList lines;
    for (const Sent &sent : m_sent) {
        const QString what = sent.message.isResponse() ? u"answer"_s : sent.message.method();
        lines.append(
                u"%1 %2 %3"_s.arg(QString::number(sent.process), toString(sent.framing), what));
    }
    return lines;
}

QByteArray ScriptedPeer::lastParams(const QString &method) const
{
    const auto sent = std::find_if(m_sent.crbegin(), m_sent.crend(), [&](const auto &entry) {
        return entry.message.method() == method;
    });
    return sent == m_sent.crend() ? QByteArray() : sent->message.params().toByteArray();
}

} // namespace McpTest
