// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/resultexporter.h"

#include "models/format.h"

#include <QtCore/qmimedatabase.h>
#include <QtGui/qclipboard.h>
#include <QtGui/qguiapplication.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

ResultExporter::ResultExporter(QObject *parent)
    : QObject(parent)
{}

void ResultExporter::copy(const QString &text) { QGuiApplication::clipboard()->setText(text); }

void ResultExporter::copy(qsizetype size, const std::function<QString()> &make)
{
    m_copying.cancel();
    if (size < kBackgroundSize)
        copy(make());
    else
        m_copying.start(make, [this](const QString &text) { copy(text); });
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

QString ResultExporter::suffixFor(const QString &mimeType)
{
    // Parameters such as "; charset=utf-8" are not part of the type's name.
    const QMimeType type =
            QMimeDatabase().mimeTypeForName(mimeType.section(u';', 0, 0).trimmed().toLower());
    const QString suffix = type.isValid() ? type.preferredSuffix() : QString();
    return suffix.isEmpty() ? u".bin"_s : u'.' + suffix;
}

QString ResultExporter::suggestedName(const QString &part) const
{
    return m_toolName.isEmpty() ? part : formatFileName(m_toolName) + u'-' + part;
}

} // namespace McpUi
