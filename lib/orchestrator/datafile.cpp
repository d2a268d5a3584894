// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/datafile.h"

#include "server/ownfolder.h"
#include "json/jsontext.h"

#include <QtCore/qdatetime.h>
#include <QtCore/qdir.h>
#include <QtCore/qfile.h>
#include <QtCore/qfileinfo.h>
#include <QtCore/qsavefile.h>

using namespace Qt::Literals::StringLiterals;

namespace Mcp::DataFile {

namespace {

constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

/// Makes the folder of @p path; new ones are the owner's alone.
bool makeFolder(const QString &path) { return makeOwnFolder(QFileInfo(path).absolutePath()); }

Error cannot(const QString &what, const QString &path, const QString &why)
{
    return Error::usage(u"Cannot %1 “%2”: %3"_s.arg(what, QDir::toNativeSeparators(path), why));
}

} // namespace

Result<QByteArray> read(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return QByteArray();
    if (!file.open(QIODevice::ReadOnly))
        return cannot(u"read"_s, path, file.errorString());
    QByteArray bytes = file.readAll();
    if (file.error() != QFile::NoError)
        return cannot(u"read"_s, path, file.errorString());
    return bytes;
}

RawJson readObject(const QString &path, QByteArrayView key, JsonType type, QString *problem)
{
    const auto bytes = read(path);
    if (!bytes) {
        *problem = bytes.error().message;
        return {};
    }
    if (bytes->isEmpty())
        return {};
    const RawJson document = RawJson::fromText(*bytes);
    if (!JsonText::check(*bytes) && document.value(key).type() == type)
        return document;
    *problem = moveAside(path, u"it is damaged"_s);
    return {};
}

Error write(const QString &path, QByteArrayView bytes)
{
    if (!makeFolder(path))
        return cannot(u"make the folder of"_s, path, u"the system refused it"_s);
    const QString target = QFileInfo(path).canonicalFilePath();
    QSaveFile file(target.isEmpty() ? path : target);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(ownerOnly)
        || file.write(bytes.data(), bytes.size()) != bytes.size() || !file.commit())
        return cannot(u"write"_s, path, file.errorString());
    return {};
}

Error append(const QString &path, QByteArrayView bytes)
{
    if (!makeFolder(path))
        return cannot(u"make the folder of"_s, path, u"the system refused it"_s);
    QFile file(path);
    const bool isNew = !file.exists();
    if (!file.open(QIODevice::Append | QIODevice::Unbuffered)
        || (isNew && !file.setPermissions(ownerOnly)))
        return cannot(u"write"_s, path, file.errorString());
    const qint64 before = file.size();
    const qint64 written = file.write(bytes.data(), bytes.size());
    if (written == bytes.size())
        return {};
    const QString reason = file.errorString();
    // A disk that is full takes part of a line; the next one would become its other half. Not when
    // another program has added something meanwhile.
    if (file.size() == before + qMax<qint64>(0, written))
        file.resize(before);
    return cannot(u"write"_s, path, reason);
}

QString moveAside(const QString &path, const QString &why)
{
    const QString stem =
            path + u".damaged-"_s + QDateTime::currentDateTime().toString(u"yyyyMMdd-HHmmss"_s);
    QString name = stem;
    for (int i = 2; QFileInfo::exists(name); ++i)
        name = stem + u'-' + QString::number(i);
    if (QFile::rename(path, name))
        return u"“%1” could not be used (%2). It was kept as “%3”."_s.arg(path, why, name);
    return u"“%1” could not be used (%2) and could not be moved aside."_s.arg(path, why);
}

} // namespace Mcp::DataFile
