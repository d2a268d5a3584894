// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/filewriter.h"

#include <QtCore/qsavefile.h>

namespace McpUi {

namespace {

constexpr qsizetype kSlice = 1024 * 1024;

/// Why it could not be written; empty when it was.
QString writeFile(const QByteArray &bytes, const QString &path, const BackgroundProgress &progress)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return file.errorString();
    for (qsizetype at = 0; at < bytes.size(); at += kSlice) {
        const qsizetype size = qMin(kSlice, bytes.size() - at);
        if (file.write(bytes.constData() + at, size) != size)
            return file.errorString();
        progress(int(100 * at / bytes.size()));
    }
    return file.commit() ? QString() : file.errorString();
}

} // namespace

FileWriter::FileWriter(QObject *parent)
    : QObject(parent)
{}

void FileWriter::write(const QByteArray &bytes, const QString &path)
{
    const auto work = [bytes, path](const BackgroundProgress &progress) {
        return writeFile(bytes, path, progress);
    };
    if (bytes.size() < kBackgroundSize) {
        emit finished(path, work([](int) { return true; }));
        return;
    }
    emit progressed(path, 0);
    m_job.start(
            work, [this, path](const QString &error) { emit finished(path, error); },
            [this, path](int percent) { emit progressed(path, percent); });
}

} // namespace McpUi
