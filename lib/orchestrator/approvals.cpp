// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/approvals.h"

#include "orchestrator/datafile.h"

#include "json/jsontext.h"
#include "json/jsonwriter.h"

#include <algorithm>

namespace Mcp {

Approvals::Approvals(const QString &path)
    : m_path(path)
{
    load();
}

void Approvals::add(const QByteArray &fingerprint)
{
    if (contains(fingerprint))
        return;
    load(); // another instance of the program may have added some meanwhile
    m_approved.insert(fingerprint);
    save();
}

void Approvals::load()
{
    if (m_path.isEmpty())
        return;
    const RawJson list =
            DataFile::readObject(m_path, "approved", JsonType::Array, &m_problem).value("approved");
    for (const RawJson &entry : list.elements())
        m_approved.insert(entry.toString().toLatin1());
}

void Approvals::save()
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
