// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "orchestrator/callsubject.h"

#include <QtWidgets/qtabwidget.h>

namespace Mcp {
class Orchestrator;
}

namespace McpUi {

class CatalogPanel;
class InfoPanel;
class PromptsPanel;
class ResourcesPanel;
class ToolsPanel;

/// What the selected server offers: its tools, resources and prompts, counted in the tabs' titles,
/// and what is known about it.
class SideTabs : public QTabWidget
{
    Q_OBJECT

public:
    explicit SideTabs(Mcp::Orchestrator *orchestrator, QWidget *parent = nullptr);

    void setServer(const QString &name);

    ToolsPanel *tools() const { return m_tools; }
    ResourcesPanel *resources() const { return m_resources; }
    PromptsPanel *prompts() const { return m_prompts; }
    InfoPanel *info() const { return m_info; }
    QList<CatalogPanel *> lists() const;
    /// The list that is shown; null while that is the info.
    CatalogPanel *currentList() const;

    /// Asks the server anew for the list that is shown, or for its tools.
    void refresh();

    /// Which tab is shown, for saved state: "tools", "info" …
    QString currentName() const;
    void setCurrentName(const QString &name);
    QString nameOf(const QWidget *panel) const;

signals:
    void activated(const QString &server, const Mcp::CallSubject &subject);
    void startRequested(const QString &server);

private:
    void addList(CatalogPanel *panel, const QString &name, const QString &title);
    void updateTitles();

    Mcp::Orchestrator *m_orchestrator;
    ToolsPanel *m_tools;
    ResourcesPanel *m_resources;
    PromptsPanel *m_prompts;
    InfoPanel *m_info;
    QStringList m_names;
    QStringList m_titles;
};

} // namespace McpUi
