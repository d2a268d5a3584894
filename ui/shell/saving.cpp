// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "shell/saving.h"

#include "dialogs/prompter.h"
#include "models/filewriter.h"
#include "shell/pagetabs.h"
#include "views/callpage.h"
#include "views/logpanel.h"
#include "views/resultview.h"
#include "views/samplingquestion.h"

namespace McpUi {

Saving::Saving(Prompter *prompter, QObject *parent)
    : QObject(parent)
    , m_prompter(prompter)
{}

void Saving::serve(LogPanel *panel)
{
    connect(panel, &LogPanel::saveRequested, this, [this, panel] {
        m_prompter->askSavePath(tr("Save as"), panel->proposedFileName(), panel,
                                [panel](const QString &path) {
                                    if (!path.isEmpty())
                                        panel->saveTo(path);
                                });
    });
}

void Saving::serve(ResultView *result)
{
    connect(result, &ResultView::saveRequested, this,
            [this, result](const QByteArray &bytes, const QString &suggestedName) {
                m_prompter->askSavePath(tr("Save to a file"), suggestedName, result,
                                        [result, bytes](const QString &path) {
                                            if (!path.isEmpty())
                                                result->saveTo(bytes, path);
                                        });
            });
}

void Saving::serve(PageTabs *pages)
{
    connect(pages, &PageTabs::saveRequested, this,
            [this](CallPage *page, const QByteArray &bytes, const QString &suggestedName) {
                m_prompter->askSavePath(tr("Save to a file"), suggestedName, page,
                                        [page, bytes](const QString &path) {
                                            if (!path.isEmpty())
                                                page->result()->saveTo(bytes, path);
                                        });
            });
}

void Saving::serveSampling(SamplingQuestion *view)
{
    connect(view, &SamplingQuestion::saveRequested, this,
            [this, view](const QByteArray &bytes, const QString &suggestedName) {
                m_prompter->askSavePath(tr("Save to a file"), suggestedName, view,
                                        [this, bytes](const QString &path) {
                                            if (!path.isEmpty())
                                                write(bytes, path);
                                        });
            });
}

void Saving::write(const QByteArray &bytes, const QString &path)
{
    auto *writer = new FileWriter(this);
    connect(writer, &FileWriter::finished, this,
            [this](const QString &written, const QString &problem) {
                if (!problem.isEmpty())
                    m_prompter->inform(tr("Not saved"),
                                       tr("%1 cannot be written: %2").arg(written, problem));
            });
    connect(writer, &FileWriter::finished, writer, &QObject::deleteLater);
    writer->write(bytes, path);
}

} // namespace McpUi
