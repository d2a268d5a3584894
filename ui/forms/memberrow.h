// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "forms/formrow.h"

class QLineEdit;

namespace McpUi {

class ExactNote;

/// A member whose name the user chooses: the row of a map, or of what a schema does not declare.
/// Owned by the RowStack of MemberRows.
class MemberRow : public FormRow
{
    Q_OBJECT

public:
    /// @p suggestions are the names that the schema allows, if it lists them.
    MemberRow(const QStringList &suggestions, const FormContext &context, int depth,
              QWidget *parent = nullptr);

    /// The empty name is one, too, once it was set: see isNamed().
    QString key() const;
    void setKey(const QString &key);
    /// False while nobody has given it a name: then it is left out.
    bool isNamed() const { return m_named; }
    QLineEdit *keyEdit() const { return m_key; }

signals:
    void keyEdited();

private:
    QLineEdit *m_key;
    ExactNote *m_exact; ///< of the name
    bool m_named = false;
};

} // namespace McpUi
