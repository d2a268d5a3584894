// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/catalogmodel.h"
#include "orchestrator/promptcatalog.h"

#include <QtCore/qpointer.h>

namespace McpUi {

/// The prompts of one server, to be filtered by name, title and description.
class PromptModel : public CatalogModel
{
    Q_OBJECT

public:
    explicit PromptModel(QObject *parent = nullptr);

    /// Null shows nothing. Follows the catalog's changes.
    void setCatalog(Mcp::PromptCatalog *catalog);
    int totalCount() const override { return int(m_prompts.size()); }

protected:
    void takeList() override;
    Mcp::CallSubject subjectAt(int position) const override;
    QString titleAt(int position) const override;
    QString descriptionAt(int position, qsizetype bytes) const override;
    QStringList badgesAt(int position) const override;
    QStringList problemsAt(int position) const override;
    QString keyAt(int position) const override;

private:
    QPointer<Mcp::PromptCatalog> m_catalog;
    QList<Mcp::Prompt> m_prompts;
};

} // namespace McpUi
