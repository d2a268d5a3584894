// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "protocol/revision.h"
#include "wire/framing.h"
#include "json/rawjson.h"

namespace Mcp {

/// What a handshake has established, in either era. A view over the kept JSON of the answer.
struct ConnectionInfo
{
    Era era = Era::Legacy;
    Revision revision = Revision::V2025_11_25;
    Framing framing = Framing::Newline;
    /// The InitializeResult or DiscoverResult as received.
    RawJson result;

    /// serverInfo, from the result (legacy) or its _meta (modern; top level accepted). Display
    /// only: it must never drive behaviour (2026-07-28, server/discover).
    RawJson serverInfo() const;
    RawJson capabilities() const { return result.value("capabilities"); }
    QString instructions() const { return result.value("instructions").toString(); }
    /// Is @p capability ("tools", "logging" ...) declared?
    bool declares(QByteArrayView capability) const { return capabilities().contains(capability); }
    /// Are tools to be expected of it? Who declares none has none (2025-11-25, basic/lifecycle);
    /// but the smallest servers declare nothing at all, and tools are what they are for.
    bool mayHaveTools() const;
    /// Best name the server gives itself: title, else name, else empty.
    QString displayName() const;
};

} // namespace Mcp

Q_DECLARE_METATYPE(Mcp::ConnectionInfo)
