// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/launchpolicy.h"

#include "orchestrator/datafile.h"

#include "json/jsontext.h"
#include "json/jsonwriter.h"

#include <QtCore/qcryptographichash.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

LaunchPolicy::LaunchPolicy(const QString &path)
    : m_path(path)
{
    load();
}

bool LaunchPolicy::isApproved(const ServerSpec &spec) const
{
    return m_approved.contains(fingerprint(spec));
}

void LaunchPolicy::approve(const ServerSpec &spec)
{
    if (isApproved(spec))
        return;
    load(); // another instance of the program may have added some meanwhile
    m_approved.insert(fingerprint(spec));
    save();
}

QByteArray LaunchPolicy::fingerprint(const ServerSpec &spec)
{
    // JSON keeps the parts apart: ["a b"] and ["a", "b"] are two texts.
    const LaunchSpec &launch = spec.launch;
    JsonArrayWriter parts;
    parts.add(launch.command);
    JsonArrayWriter arguments;
    for (const QString &argument : launch.arguments)
        arguments.add(argument);
    parts.addRaw(arguments.toByteArray());
    JsonObjectWriter environment;
    for (const EnvironmentVariable &variable : launch.environment)
        environment.add(variable.name, variable.value);
    parts.addRaw(environment.toByteArray());
    parts.add(launch.workingDirectory);
    parts.addRaw(launch.inheritEnvironment ? "true" : "false");
    JsonArrayWriter folders;
    for (const QString &folder : launch.extraPath)
        folders.add(folder);
    parts.addRaw(folders.toByteArray());
    return QCryptographicHash::hash(parts.toByteArray(), QCryptographicHash::Sha256).toHex();
}

void LaunchPolicy::load()
{
    if (m_path.isEmpty())
        return;
    const RawJson list =
            DataFile::readObject(m_path, "approved", JsonType::Array, &m_problem).value("approved");
    for (const RawJson &entry : list.elements())
        m_approved.insert(entry.toString().toLatin1());
}

void LaunchPolicy::save()
{
    if (m_path.isEmpty())
        return;
    QList<QByteArray> sorted(m_approved.begin(), m_approved.end());
    std::sort(sorted.begin(), sorted.end());
    JsonArrayWriter list;
    for (const QByteArray &entry : std::as_const(sorted))
        list.add(QString::fromLatin1(entry));
    JsonObjectWriter document;
    document.addRaw(u"approved", list.toByteArray());
    const Error error = DataFile::write(m_path, JsonText::pretty(document.toByteArray()) + '\n');
    if (error)
        m_problem = error.message;
}

} // namespace Mcp
