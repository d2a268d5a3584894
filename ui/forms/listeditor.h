// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "forms/valueeditor.h"
#include "schema/schemanode.h"

namespace McpUi {

class FormRow;
class RowStack;
struct FormContext;

/*!
 * Edits a list as rows of one editor each, of any kind: texts, objects, lists, unions. A tuple has
 * rows in fixed places, then perhaps free ones. Blank rows are left out, and said to be; a blank
 * fixed place before others is sent as null, and said to be.
 */
class ListEditor : public ValueEditor
{
    Q_OBJECT

public:
    /// @p node is an Array; @p name what the list is called ("paths"), which hints at its items.
    ListEditor(const Mcp::SchemaNode &node, const FormContext &context, const QString &name,
               int depth, QWidget *parent = nullptr);

    Mcp::RawJson value() const override;
    bool setValue(const Mcp::RawJson &value) override;
    void clear() override;
    Mcp::RawJson emptyValue() const override { return Mcp::RawJson::fromText("[]"); }
    QString inputProblem() const override;
    void collectInputProblems(const Mcp::JsonPointer &at,
                              QList<Mcp::SchemaProblem> &problems) const override;
    bool isBroken() const override;
    void setIdentity(const QString &path, const QString &name) override;
    QWidget *input() override;
    QList<Mcp::SchemaProblem> placeProblems(const QList<Mcp::SchemaProblem> &problems,
                                            bool all) override;
    void reveal(const Mcp::JsonPointer &pointer) override;
    bool isGroup() const override { return true; }
    bool isOpen() const override { return m_open; }
    void setOpen(bool open) override;

private:
    FormRow *makeRow(int index);
    void fill(const Mcp::RawJson &value);
    Mcp::SchemaNode nodeAt(int index) const;
    void onAdded(FormRow *row);
    void renumber();
    QList<int> writtenIndexes() const;

    Mcp::SchemaNode m_node;
    Mcp::SchemaNode m_item; ///< of the rows that are not in a fixed place
    const FormContext &m_context;
    int m_depth;
    QString m_itemName;
    QString m_path;
    QString m_name;
    RowStack *m_stack;
    Mcp::RawJson m_pending; ///< the value of a deep list until somebody opens it
    bool m_open;
};

} // namespace McpUi
