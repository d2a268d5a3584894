// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "protocol/revision.h"
#include "json/rawjson.h"

#include <QtCore/qstringlist.h>

namespace Mcp {

/*!
 * What we tell a server that we can do for it. Nothing by default: who declares something has to
 * answer what is asked (see InputRequest). 2025-11-25, basic/lifecycle; in 2026-07-28 (basic/index)
 * it goes out with every request.
 */
struct ClientCapabilities
{
    bool roots = false;
    bool sampling = false;
    bool samplingTools = false;   ///< with @c sampling: tools in its requests
    bool elicitationForm = false; ///< questions with a form
    bool elicitationUrl = false;  ///< questions that lead to a URL
    bool tasks = false;           ///< modern only: the tasks extension (SEP-2663)

    bool elicitation() const { return elicitationForm || elicitationUrl; }
    /// Everything that this version can do.
    static ClientCapabilities all() { return { true, true, true, true, true, true }; }
    /// Those that are not in @p other.
    ClientCapabilities without(const ClientCapabilities &other) const;
    /// The object to send to a peer of @p era. Our own members only, each where it exists.
    RawJson toJson(Era era) const;

    /// The names in a ClientCapabilities object that a server requires (2026-07-28, schema
    /// MissingRequiredClientCapabilityError), such as "elicitation.form"; the first ten.
    static QStringList namesIn(const RawJson &required);

    friend bool operator==(const ClientCapabilities &, const ClientCapabilities &) = default;
};

} // namespace Mcp
