// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/resultexporter.h"

#include "models/format.h"

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

ResultExporter::ResultExporter(QObject *parent)
    : QObject(parent)
{}

void ResultExporter::copy(const QString &text) { m_copying.copy(text); }

void ResultExporter::copy(qsizetype size, const std::function<QString()> &make)
{
    m_copying.copy(size, make);
}

void ResultExporter::save(const QString &part, qsizetype size,
                          const std::function<QByteArray()> &make)
{
    m_saving.cancel();
    const QString name = suggestedName(part);
    if (size < kBackgroundSize)
        emit saveReady(make(), name);
    else
        m_saving.start(make,
                       [this, name](const QByteArray &bytes) { emit saveReady(bytes, name); });
}

void ResultExporter::open(const QString &part, const MediaType &type, qsizetype size,
                          const std::function<QByteArray()> &make)
{
    m_opening.cancel();
    const auto use = [this, name = suggestedName(part), mime = type.essence()](
                             const QByteArray &bytes) { emit openReady(bytes, name, mime); };
    if (size < kBackgroundSize)
        use(make());
    else
        m_opening.start(make, use);
}

QString ResultExporter::suggestedName(const QString &part) const
{
    return m_toolName.isEmpty() ? part : formatFileName(m_toolName) + u'-' + part;
}

} // namespace McpUi
