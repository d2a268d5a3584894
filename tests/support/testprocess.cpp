// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "support/testprocess.h"

#include <QtCore/qdir.h>
#include <QtCore/qfile.h>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

using namespace Qt::Literals::StringLiterals;

namespace McpTest {

namespace {

/// The fields of /proc/PID/stat behind the name, state first; empty if there is no such process.
QByteArrayList statFields(const QString &pid)
{
    QFile file(u"/proc/%1/stat"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray stat = file.readAll();
    return stat.mid(stat.lastIndexOf(')') + 2).split(' ');
}

} // namespace

QString fakeServerPath() { return QStringLiteral(FAKE_SERVER); }

QString programPath(const QString &name) { return QStringLiteral(TEST_BIN_DIR "/") + name; }

QString dataPath(const QString &name) { return QStringLiteral(TEST_DATA_DIR "/") + name; }

bool processExists(qint64 pid)
{
#ifdef Q_OS_UNIX
    if (pid <= 0 || ::kill(pid_t(pid), 0) != 0)
        return false;
#endif
    const QByteArrayList fields = statFields(QString::number(pid));
    return fields.isEmpty() || (fields.first() != "Z" && fields.first() != "X");
}

QList<qint64> childProcesses(qint64 pid)
{
    QList<qint64> children;
    const QStringList entries = QDir(u"/proc"_s).entryList(QDir::Dirs);
    for (const QString &entry : entries) {
        const QByteArrayList fields = statFields(entry);
        if (fields.size() > 1 && fields.at(1).toLongLong() == pid)
            children.append(entry.toLongLong());
    }
    return children;
}

} // namespace McpTest
