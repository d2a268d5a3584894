// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "protocol/root.h"

#include "json/jsonwriter.h"

#include <QtCore/qdir.h>
#include <QtCore/qfileinfo.h>
#include <QtCore/qurl.h>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

Result<Root> Root::fromPath(const QString &path)
{
    const Result<Root> root = ofPath(path);
    if (root && !QFileInfo::exists(path))
        return Error::usage(u"“%1” does not exist."_s.arg(path));
    return root;
}

Result<Root> Root::ofPath(const QString &path)
{
    const QFileInfo info(path);
    if (path.isEmpty() || !info.isAbsolute())
        return Error::usage(u"“%1” is not an absolute path."_s.arg(path));
    const QString clean = QDir::cleanPath(info.absoluteFilePath());
    return Root{ QUrl::fromLocalFile(clean).toString(QUrl::FullyEncoded),
                 QFileInfo(clean).fileName() };
}

Result<Root> Root::fromUri(const QString &uri, const QString &name)
{
    // 2026-07-28, client/roots: file:// URIs only
    const QUrl url(uri, QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != "file"_L1 || !url.path().startsWith(u'/'))
        return Error::usage(u"“%1” is not a file:// URI."_s.arg(uri));
    return Root{ uri, name };
}

QString Root::path() const
{
    const QUrl url(uri, QUrl::StrictMode);
    return url.host().isEmpty() || url.host() == "localhost"_L1 ? url.path() : QString();
}

RawJson Root::listResult(const QList<Root> &roots)
{
    QByteArray list;
    for (const Root &root : roots) {
        JsonObjectWriter entry;
        entry.add(u"uri", root.uri);
        if (!root.name.isEmpty())
            entry.add(u"name", root.name);
        list += (list.isEmpty() ? "[" : ",") + entry.toByteArray();
    }
    return JsonObjectWriter().addRaw(u"roots", list.isEmpty() ? "[]" : list + ']').toRawJson();
}

} // namespace Mcp
