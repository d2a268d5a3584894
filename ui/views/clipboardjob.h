// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/background.h"

#include <QtCore/qobject.h>

#include <functional>

namespace McpUi {

/*!
 * Copies text to the clipboard, large ones made off the GUI thread. What was copied since then, by
 * whichever part of the window or another program, stays: a slow older copy comes too late. Belongs
 * to the GUI thread, as a member of whoever copies.
 */
class ClipboardJob : public QObject
{
    Q_OBJECT

public:
    ClipboardJob();
    ~ClipboardJob() override;

    void copy(const QString &text);
    /// @p size in bytes decides where @p make runs, so it must own (or share) all it reads.
    void copy(qsizetype size, const std::function<QString()> &make);
    /// The same in the background at any rate.
    void copyLater(const std::function<QString()> &make);

private:
    inline static quint64 s_newest = 0; ///< copies asked for, of all
    BackgroundJob<QString> m_making;
};

} // namespace McpUi
