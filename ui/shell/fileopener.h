// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qobject.h>
#include <QtCore/qtemporarydir.h>

#include <memory>

namespace McpUi {

class PageTabs;
class Prompter;
class ResultView;
class SamplingQuestion;

/*!
 * Hands parts of results to other programs: asks first, naming the file and its type, then writes a
 * file that only this user can read and opens it in the default application. Only types that run
 * nothing, whatever the server calls its data. The files go when the program ends.
 */
class FileOpener : public QObject
{
    Q_OBJECT

public:
    /// @p prompter must outlive it.
    explicit FileOpener(Prompter *prompter, QObject *parent = nullptr);
    ~FileOpener() override;

    void serve(PageTabs *pages);
    void serveSampling(SamplingQuestion *view);
    void serve(ResultView *result);

signals:
    /// For the status line.
    void told(const QString &sentence);

private:
    void open(QObject *context, const QByteArray &bytes, const QString &suggestedName,
              const QString &mimeType);
    void write(const QByteArray &bytes, const QString &path);
    void onWritten(const QString &path, const QString &problem);
    /// A path in the folder that no file has yet; empty if there is no folder.
    QString pathFor(const QString &suggestedName, const QString &suffix);

    Prompter *m_prompter;
    std::unique_ptr<QTemporaryDir> m_folder; ///< made when first needed
    int m_count = 0;
};

} // namespace McpUi
