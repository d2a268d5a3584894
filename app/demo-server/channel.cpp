// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "channel.h"

namespace McpDemo {

namespace {

constexpr qsizetype flushSize = 64 * 1024;

} // namespace

Channel::Channel(Mcp::Framing framing, QObject *parent)
    : QObject(parent)
    , m_framing(framing)
{
    connect(&m_input, &StandardInput::received, this, &Channel::take);
    connect(&m_input, &StandardInput::ended, this, &Channel::finish);
}

void Channel::open() { m_input.start(); }

void Channel::send(const Mcp::Message &message)
{
    if (m_pending.isEmpty())
        QMetaObject::invokeMethod(this, &Channel::flush, Qt::QueuedConnection);
    // Bytes are counted as bytes here, so nothing has to be escaped for the length to be right.
    m_pending += Mcp::encodeFrame(m_framing, message.payload(), false);
    if (m_pending.size() >= flushSize)
        flush();
}

void Channel::flush()
{
    const QByteArray bytes = std::exchange(m_pending, {});
    if (!StandardStreams::writeOutput(bytes))
        StandardStreams::leave(EXIT_SUCCESS);
}

void Channel::take(const QByteArray &bytes)
{
    m_input.release();
    m_decoder.feed(bytes);
    while (const std::optional<Mcp::Frame> frame = m_decoder.next())
        deliver(*frame);
}

void Channel::deliver(const Mcp::Frame &frame)
{
    if (frame.kind == Mcp::Frame::Kind::Payload)
        emit received(Mcp::Message::fromPayload(frame.bytes));
    else if (frame.kind == Mcp::Frame::Kind::Noise)
        StandardStreams::writeError("Ignored a line that is not a message: "
                                    + frame.bytes.first(qMin<qsizetype>(200, frame.bytes.size()))
                                    + '\n');
    else if (frame.kind == Mcp::Frame::Kind::Violation)
        StandardStreams::writeError("Ignored a broken frame: " + frame.note.toUtf8() + '\n');
}

void Channel::finish()
{
    if (const std::optional<Mcp::Frame> frame = m_decoder.finish())
        deliver(*frame);
    flush();
    emit closed();
}

} // namespace McpDemo
