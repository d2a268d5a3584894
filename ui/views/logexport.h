// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qfile.h>
#include <QtCore/qobject.h>
#include <QtCore/qpointer.h>
#include <QtCore/qtimer.h>

#include "models/logmodel.h"

namespace McpUi {

/// Writes the rows a LogModel shows to a file, some milliseconds at a time. Deletes itself when
/// done. Rows that the log drops meanwhile are left out.
class LogExport : public QObject
{
    Q_OBJECT

public:
    LogExport(LogModel *model, const QString &path, QObject *parent);
    void start();

signals:
    /// One sentence for people, success or not.
    void finished(const QString &message);

private:
    void writeSome();
    void finish(const QString &message);

    QPointer<LogModel> m_model;
    QFile m_file;
    QTimer m_timer;
    QList<quint64> m_serials;
    qsizetype m_next = 0;
};

} // namespace McpUi
