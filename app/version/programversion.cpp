// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "version/programversion.h"

#include <QtCore/qstringlist.h>

using namespace Qt::Literals::StringLiterals;

namespace McpApp {

namespace {

QStringList commit()
{
    const QString id = u"" MCP_COMMIT ""_s;
    return id.isEmpty() ? QStringList() : QStringList(u"commit "_s + id);
}

QString withFacts(const QStringList &facts)
{
    const QString version = u"" MCP_VERSION ""_s;
    return facts.isEmpty() ? version : u"%1 (%2)"_s.arg(version, facts.join(u", "_s));
}

} // namespace

QString version() { return withFacts(commit()); }

QByteArray versionLine(const QByteArray &program, const QString &oldestRevision,
                       const QString &newestRevision)
{
    const QStringList facts = commit() << u"Qt "_s + QString::fromLatin1(qVersion())
                                       << u"MCP %1 to %2"_s.arg(oldestRevision, newestRevision);
    return program + ' ' + withFacts(facts).toUtf8() + '\n';
}

} // namespace McpApp
