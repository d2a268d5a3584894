// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "shell/fileopener.h"

#include "dialogs/prompter.h"
#include "models/filewriter.h"
#include "models/format.h"
#include "models/mediatype.h"
#include "shell/pagetabs.h"
#include "views/callpage.h"
#include "views/resultview.h"
#include "views/samplingquestion.h"

#include <QtCore/qdir.h>
#include <QtCore/qfileinfo.h>
#include <QtCore/qurl.h>
#include <QtGui/qdesktopservices.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

FileOpener::FileOpener(Prompter *prompter, QObject *parent)
    : QObject(parent)
    , m_prompter(prompter)
{}

FileOpener::~FileOpener() = default;

void FileOpener::serve(PageTabs *pages)
{
    connect(pages, &PageTabs::openRequested, this,
            [this](CallPage *page, const QByteArray &bytes, const QString &suggestedName,
                   const QString &mimeType) { open(page, bytes, suggestedName, mimeType); });
}

void FileOpener::serveSampling(SamplingQuestion *view)
{
    connect(view, &SamplingQuestion::openRequested, this,
            [this, view](const QByteArray &bytes, const QString &suggestedName,
                         const QString &mimeType) { open(view, bytes, suggestedName, mimeType); });
}

void FileOpener::serve(ResultView *result)
{
    connect(result, &ResultView::openRequested, this,
            [this, result](const QByteArray &bytes, const QString &suggestedName,
                           const QString &mimeType) {
                open(result, bytes, suggestedName, mimeType);
            });
}

void FileOpener::open(QObject *context, const QByteArray &bytes, const QString &suggestedName,
                      const QString &mimeType)
{
    const MediaType type = MediaType::of(mimeType);
    const QString danger =
            type.isHarmless()
                    ? type.dangerIn(bytes)
                    : tr("%1 is not on the list of types that run nothing.").arg(mimeType);
    if (!danger.isEmpty()) {
        m_prompter->inform(tr("Not opened"),
                           tr("%1 It can be saved, and opened by hand.").arg(danger));
        return;
    }
    const QString path = pathFor(suggestedName, type.suffix());
    if (path.isEmpty()) {
        m_prompter->inform(tr("Not opened"), tr("There is no folder for temporary files."));
        return;
    }
    QString text = tr("The server's data (%1, %2) is written to\n%3\nand opened in the program "
                      "that this computer has for it. It is removed when this program ends.")
                           .arg(type.essence(), formatSize(bytes.size()), path);
    if (type.essence() == "text/html"_L1 || type.essence() == "image/svg+xml"_L1)
        text += u'\n' + tr("A browser may run scripts in it and load what it refers to.");
    m_prompter->confirm({ tr("Open in another program?"), text, tr("Open") }, context,
                        [this, bytes, path](bool agreed) {
                            if (agreed)
                                write(bytes, path);
                        });
}

QString FileOpener::pathFor(const QString &suggestedName, const QString &suffix)
{
    if (!m_folder)
        m_folder =
                std::make_unique<QTemporaryDir>(QDir::tempPath() + "/mcp-orchestrator-XXXXXX"_L1);
    if (!m_folder->isValid())
        return {};
    // The ending is ours alone: what the name says is no ending any more.
    QString base = formatFileName(QFileInfo(suggestedName).completeBaseName());
    base.replace(u'.', u'-');
    return m_folder->filePath(u"%1-%2%3"_s.arg(QString::number(++m_count), base.left(80), suffix));
}

void FileOpener::write(const QByteArray &bytes, const QString &path)
{
    auto *writer = new FileWriter(this); // one a file: none waits for another one
    connect(writer, &FileWriter::finished, this, &FileOpener::onWritten);
    connect(writer, &FileWriter::finished, writer, &QObject::deleteLater);
    writer->write(bytes, path, FileWriter::Mode::PrivateNew);
}

void FileOpener::onWritten(const QString &path, const QString &problem)
{
    if (!problem.isEmpty())
        m_prompter->inform(tr("Not opened"), tr("%1 cannot be written: %2").arg(path, problem));
    else if (QDesktopServices::openUrl(QUrl::fromLocalFile(path)))
        emit told(tr("Opened %1").arg(path));
    else
        m_prompter->inform(tr("Not opened"), tr("This computer has no program for %1.").arg(path));
}

} // namespace McpUi
