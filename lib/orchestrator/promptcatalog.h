// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "orchestrator/catalog.h"
#include "protocol/prompt.h"

namespace Mcp {

/// The prompts of one server as last listed.
class PromptCatalog : public Catalog
{
    Q_OBJECT

public:
    explicit PromptCatalog(Client *client, QObject *parent = nullptr);

    const QList<Prompt> &prompts() const { return m_list.entries; }
    /// The first prompt of that name, if any.
    std::optional<Prompt> find(const QString &name) const;
    RawJson definition(const QString &name) const override;

private:
    Call *list() override;
    QStringList take(const RawJson &result, int most) override;

    PromptList m_list;
};

} // namespace Mcp
