// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/catalogmodel.h"
#include "orchestrator/toolcatalog.h"

#include <QtCore/qpointer.h>

namespace McpUi {

/// The tools of one server, to be filtered by name, title and description.
class ToolModel : public CatalogModel
{
    Q_OBJECT

public:
    explicit ToolModel(QObject *parent = nullptr);

    /// Null shows nothing. Follows the catalog's changes.
    void setCatalog(Mcp::ToolCatalog *catalog);
    Mcp::ToolCatalog *catalog() const { return m_catalog; }
    /// The list itself, for those who have no catalog.
    void setTools(const QList<Mcp::Tool> &tools);
    int totalCount() const override { return int(m_tools.size()); }

    /// What is worth a badge: only what the server said itself, and what is wrong.
    static QStringList badges(const Mcp::Tool &tool);

protected:
    void takeList() override;
    Mcp::CallSubject subjectAt(int position) const override;
    QString titleAt(int position) const override;
    QString descriptionAt(int position, qsizetype bytes) const override;
    QStringList badgesAt(int position) const override;
    QStringList problemsAt(int position) const override;
    QString keyAt(int position) const override;

private:
    QPointer<Mcp::ToolCatalog> m_catalog;
    QList<Mcp::Tool> m_tools;
};

} // namespace McpUi
