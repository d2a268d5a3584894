// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "protocol/revision.h"
#include "schema/schemavalidator.h"
#include "server/tracelog.h"

#include <QtCore/qhash.h>
#include <QtCore/qset.h>

namespace McpTest {

/// The official JSON schema of one revision, and what it says of the messages in a trace.
class SpecSchema
{
public:
    explicit SpecSchema(Mcp::Revision revision);

    bool isPresent() const { return !m_definitions.isAbsent(); }
    /// What is wrong with @p value as a @p definition ("Tool"); a sentence each.
    QStringList problems(const QString &name, const Mcp::RawJson &value) const;
    /// What is wrong with the message of @p entry; @p trace has the request that an answer is to.
    QStringList problems(const Mcp::TraceEntry &entry, const Mcp::TraceLog &trace) const;
    /// The methods of all definitions that "ClientRequest" or "ClientNotification" refers to.
    QSet<QString> methodsOf(const QString &unionName) const;
    bool has(const QString &name) const;

private:
    Mcp::RawJson definition(const QString &name) const;
    QString resultDefinition(const QString &method, const Mcp::RawJson &result) const;
    QStringList firstKnown(const QStringList &names, const Mcp::RawJson &value) const;

    Mcp::SchemaDocument m_document;
    Mcp::SchemaValidator m_validator;
    Mcp::RawJson m_definitions;
    QHash<QString, QString> m_byMethod; ///< "tools/call" -> "CallToolRequest"
};

} // namespace McpTest
