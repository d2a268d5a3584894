// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/rawjson.h"

#include <QtCore/qmetatype.h>
#include <QtCore/qstring.h>

namespace Mcp {

/*!
 * Why something did not work, as a value. A tool result with isError is not an Error; this is for
 * the protocol and the transport. Local failures never borrow JSON-RPC codes.
 */
struct Error
{
    enum class Kind {
        None,      ///< no error
        Transport, ///< no process, no pipe, the server went away
        Timeout,   ///< no answer in time
        Cancelled, ///< the user cancelled
        Protocol,  ///< the peer broke the rules: the answer could not be read
        Remote,    ///< the peer answered with a JSON-RPC error
        Usage, ///< what was asked for does not make sense (unknown server name, bad arguments, bad
               ///< file)
    };

    /// In characters (UTF-16). A longer message of a server is cut and ends with "…".
    static constexpr qsizetype maxRemoteMessage = 64 * 1024;

    Kind kind = Kind::None;
    int code = 0;    ///< JSON-RPC code of a Remote error, else 0
    QString message; ///< a sentence for people: which step, why, what to do. For Remote: as
                     ///< received, up to maxRemoteMessage
    /// A Remote error's data as received, or where its message was cut the error object; of a
    /// Protocol error the offending bytes where known; of a Transport error an object with exitCode
    /// or signal and the last lines of stderr, where known.
    RawJson data;

    explicit operator bool() const { return kind != Kind::None; }

    static Error transport(const QString &message);
    static Error timeout(const QString &message);
    static Error cancelled(const QString &message = {});
    static Error protocol(const QString &message, const RawJson &data = {});
    static Error usage(const QString &message);
    /// From the error member of a response; tolerant: code 0, missing message, any data.
    static Error remote(const RawJson &errorObject);

    /// "Remote", "Timeout" ...: for tests, traces and the command line.
    static QString kindName(Kind kind);
    /// One line for people, e.g. "JSON-RPC error -32602: no such tool".
    QString describe() const;
};

} // namespace Mcp

Q_DECLARE_METATYPE(Mcp::Error)
