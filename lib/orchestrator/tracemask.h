// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/serverspec.h"
#include "server/traceentry.h"
#include "json/rawjson.h"

#include <QtCore/qbytearraylist.h>

#include <functional>

namespace Mcp {

/*!
 * Takes the secrets out of the messages of one server before they are given away: what its
 * definition hands to it in variables with telling names, arguments that the schema of their tool
 * marks as secret, members whose names say so, tokens in _meta. All other bytes stay as they are.
 */
class TraceMask
{
public:
    /// The input schema of a tool by name; absent where it is not known.
    using SchemaOf = std::function<RawJson(const QString &tool)>;

    TraceMask(const ServerSpec &spec, SchemaOf schemaOf);

    /// The bytes of @p entry with secretMask() instead of secrets.
    QByteArray masked(const TraceEntry &entry) const;

private:
    struct Cut
    {
        JsonRange range; ///< in the payload
        QByteArray instead;
    };

    void look(const RawJson &value, bool isMeta, int depth, QList<Cut> &cuts) const;
    static QByteArray replaced(const QByteArray &payload, QList<Cut> cuts);

    SchemaOf m_schemaOf;
    QByteArrayList m_values; ///< of secret variables, as they stand in JSON and as they are
};

} // namespace Mcp
