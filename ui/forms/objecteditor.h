// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "forms/valueeditor.h"
#include "schema/schemanode.h"

class QVBoxLayout;

namespace McpUi {

class Field;
class LinkButton;
class MemberRows;
struct FormContext;

/*!
 * Edits an object as a group of fields, one for each declared member in the author's order, then
 * rows for members of other names. Builds its fields when it is opened for the first time; until
 * then it keeps the value as it was set. Many optional members are folded away.
 */
class ObjectEditor : public ValueEditor
{
    Q_OBJECT

public:
    ObjectEditor(const Mcp::SchemaNode &node, const FormContext &context, int depth,
                 QWidget *parent = nullptr);

    Mcp::RawJson value() const override;
    bool setValue(const Mcp::RawJson &value) override;
    void clear() override;
    Mcp::RawJson emptyValue() const override { return Mcp::RawJson::fromText("{}"); }
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
    void build();
    void buildOptional();
    Field *addField(const Mcp::SchemaProperty &property, QVBoxLayout *layout);
    QStringList keptOrder(const QList<Mcp::RawJsonMember> &others) const;
    Field *field(const QString &key) const;
    void fill(const Mcp::RawJson &value);
    void updateOptional();
    QString pathOf(const QString &key) const;

    Mcp::SchemaNode m_node;
    const FormContext &m_context;
    int m_depth;
    QString m_path;
    QString m_name;
    QStringList m_declared;
    QStringList m_kept;     ///< keys of the value as it was set
    Mcp::RawJson m_pending; ///< the value while nothing is built
    QList<Field *> m_fields;
    MemberRows *m_others = nullptr;
    QVBoxLayout *m_layout = nullptr;
    LinkButton *m_more = nullptr;  ///< "▸ 12 optional"
    QWidget *m_optional = nullptr; ///< null until it is opened
    bool m_folds = false;
    bool m_built = false;
    bool m_open = false;
};

} // namespace McpUi
