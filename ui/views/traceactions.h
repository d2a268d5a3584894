// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/tracemodel.h"
#include "models/tracerequest.h"

class QAction;
class QMenu;
class QWidget;

namespace Mcp {
class Orchestrator;
}

namespace McpUi {

/// What can be done with a message of a trace: send it again, change it first, see what it is a
/// part of, copy it. Actions with keys for a panel, and a menu of them. Child of the panel.
class TraceActions : public QObject
{
    Q_OBJECT

public:
    /// @p orchestrator null: of a trace from a file, of which nothing can be sent again.
    TraceActions(Mcp::Orchestrator *orchestrator, const TraceModel *model, QWidget *panel);

    QMenu *menu() const { return m_menu; }
    /// The row that they are about; 0 for none.
    void setCurrent(quint64 serial);

signals:
    void repeatRequested(const QString &server, const McpUi::TraceRequest &request);
    void composeRequested(const QString &server, const McpUi::TraceRequest &request);
    /// The filter that shows what the row is a part of.
    void filterRequested(const QString &filter);
    /// A sentence: what was copied, or why nothing was.
    void told(const QString &sentence);

private:
    QAction *add(const QString &name, const QString &text, const QString &key,
                 void (TraceActions::*slot)());
    const Mcp::TraceEntry *entry() const { return m_model->entry(m_serial); }
    std::optional<TraceRequest> request() const;
    void repeat();
    void compose();
    void showConversation();
    void copyJson();
    void copyCommand();
    void copy(const QString &text, const QString &sentence);

    Mcp::Orchestrator *m_orchestrator;
    const TraceModel *m_model;
    QWidget *m_panel;
    QMenu *m_menu;
    QAction *m_repeat;
    QAction *m_compose;
    QAction *m_conversation;
    QAction *m_copyJson;
    QAction *m_copyCommand;
    quint64 m_serial = 0;
};

} // namespace McpUi
