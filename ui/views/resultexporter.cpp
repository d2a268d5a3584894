// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/resultexporter.h"

#include "models/background.h"

#include <QtCore/qmimedatabase.h>
#include <QtGui/qclipboard.h>
#include <QtGui/qguiapplication.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

ResultExporter::ResultExporter(QObject *parent)
    : QObject(parent)
{
    connect(&m_copying, &QFutureWatcherBase::finished, this, [this] {
        if (m_copying.future().resultCount() > 0)
            copy(m_copying.result());
    });
    connect(&m_saving, &QFutureWatcherBase::finished, this, [this] {
        if (m_saving.future().resultCount() > 0)
            emit saveReady(m_saving.result(), m_savingAs);
    });
}

ResultExporter::~ResultExporter()
{
    m_copying.cancel();
    m_saving.cancel();
}

void ResultExporter::copy(const QString &text) { QGuiApplication::clipboard()->setText(text); }

void ResultExporter::copy(qsizetype size, const std::function<QString()> &make)
{
    m_copying.cancel();
    if (size < kBackgroundSize)
        copy(make());
    else
        m_copying.setFuture(runInBackground<QString>(make));
}

void ResultExporter::save(const QString &part, qsizetype size,
                          const std::function<QByteArray()> &make)
{
    m_saving.cancel();
    m_savingAs = suggestedName(part);
    if (size < kBackgroundSize)
        emit saveReady(make(), m_savingAs);
    else
        m_saving.setFuture(runInBackground<QByteArray>(make));
}

QString ResultExporter::suffixFor(const QString &mimeType)
{
    // Parameters such as "; charset=utf-8" are not part of the type's name.
    const QMimeType type =
            QMimeDatabase().mimeTypeForName(mimeType.section(u';', 0, 0).trimmed().toLower());
    const QString suffix = type.isValid() ? type.preferredSuffix() : QString();
    return suffix.isEmpty() ? u".bin"_s : u'.' + suffix;
}

/// The tool's name is the server's: nothing of it may lead to another folder or hide the file.
QString ResultExporter::suggestedName(const QString &part) const
{
    QString name;
    for (const QChar c : m_toolName.left(80))
        name += c.isLetterOrNumber() || c == u'-' || c == u'_' ? c : u'-';
    return name.isEmpty() ? part : name + u'-' + part;
}

} // namespace McpUi
