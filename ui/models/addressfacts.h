// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstringlist.h>
#include <QtCore/qurl.h>

namespace McpUi {

/*!
 * What a person should know of an address that a server wants them to visit, before they do: where
 * it really leads, and what may deceive the eye (2025-11-25, client/elicitation, "URL Mode").
 * Nothing is looked up. Value type.
 */
struct AddressFacts
{
    static constexpr qsizetype maxLength = 8000; ///< characters; longer ones are refused

    QUrl url;             ///< to open; only where there is no refusal
    QString refusal;      ///< why it is not opened, a sentence; empty if it may be
    QString before;       ///< the address as it will be opened, in three parts: up to the host …
    QString host;         ///< … the host, in ASCII …
    QString after;        ///< … and the rest
    QStringList warnings; ///< a sentence each

    /// The whole address; of a refused one as received, in one line, cut.
    QString text() const { return before + host + after; }

    static AddressFacts of(const QString &address);
};

} // namespace McpUi
