// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "support/rawpeer.h"

#include <memory>

/// A demo server that is asked in one framing and one era.
class DemoPeer : public McpTest::RawPeer
{
public:
    DemoPeer(bool headers, bool modern);

    /// Adds columns and rows of a test class that runs in both framings and both eras.
    static void addRows();
    /// The server for the row that runs now, with its handshake done; null if it did not start.
    static std::unique_ptr<DemoPeer> startRow();

    bool isModern() const { return m_modern; }
    /// Sends a request of the peer's era; its id. @p members are those of params, without braces.
    int ask(const QByteArray &method, const QByteArray &members = {}, const QByteArray &meta = {});
    int askTool(const QByteArray &tool, const QByteArray &arguments = "{}",
                const QByteArray &meta = {});
    /// The result of a tool call; complains if it does not have the shape of the era.
    QJsonObject call(const QByteArray &tool, const QByteArray &arguments = "{}");

private:
    bool m_modern;
    int m_lastId = 0;
};
