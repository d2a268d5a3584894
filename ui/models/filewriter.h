// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/background.h"

#include <QtCore/qobject.h>

#include <deque>
#include <memory>
#include <mutex>

namespace McpUi {

/*!
 * Writes files as a whole or not at all, one after the other, large ones in another thread with
 * progress. What was asked for is carried out, even when the writer is gone before. GUI thread.
 */
class FileWriter : public QObject
{
    Q_OBJECT

public:
    enum class Mode {
        Replace,   ///< as a whole or not at all
        PrivateNew ///< must not exist yet; only this user may read it
    };

    explicit FileWriter(QObject *parent = nullptr);
    ~FileWriter() override;

    /// finished() follows, at once for a small file that need not wait for another one.
    void write(const QByteArray &bytes, const QString &path, Mode mode = Mode::Replace);

signals:
    void progressed(const QString &path, int percent);
    /// @p error is empty when it worked, else why not.
    void finished(const QString &path, const QString &error);

private:
    struct Wanted
    {
        QByteArray bytes;
        QString path;
        Mode mode;
    };
    void begin();
    void leaveTheRest();
    /// Why it could not be written; empty when it was.
    static QString writeFile(const Wanted &wanted, const BackgroundProgress &progress);

    std::deque<Wanted> m_wanted; ///< the first is being written
    std::shared_ptr<std::mutex> m_writing = std::make_shared<std::mutex>(); ///< one at a time
    BackgroundJob<QString> m_job;
};

} // namespace McpUi
