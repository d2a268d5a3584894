// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "forms/valueeditor.h"
#include "schema/schemanode.h"

class QComboBox;

namespace McpUi {

/*!
 * Edits one of several values of any type in a combo box. Long lists can be searched by typing;
 * what is typed and is none of them is sent as a text (with a problem beside the field).
 */
class ChoiceEditor : public ValueEditor
{
    Q_OBJECT

public:
    explicit ChoiceEditor(QList<Mcp::SchemaChoice> choices, QWidget *parent = nullptr);

    /// How a choice is called: its title, else its value; values that could be mistaken for another
    /// type are quoted.
    static QStringList labels(const QList<Mcp::SchemaChoice> &choices);

    Mcp::RawJson value() const override;
    bool setValue(const Mcp::RawJson &value) override;
    void clear() override;
    void setBlankHint(const QString &hint) override;
    void setIdentity(const QString &path, const QString &name) override;
    QWidget *input() override;

private:
    void makeSearchable();
    int indexOf(const Mcp::RawJson &value) const;

    QList<Mcp::SchemaChoice> m_choices;
    QComboBox *m_box;
};

} // namespace McpUi
