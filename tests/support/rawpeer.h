// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qjsonobject.h>
#include <QtCore/qprocess.h>

namespace McpTest {

/*!
 * Talks to a server's process in bare bytes, without a line of the library: the second opinion for
 * tests of servers. Cuts stdout strictly in one framing; bytes that do not fit are noise. The
 * waiting functions spin the event loop and give up after five seconds. Kills the process at the
 * end.
 */
class RawPeer : public QObject
{
public:
    enum class Wire { Lines, Headers };

    explicit RawPeer(Wire wire = Wire::Lines);
    ~RawPeer() override;

    /// Starts it; false if there is no such program.
    bool start(const QString &program, const QStringList &arguments);
    /// Starts the fake server with @p scenarios and @p more options.
    bool startFake(const QStringList &scenarios, const QStringList &more = {});
    QProcess &process() { return m_process; }

    void send(const QByteArray &payload);
    void sendBytes(const QByteArray &bytes) { m_process.write(bytes); }
    /// @p params is JSON text, left out if empty.
    void request(int id, const QByteArray &method, const QByteArray &params = {});
    void notify(const QByteArray &method, const QByteArray &params = {});
    /// Like request(), with the _meta block that the modern era wants. @p members are the other
    /// members of params as JSON text without braces, @p meta more members of _meta.
    void modernRequest(int id, const QByteArray &method, const QByteArray &members = {},
                       const QByteArray &meta = {});
    /// What handshake() and modernRequest() declare from now on, as JSON text; nothing at first.
    void declare(const QByteArray &capabilities) { m_capabilities = capabilities; }
    /// The legacy handshake with request id 0; its answer.
    QJsonObject handshake(const QByteArray &version = "2025-11-25");

    /// Waits for the answer to @p id: its bytes, empty if none came.
    QByteArray answer(int id);
    QJsonObject answerObject(int id);
    /// The text of the first content block of the answer to a tools/call.
    QString answerText(int id);
    bool waitForPayloads(qsizetype count);
    bool waitForError(const QByteArray &text);
    bool waitForExit();

    /// The params of a tools/call.
    static QByteArray callParams(const QByteArray &tool, const QByteArray &arguments = "{}");
    static int errorCode(const QJsonObject &answer);

    const QByteArrayList &payloads() const { return m_payloads; }
    /// Payloads of notifications with this method, as objects.
    QList<QJsonObject> notifications(const QString &method) const;
    const QByteArrayList &noise() const { return m_noise; }
    const QByteArray &errorOutput() const { return m_errors; }

private:
    void readOutput();
    bool takeLine();
    bool takeHeaded();

    Wire m_wire;
    QByteArray m_capabilities = "{}";
    QProcess m_process;
    QByteArray m_buffer;
    QByteArrayList m_payloads;
    QByteArrayList m_noise;
    QByteArray m_errors;
};

} // namespace McpTest
