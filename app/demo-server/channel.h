// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "standardstreams.h"
#include "wire/framedecoder.h"
#include "wire/message.h"

#include <QtCore/qobject.h>

namespace McpDemo {

/*!
 * Messages in and out over the standard streams. Reads either framing, writes the one it was told.
 * What is written during one turn of the event loop goes out together.
 */
class Channel : public QObject
{
    Q_OBJECT

public:
    explicit Channel(Mcp::Framing framing, QObject *parent = nullptr);

    void open();
    void send(const Mcp::Message &message);
    /// Hands everything to the operating system; ends the process if nobody reads any more.
    void flush();

signals:
    void received(const Mcp::Message &message);
    /// The input ended; everything that came before was received.
    void closed();

private:
    void take(const QByteArray &bytes);
    void deliver(const Mcp::Frame &frame);
    void finish();

    Mcp::Framing m_framing;
    Mcp::FrameDecoder m_decoder;
    StandardInput m_input;
    QByteArray m_pending;
};

} // namespace McpDemo
