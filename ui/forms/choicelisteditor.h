// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "forms/valueeditor.h"
#include "schema/schemanode.h"

class QListWidget;
class QListWidgetItem;

namespace McpUi {

/// Edits a list of choices as check boxes; what is ticked last comes last. Lists that repeat a
/// choice or contain others do not fit.
class ChoiceListEditor : public ValueEditor
{
    Q_OBJECT

public:
    explicit ChoiceListEditor(QList<Mcp::SchemaChoice> choices, QWidget *parent = nullptr);

    Mcp::RawJson value() const override;
    bool setValue(const Mcp::RawJson &value) override;
    void clear() override;
    Mcp::RawJson emptyValue() const override { return Mcp::RawJson::fromText("[]"); }
    void setIdentity(const QString &path, const QString &name) override;
    QWidget *input() override;

private:
    void onItemChanged(QListWidgetItem *item);
    void showTicks();

    QList<Mcp::SchemaChoice> m_choices;
    QStringList m_labels;
    QList<int> m_ticked; ///< in the order they were ticked
    QListWidget *m_list;
    bool m_setting = false;
};

} // namespace McpUi
