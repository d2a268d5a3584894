// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/logexport.h"

#include <QtCore/qelapsedtimer.h>

namespace McpUi {

namespace {
constexpr int budgetMs = 8;
}

LogExport::LogExport(LogModel *model, const QString &path, QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_file(path)
{
    connect(&m_timer, &QTimer::timeout, this, &LogExport::writeSome);
}

void LogExport::start()
{
    const int rows = m_model->rowCount();
    m_serials.reserve(rows);
    for (int row = 0; row < rows; ++row)
        m_serials.append(m_model->serialAt(row));
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return finish(tr("Not saved: %1: %2").arg(m_file.fileName(), m_file.errorString()));
    m_timer.start(0);
}

void LogExport::writeSome()
{
    QElapsedTimer timer;
    timer.start();
    while (m_model && m_next < m_serials.size() && timer.elapsed() < budgetMs) {
        const QByteArray line = m_model->textOf(m_serials.at(m_next++)).toUtf8() + '\n';
        if (m_file.write(line) != line.size())
            return finish(tr("Not saved: %1: %2").arg(m_file.fileName(), m_file.errorString()));
    }
    if (m_model && m_next < m_serials.size())
        return;
    const bool flushed = m_file.flush();
    const QString problem = m_file.errorString();
    m_file.close();
    finish(flushed ? tr("Saved to %1").arg(m_file.fileName())
                   : tr("Not saved: %1: %2").arg(m_file.fileName(), problem));
}

void LogExport::finish(const QString &message)
{
    m_timer.stop();
    emit finished(message);
    deleteLater();
}

} // namespace McpUi
