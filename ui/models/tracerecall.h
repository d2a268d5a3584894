// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/background.h"
#include "server/tracelog.h"

#include <QtCore/qobject.h>
#include <QtCore/qpointer.h>

#include <vector>

namespace McpUi {

/*!
 * Brings what a trace has put on disk back into its TraceLog, a piece at a time, when somebody
 * reads as far as that, and forgets it again when nobody does. Read in the GUI thread, parsed in
 * another. Member of its panel.
 */
class TraceRecall : public QObject
{
    Q_OBJECT

public:
    explicit TraceRecall(QObject *parent = nullptr);
    ~TraceRecall() override;

    /// Another log: what was recalled of the last one is forgotten. Null for none.
    void setLog(Mcp::TraceLog *log);
    Mcp::TraceLog *log() const { return m_log; }
    bool isBusy() const { return m_isBusy; }
    /// Is there something left that has room in memory?
    bool canLoad() const;

public slots:
    /// The next piece; loaded() follows, unless one is on its way already.
    void load();
    void forget();

signals:
    /// So many entries stand in front of the others now; 0: that was all.
    void loaded(int count);

private:
    using Entries = std::vector<Mcp::RecalledEntries::Entry>;

    QPointer<Mcp::TraceLog> m_log;
    BackgroundJob<Entries> m_job;
    bool m_isBusy = false;
    bool m_isAtEnd = false;
};

} // namespace McpUi
