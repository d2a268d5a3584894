// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/filewriter.h"

#include <QtCore/qfile.h>
#include <QtCore/qsavefile.h>

namespace McpUi {

namespace {

constexpr qsizetype kSlice = 1024 * 1024;

bool writeAll(const QByteArray &bytes, QIODevice &file, const BackgroundProgress &progress)
{
    for (qsizetype at = 0; at < bytes.size(); at += kSlice) {
        const qsizetype size = qMin(kSlice, bytes.size() - at);
        if (file.write(bytes.constData() + at, size) != size)
            return false;
        progress(int(100 * at / bytes.size()));
    }
    return true;
}

/// Why it could not be written; empty when it was.
QString replaceFile(const QByteArray &bytes, const QString &path,
                    const BackgroundProgress &progress)
{
    QSaveFile file(path);
    const bool written =
            file.open(QIODevice::WriteOnly) && writeAll(bytes, file, progress) && file.commit();
    return written ? QString() : file.errorString();
}

/// The same.
QString makeFile(const QByteArray &bytes, const QString &path, const BackgroundProgress &progress)
{
    QFile file(path);
    const bool written = file.open(QIODevice::WriteOnly | QIODevice::NewOnly)
                         && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
                         && writeAll(bytes, file, progress) && file.flush();
    return written ? QString() : file.errorString();
}

} // namespace

FileWriter::FileWriter(QObject *parent)
    : QObject(parent)
{}

FileWriter::~FileWriter()
{
    if (!m_wanted.empty())
        leaveTheRest();
}

/// What is still to be written is written without this object.
void FileWriter::leaveTheRest()
{
    // The first one may not have begun, and then it is not done by its own job any more.
    auto *rest = new BackgroundTask<bool>(
            [wanted = std::move(m_wanted),
             writing = m_writing](const BackgroundProgress &progress) {
                const std::lock_guard lock(*writing);
                for (const Wanted &each : wanted) {
                    if (each.mode == Mode::Replace)
                        writeFile(each, progress);
                }
                return true;
            },
            m_writing.get());
    handOver(rest);
    QThreadPool::globalInstance()->start(rest);
}

void FileWriter::write(const QByteArray &bytes, const QString &path, Mode mode)
{
    if (m_wanted.empty() && bytes.size() < kBackgroundSize) {
        emit finished(path, writeFile({ bytes, path, mode }, [](int) { return true; }));
        return;
    }
    m_wanted.push_back({ bytes, path, mode });
    if (m_wanted.size() == 1)
        begin();
}

void FileWriter::begin()
{
    const Wanted wanted = m_wanted.front();
    emit progressed(wanted.path, 0);
    m_job.start(
            [wanted, writing = m_writing](const BackgroundProgress &progress) {
                const std::lock_guard lock(*writing);
                return writeFile(wanted, progress);
            },
            [this, path = wanted.path](const QString &error) {
                m_wanted.pop_front();
                if (!m_wanted.empty())
                    begin();
                emit finished(path, error);
            },
            [this, path = wanted.path](int percent) { emit progressed(path, percent); });
}

QString FileWriter::writeFile(const Wanted &wanted, const BackgroundProgress &progress)
{
    return wanted.mode == Mode::Replace ? replaceFile(wanted.bytes, wanted.path, progress)
                                        : makeFile(wanted.bytes, wanted.path, progress);
}

} // namespace McpUi
