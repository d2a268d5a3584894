// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "forms/valueeditor.h"
#include "schema/schemabranches.h"

class QBoxLayout;
class QComboBox;

namespace McpUi {

struct FormContext;

/*!
 * Edits a value that is one of several kinds (oneOf, anyOf, several types, or anything at all): a
 * chooser and the editor of the kind chosen. An existing value chooses the kind that fits it. Kinds
 * that were left keep what was typed, for coming back. Editors are made when first chosen, so
 * recursive schemas need no special care.
 */
class UnionEditor : public ValueEditor
{
    Q_OBJECT

public:
    /// @p node is a Union or of kind Any.
    UnionEditor(const Mcp::SchemaNode &node, const FormContext &context, const QString &name,
                int depth, QWidget *parent = nullptr);

    Mcp::RawJson value() const override;
    bool setValue(const Mcp::RawJson &value) override;
    void clear() override;
    void setBlankHint(const QString &hint) override;
    Mcp::RawJson emptyValue() const override;
    QString inputProblem() const override;
    void collectInputProblems(const Mcp::JsonPointer &at,
                              QList<Mcp::SchemaProblem> &problems) const override;
    bool isBroken() const override;
    void setIdentity(const QString &path, const QString &name) override;
    QWidget *input() override;
    QList<Mcp::SchemaProblem> placeProblems(const QList<Mcp::SchemaProblem> &problems,
                                            bool all) override;
    void reveal(const Mcp::JsonPointer &pointer) override;
    bool isGroup() const override;
    bool isOpen() const override { return m_open || !isGroup(); }
    void setOpen(bool open) override;

    const QList<Mcp::SchemaBranch> &branches() const { return m_branches; }
    /// The kind chosen, -1 while none is.
    int branch() const { return m_branch; }
    /// The editor of the kind chosen, null while none is.
    ValueEditor *current() const;

    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void choose(int branch);
    void arrange();
    void chooseByHand(int branch);
    ValueEditor *makeEditor(int branch);

    const FormContext &m_context;
    QString m_memberName;
    int m_depth;
    QList<Mcp::SchemaBranch> m_branches;
    QList<ValueEditor *> m_editors; ///< one for each branch, null until it was chosen
    QComboBox *m_chooser;
    QBoxLayout *m_layout;
    QString m_path;
    QString m_name;
    QString m_hint;
    int m_branch = -1;
    bool m_open = true;
};

} // namespace McpUi
