// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "schema/ecmaregex.h"
#include "schema/schemanode.h"
#include "schema/schemavalidator.h"
#include "json/rawjson.h"

#include <QtWidgets/qwidget.h>

class QDeadlineTimer;
class QLabel;

namespace McpUi {

class FormRow;
class MemberRow;
class RowStack;
struct FormContext;

/*!
 * The members of an object that its schema does not name: rows of a name and a value, of the kind
 * that patternProperties and additionalProperties ask for. A row without name or value is left out,
 * and said to be. Owned by an ObjectEditor.
 */
class MemberRows : public QWidget
{
    Q_OBJECT

public:
    MemberRows(const Mcp::SchemaNode &node, const FormContext &context, int depth,
               QWidget *parent = nullptr);

    /// Does @p node invite members of the user's own? Others are only shown when they are there.
    static bool isInvited(const Mcp::SchemaNode &node);

    void setMembers(const QList<Mcp::RawJsonMember> &members);
    /// What is written, in the order of the rows; a name counts once.
    QList<Mcp::RawJsonMember> members() const;
    bool isBroken() const;
    bool contains(const QString &key) const;
    void setIdentity(const QString &path, const QString &name);
    QWidget *input() const;

    void collectInputProblems(const Mcp::JsonPointer &at,
                              QList<Mcp::SchemaProblem> &problems) const;
    /// @p problems by name, pointers relative to the member's value.
    void placeProblems(const QHash<QString, QList<Mcp::SchemaProblem>> &problems, bool all);
    void reveal(const QString &key, const Mcp::JsonPointer &pointer);

signals:
    void edited();
    void left();

private:
    FormRow *makeRow();
    void fill(MemberRow *row, const Mcp::RawJson &value, const QString &key);
    void onKeyEdited(MemberRow *row);
    void onAdded(MemberRow *row);
    void onDuplicated(const MemberRow *from, MemberRow *row);
    void rename();
    Mcp::RawJson schemaFor(const QString &key);
    bool matches(const QString &pattern, const QString &key, const QDeadlineTimer &deadline);
    QList<MemberRow *> rows() const;
    bool isWritten(const MemberRow *row) const;

    Mcp::SchemaNode m_node;
    const FormContext &m_context;
    int m_depth;
    QHash<QString, Mcp::EcmaRegex> m_patterns;
    QStringList m_suggestions;
    QString m_path;
    QString m_name;
    QLabel *m_heading;
    RowStack *m_stack;
};

} // namespace McpUi
