// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "forms/valueeditor.h"
#include "schema/schemanode.h"

class QToolButton;
class QVBoxLayout;

namespace McpUi {

class ListRow;
struct FormContext;

/*!
 * Edits a list as rows of one editor each. Return in a row adds one below it, Ctrl+Delete removes
 * it, Alt+Up and Alt+Down move it. Rows whose editor is blank are left out, and said to be. Lists
 * of more than 200 values do not fit.
 */
class ListEditor : public ValueEditor
{
    Q_OBJECT

public:
    ListEditor(const Mcp::SchemaNode &item, const FormContext &context, QWidget *parent = nullptr);

    Mcp::RawJson value() const override;
    bool setValue(const Mcp::RawJson &value) override;
    void clear() override;
    QString inputProblem() const override;
    void collectInputProblems(const Mcp::JsonPointer &at,
                              QList<Mcp::SchemaProblem> &problems) const override;
    bool isBroken() const override;
    void setIdentity(const QString &path, const QString &name) override;
    QWidget *input() override;
    QList<Mcp::SchemaProblem> placeProblems(const QList<Mcp::SchemaProblem> &problems,
                                            bool all) override;
    void reveal(const Mcp::JsonPointer &pointer) override;

private:
    ListRow *insertRow(int index);
    void addByHand(int index);
    void removeByHand(ListRow *row);
    void move(ListRow *row, int step);
    void renumber();
    QList<int> writtenIndexes() const;

    Mcp::SchemaNode m_item;
    const FormContext &m_context;
    QString m_path;
    QString m_name;
    QList<ListRow *> m_rows;
    QVBoxLayout *m_layout;
    QToolButton *m_add;
};

} // namespace McpUi
