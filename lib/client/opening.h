// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "client/violation.h"
#include "protocol/revision.h"
#include "wire/message.h"
#include "wire/result.h"

#include <QtCore/qstringlist.h>

namespace Mcp {

/*!
 * What the answer to an opening request means for the handshake: pure reading of one message, so
 * that a table can test every outcome of the era probe.
 */
struct Opening
{
    enum class Next {
        Open,      ///< the connection stands: @c revision, @c result
        Retry,     ///< ask the same again with @c revision
        TryLegacy, ///< not modern (or only legacy versions shared): initialize offering @c revision
        Refused,   ///< initialize was answered with an error
        Fail,      ///< no common version, or an answer nothing can be made of
    };

    Next next = Next::Fail;
    Revision revision = Revision::V2025_11_25;
    RawJson result;
    Error error; ///< why, for all but Open and Retry
    QStringList warnings;
    QList<Violation> violations; ///< faults of the result that have a rule of their own
};

/// The answer to server/discover asked with @p asked (2026-07-28, basic/transports/stdio).
Opening readDiscoverAnswer(const Message &answer, Revision asked);
/// The answer to initialize that offered @p offered (2025-11-25, basic/lifecycle).
Opening readInitializeAnswer(const Message &answer, Revision offered);

} // namespace Mcp
