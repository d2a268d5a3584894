// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/background.h"
#include "models/mediatype.h"
#include "views/clipboardjob.h"

#include <QtCore/qobject.h>

#include <functional>

namespace McpUi {

/*!
 * Takes parts of a result to the clipboard and into files. Large ones are made off the GUI thread.
 * It opens no dialog: what is to be saved goes out by a signal. Owned by the result view; the
 * functions it is given own what they read, so they may outlive the widgets that asked.
 */
class ResultExporter : public QObject
{
    Q_OBJECT

public:
    explicit ResultExporter(QObject *parent = nullptr);

    /// The start of proposed file names.
    void setToolName(const QString &toolName) { m_toolName = toolName; }

    void copy(const QString &text);
    /// @p size in bytes decides where @p make runs.
    void copy(qsizetype size, const std::function<QString()> &make);
    /// @p part is what follows the tool's name: "result.json".
    void save(const QString &part, qsizetype size, const std::function<QByteArray()> &make);

    /// Hands it to the default application for @p type, after asking. Only for harmless types.
    void open(const QString &part, const MediaType &type, qsizetype size,
              const std::function<QByteArray()> &make);

signals:
    void saveReady(const QByteArray &bytes, const QString &suggestedName);
    void openReady(const QByteArray &bytes, const QString &suggestedName, const QString &mimeType);

private:
    QString suggestedName(const QString &part) const;

    QString m_toolName;
    ClipboardJob m_copying;
    BackgroundJob<QByteArray> m_saving;
    BackgroundJob<QByteArray> m_opening;
};

} // namespace McpUi
