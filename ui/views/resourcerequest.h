// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "wire/result.h"
#include "json/rawjson.h"

#include <QtCore/qobject.h>

namespace McpUi {

/*!
 * The wish to read one resource, and its answer. Made by the block that shows the link, which knows
 * no server; answered by whoever does, exactly once. When it is cancelled or deleted nobody wants
 * the answer any more.
 */
class ResourceRequest : public QObject
{
    Q_OBJECT

public:
    ResourceRequest(const QString &uri, QObject *parent)
        : QObject(parent)
        , m_uri(uri)
    {}

    QString uri() const { return m_uri; }

    /// \name For the one who answers
    /// @{
    void report(const QString &progress) { emit progressed(progress); }
    /// The result of resources/read, or why there is none.
    void settle(const Mcp::Result<Mcp::RawJson> &outcome) { emit settled(outcome); }
    /// @}

    void cancel() { emit cancelled(); }

signals:
    void progressed(const QString &progress);
    void settled(const Mcp::Result<Mcp::RawJson> &outcome);
    void cancelled();

private:
    QString m_uri;
};

} // namespace McpUi
