// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtWidgets/qwidget.h>

class QLabel;
class QToolButton;

namespace Mcp {
struct SchemaNode;
}

namespace McpUi {

class StateButton;
class ValueSlot;
struct FormContext;

/// One value of a list in a form, with the buttons that move and remove it. Owned by its
/// ListEditor.
class ListRow : public QWidget
{
    Q_OBJECT

public:
    ListRow(const Mcp::SchemaNode &node, const FormContext &context, QWidget *parent = nullptr);

    ValueSlot *slot() const { return m_slot; }
    /// @p path is the list's pointer, @p name what people call the list.
    void setPlace(const QString &path, const QString &name, int index, int count);
    void showProblem(const QString &text);

signals:
    void removeRequested();

private:
    QToolButton *addButton(const QString &text);

    ValueSlot *m_slot;
    StateButton *m_state;
    QLabel *m_number;
    QLabel *m_problem;
    QToolButton *m_up;
    QToolButton *m_down;
    QToolButton *m_remove;
};

} // namespace McpUi
