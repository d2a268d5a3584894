// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "protocol/tool.h"
#include "server/serverspec.h"
#include "server/traceentry.h"

#include <QtCore/qbytearraylist.h>
#include <QtCore/qhash.h>

#include <optional>

namespace Mcp {

/*!
 * Takes the secrets out of the messages of one server before they are given away: what its
 * definition hands to it in variables and options with telling names, arguments that the schema of
 * their tool marks as secret and answers to forms likewise, members whose names say so, tokens in
 * _meta. What cannot be judged is left out, and said; all other bytes stay as they are. Entries
 * come in their order: a question says what is secret in its answer, a list of tools what in their
 * arguments. Value type, for any thread.
 */
class TraceMask
{
public:
    TraceMask(const ServerSpec &spec, QList<Tool> tools);

    struct Masked
    {
        QByteArray payload; ///< with secretMask() instead of secrets
        QString note;       ///< likewise
        bool isChanged = false;
    };
    Masked masked(const TraceEntry &entry);

private:
    struct Question
    {
        bool isForm = false;
        RawJson schema;
    };
    using Questions = QHash<QString, Question>; ///< by their key

    QByteArray maskedMessage(const TraceEntry &entry);
    std::optional<RawJson> schemaOf(const QString &tool);
    void rememberTools(const RawJson &list);
    void remember(const TraceEntry &entry);
    void remember(QHash<quint64, Questions> &where, quint64 number, const QString &key,
                  const RawJson &request);
    std::optional<RawJson> answered(const TraceEntry &entry, const QString &key) const;
    QByteArray withoutValues(QByteArray text, bool isCutOff) const;

    QList<Tool> m_tools;
    std::optional<QHash<QString, RawJson>> m_schemas; ///< of the tools, when the first one is used
    QHash<QString, RawJson> m_met;                    ///< schemas of tools by lists in the trace
    qsizetype m_metBytes = 0;
    QByteArrayList m_values; ///< of secret variables, as they stand in JSON and as they are
    QHash<quint64, Questions> m_requests; ///< elicitation/create, by serial
    QHash<quint64, Questions> m_rounds;   ///< inputRequests, by conversation
    qsizetype m_questionBytes = 0;        ///< of both
};

} // namespace Mcp
