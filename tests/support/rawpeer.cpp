// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "support/rawpeer.h"
#include "support/patience.h"
#include "support/testprocess.h"

#include <QtCore/qjsonarray.h>
#include <QtCore/qjsondocument.h>
#include <QtTest/qtest.h>

using namespace Qt::Literals::StringLiterals;

namespace McpTest {

namespace {

QJsonObject toObject(const QByteArray &payload)
{
    return QJsonDocument::fromJson(payload).object();
}

/// By its first bytes where servers write them in the usual order: QJsonDocument refuses 1e400.
bool answers(const QByteArray &payload, int id)
{
    const QByteArray begin = R"({"jsonrpc":"2.0","id":)" + QByteArray::number(id) + ',';
    if (payload.startsWith(begin))
        return !payload.sliced(begin.size()).startsWith("\"method\"");
    const QJsonObject object = toObject(payload);
    return !object.contains("method"_L1) && object.value("id"_L1) == id;
}

} // namespace

RawPeer::RawPeer(Wire wire)
    : m_wire(wire)
{
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &RawPeer::readOutput);
    connect(&m_process, &QProcess::readyReadStandardError, this,
            [this] { m_errors += m_process.readAllStandardError(); });
}

RawPeer::~RawPeer()
{
    m_process.disconnect(this);
    m_process.kill();
    m_process.waitForFinished();
    m_errors += m_process.readAllStandardError();
    if (m_errors.contains("Sanitizer:") || m_errors.contains("runtime error:"))
        QTest::qFail(m_errors.constData(), __FILE__, __LINE__);
}

bool RawPeer::start(const QString &program, const QStringList &arguments)
{
    m_process.start(program, arguments);
    return m_process.waitForStarted();
}

bool RawPeer::startFake(const QStringList &scenarios, const QStringList &more)
{
    QStringList arguments = more;
    for (const QString &scenario : scenarios)
        arguments << u"--scenario"_s << scenario;
    return start(fakeServerPath(), arguments);
}

void RawPeer::send(const QByteArray &payload)
{
    if (m_wire == Wire::Lines)
        sendBytes(payload + '\n');
    else
        sendBytes("Content-Length: " + QByteArray::number(payload.size()) + "\r\n\r\n" + payload);
}

void RawPeer::request(int id, const QByteArray &method, const QByteArray &params)
{
    send(R"({"jsonrpc":"2.0","id":)" + QByteArray::number(id) + R"(,"method":")" + method + '"'
         + (params.isEmpty() ? QByteArray() : R"(,"params":)" + params) + '}');
}

void RawPeer::notify(const QByteArray &method, const QByteArray &params)
{
    send(R"({"jsonrpc":"2.0","method":")" + method + '"'
         + (params.isEmpty() ? QByteArray() : R"(,"params":)" + params) + '}');
}

void RawPeer::modernRequest(int id, const QByteArray &method, const QByteArray &members,
                            const QByteArray &meta)
{
    request(id, method,
            R"({"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28",)"
            R"("io.modelcontextprotocol/clientCapabilities":)"
                    + m_capabilities + (meta.isEmpty() ? QByteArray() : ',' + meta) + '}'
                    + (members.isEmpty() ? QByteArray() : ',' + members) + '}');
}

QJsonObject RawPeer::handshake(const QByteArray &version)
{
    request(0, "initialize",
            R"({"protocolVersion":")" + version + R"(","capabilities":)" + m_capabilities
                    + R"(,"clientInfo":{"name":"test","version":"1"}})");
    const QJsonObject reply = answerObject(0);
    notify("notifications/initialized");
    return reply;
}

QByteArray RawPeer::answer(int id)
{
    qsizetype seen = 0;
    QByteArray found;
    const auto arrived = [&] {
        for (; seen < m_payloads.size(); ++seen) {
            if (answers(m_payloads.at(seen), id)) {
                found = m_payloads.at(seen);
                return true;
            }
        }
        return false;
    };
    (void)QTest::qWaitFor(arrived, kWaitMs);
    return found;
}

QJsonObject RawPeer::answerObject(int id) { return toObject(answer(id)); }

QString RawPeer::answerText(int id)
{
    return answerObject(id)["result"_L1]["content"_L1][0]["text"_L1].toString();
}

QByteArray RawPeer::callParams(const QByteArray &tool, const QByteArray &arguments)
{
    return R"({"name":")" + tool + R"(","arguments":)" + arguments + '}';
}

int RawPeer::errorCode(const QJsonObject &answer) { return answer["error"_L1]["code"_L1].toInt(); }

bool RawPeer::waitForPayloads(qsizetype count)
{
    return QTest::qWaitFor([this, count] { return m_payloads.size() >= count; }, kWaitMs);
}

bool RawPeer::waitForError(const QByteArray &text)
{
    return QTest::qWaitFor([this, text] { return m_errors.contains(text); }, kWaitMs);
}

bool RawPeer::waitForExit()
{
    return QTest::qWaitFor([this] { return m_process.state() == QProcess::NotRunning; }, kWaitMs);
}

QList<QJsonObject> RawPeer::notifications(const QString &method) const
{
    QList<QJsonObject> found;
    for (const QByteArray &payload : m_payloads) {
        const QJsonObject object = toObject(payload);
        if (object.value("method"_L1) == method && !object.contains("id"_L1))
            found.append(object);
    }
    return found;
}

void RawPeer::readOutput()
{
    m_buffer += m_process.readAllStandardOutput();
    while (m_wire == Wire::Lines ? takeLine() : takeHeaded()) {
    }
}

bool RawPeer::takeLine()
{
    const qsizetype end = m_buffer.indexOf('\n');
    if (end < 0)
        return false;
    const QByteArray line = m_buffer.first(end);
    m_buffer.remove(0, end + 1);
    (line.startsWith('{') || line.startsWith('[') ? m_payloads : m_noise).append(line);
    return true;
}

bool RawPeer::takeHeaded()
{
    static const QByteArray header = "Content-Length: ";
    static const QByteArray blank = "\r\n\r\n";
    if (m_buffer.size() >= header.size() && !m_buffer.startsWith(header)) {
        const qsizetype end = m_buffer.indexOf('\n');
        if (end >= 0) {
            m_noise.append(m_buffer.first(end));
            m_buffer.remove(0, end + 1);
        }
        return end >= 0;
    }
    const qsizetype end = m_buffer.indexOf(blank);
    if (end < 0)
        return false;
    const qsizetype length = m_buffer.sliced(header.size(), end - header.size()).toLongLong();
    const qsizetype begin = end + blank.size();
    if (m_buffer.size() < begin + length)
        return false;
    m_payloads.append(m_buffer.sliced(begin, length));
    m_buffer.remove(0, begin + length);
    return true;
}

} // namespace McpTest
