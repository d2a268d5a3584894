// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "orchestrator/catalog.h"
#include "protocol/tool.h"

namespace Mcp {

/// The tools of one server as last listed.
class ToolCatalog : public Catalog
{
    Q_OBJECT

public:
    explicit ToolCatalog(Client *client, QObject *parent = nullptr);

    const QList<Tool> &tools() const { return m_list.tools; }
    /// The first tool of that name, if any.
    std::optional<Tool> find(const QString &name) const;
    RawJson definition(const QString &name) const override;

private:
    Call *list() override;
    QStringList take(const RawJson &result, int most) override;

    ToolList m_list;
};

} // namespace Mcp
