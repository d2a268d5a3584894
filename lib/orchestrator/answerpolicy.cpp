// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/answerpolicy.h"

#include "orchestrator/launchpolicy.h"

#include "json/jsonwriter.h"

#include <QtCore/qcryptographichash.h>

namespace Mcp {

namespace {

/// Of what is agreed to, for the server that @p spec starts.
QByteArray fingerprint(QStringView what, const ServerSpec &spec, const QByteArray &json)
{
    JsonArrayWriter parts;
    parts.add(what);
    parts.add(QString::fromLatin1(LaunchPolicy::fingerprint(spec)));
    parts.addRaw(json);
    return QCryptographicHash::hash(parts.toByteArray(), QCryptographicHash::Sha256).toHex();
}

QByteArray ofRoots(const ServerSpec &spec)
{
    return fingerprint(u"roots", spec, Root::listResult(spec.roots).toByteArray());
}

QByteArray ofResponder(const ServerSpec &spec)
{
    JsonArrayWriter command;
    command.add(spec.responder.command);
    for (const QString &argument : spec.responder.arguments)
        command.add(argument);
    return fingerprint(u"responder", spec, command.toByteArray());
}

} // namespace

bool AnswerPolicy::mayKnowRoots(const ServerSpec &spec) const
{
    return m_approvals.contains(ofRoots(spec));
}

void AnswerPolicy::letKnowRoots(const ServerSpec &spec) { m_approvals.add(ofRoots(spec)); }

bool AnswerPolicy::mayRespond(const ServerSpec &spec) const
{
    switch (spec.responder.kind) {
    case SamplingResponder::Kind::Off:
        return false;
    case SamplingResponder::Kind::Text:
    case SamplingResponder::Kind::Echo:
        return true;
    case SamplingResponder::Kind::Command:
        return m_approvals.contains(ofResponder(spec));
    }
    return false;
}

void AnswerPolicy::letRespond(const ServerSpec &spec) { m_approvals.add(ofResponder(spec)); }

} // namespace Mcp
