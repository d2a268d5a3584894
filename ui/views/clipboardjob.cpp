// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/clipboardjob.h"

#include <QtGui/qclipboard.h>
#include <QtGui/qguiapplication.h>

namespace McpUi {

ClipboardJob::ClipboardJob()
{
    // Most others ask nobody before they copy.
    connect(QGuiApplication::clipboard(), &QClipboard::dataChanged, this,
            [this] { m_making.cancel(); });
}

ClipboardJob::~ClipboardJob() = default;

void ClipboardJob::copy(const QString &text)
{
    ++s_newest;
    m_making.cancel();
    QGuiApplication::clipboard()->setText(text);
}

void ClipboardJob::copy(qsizetype size, const std::function<QString()> &make)
{
    if (size < kBackgroundSize)
        copy(make());
    else
        copyLater(make);
}

void ClipboardJob::copyLater(const std::function<QString()> &make)
{
    m_making.start(make, [number = ++s_newest](const QString &text) {
        if (number == s_newest)
            QGuiApplication::clipboard()->setText(text);
    });
}

} // namespace McpUi
