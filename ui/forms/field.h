// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "forms/valueeditor.h"
#include "schema/schemanode.h"

class QBoxLayout;
class QLabel;

namespace McpUi {

class LinkButton;
class StateButton;
class ValueSlot;
struct FormContext;

/*!
 * One member of an object in a form: its name, type in words, description, the slot with its
 * editor, and what is wrong with the value. Owned by its ObjectEditor.
 */
class Field : public QWidget
{
    Q_OBJECT

public:
    Field(const QString &key, const Mcp::SchemaNode &node, bool required,
          const FormContext &context, int depth, QWidget *parent = nullptr);

    const QString &key() const { return m_key; }
    bool isRequired() const { return m_required; }
    ValueSlot *slot() const { return m_slot; }
    void setValue(const Mcp::RawJson &value);
    void setPath(const QString &path);

    void collectInputProblems(const Mcp::JsonPointer &at,
                              QList<Mcp::SchemaProblem> &problems) const;
    /// Shows those that belong here; pointers are relative to this value.
    void placeProblems(const QList<Mcp::SchemaProblem> &problems, bool all);
    void reveal(const Mcp::JsonPointer &pointer);

signals:
    void edited();
    void left();

private:
    QString shownKey() const;
    QString label() const;
    QWidget *makeHeader(const FormContext &context);
    void addFacts(QBoxLayout *layout, const QString &type);
    void addDefault(QBoxLayout *header);
    void updateDefault();
    void addTexts();
    void setOpen(bool open);
    void updateFold();

    QString m_key;
    bool m_required;
    const FormContext &m_context;
    int m_depth;
    ValueSlot *m_slot;
    StateButton *m_state = nullptr;
    LinkButton *m_fold = nullptr;
    LinkButton *m_default = nullptr; ///< null if the author gave none
    QLabel *m_problem = nullptr;
};

} // namespace McpUi
