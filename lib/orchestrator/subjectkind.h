// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "client/call.h"
#include "orchestrator/callsubject.h"
#include "wire/message.h"

#include <QtCore/qstringlist.h>

namespace Mcp {

class Catalog;
class Client;
class Orchestrator;

/*!
 * Where tools, prompts, resources and templates differ when one of them is called: the list it
 * stands in, the schema of its arguments, the request that is made of these. One object for each
 * kind, without state; whoever has a CallSubject asks of(subject.kind) and needs no cases.
 */
class SubjectKind
{
public:
    static const SubjectKind &of(CallSubject::Kind kind);
    virtual ~SubjectKind() = default;

    /// The list in which such subjects stand; null for an unknown server.
    virtual Catalog *catalog(Orchestrator &orchestrator, const QString &server) const = 0;
    /// The JSON Schema of the arguments of @p name, whose entry in the list is @p definition
    /// (absent if it is not listed). Absent when nobody says what it takes.
    virtual RawJson schema(const QString &name, const RawJson &definition) const = 0;

    struct Request
    {
        QString method;
        RawJson params;
        QStringList options; ///< that make mcp-orchestrator-cli send it
    };
    /// A Usage error where no request can be made of @p arguments.
    virtual Result<Request> request(const QString &name, const RawJson &arguments) const = 0;

    virtual Call *call(Client *client, const QString &name, const RawJson &arguments,
                       const CallOptions &options) const;
    /// The message that call() would send now; nothing is sent.
    virtual Result<Message> message(const Client &client, const QString &name,
                                    const RawJson &arguments, const CallOptions &options) const;

    /// For command lines: --name VALUE, in one word where the value would be taken for an option.
    static void addOption(QStringList &words, const QString &name, const QString &value);

protected:
    SubjectKind() = default;
    Q_DISABLE_COPY_MOVE(SubjectKind)
};

} // namespace Mcp
