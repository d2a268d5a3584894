// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "schema/schemanode.h"
#include "schema/schemavalidator.h"

#include <QtWidgets/qwidget.h>

class QGridLayout;
class QKeyEvent;
class QLabel;
class QMenu;
class QToolButton;

namespace McpUi {

class LinkButton;
class StateButton;
class ValueSlot;
struct FormContext;

/*!
 * One value among others in a form, an item of a list or a member of a map: what stands before it
 * (a number, a key), the slot with its editor, and what can be done with the row. A value that
 * takes whole lines stands below and can be folded. Owned by its RowStack.
 */
class FormRow : public QWidget
{
    Q_OBJECT

public:
    /// @p lead stands at the left; the row takes it.
    FormRow(QWidget *lead, const FormContext &context, int depth, QWidget *parent = nullptr);

    /// The value is of this kind now; one that was there is kept. @p name hints at the editor.
    void setNode(const Mcp::SchemaNode &node, const QString &name);
    ValueSlot *slot() const { return m_slot; }
    /// A row in a fixed place: it can be left blank, but neither moved nor removed.
    void setFixed();
    bool isFixed() const { return m_fixed; }

    /// @p path is the pointer of the value, @p name what people call it.
    void setIdentity(const QString &path, const QString &name);
    void setPlace(int index, int count);

    void collectInputProblems(const Mcp::JsonPointer &at,
                              QList<Mcp::SchemaProblem> &problems) const;
    /// Shows those that belong here; pointers are relative to the value.
    void placeProblems(const QList<Mcp::SchemaProblem> &problems, bool all);
    bool isBroken() const;
    void reveal(const Mcp::JsonPointer &pointer);
    void setOpen(bool open);

    /// Alt+Up, Alt+Down, Ctrl+D, Ctrl+Shift+V, Ctrl+Shift+Delete: keys of the nearest row around.
    static bool isRowKey(const QKeyEvent *event);

signals:
    void edited();
    void left();
    /// Return was pressed where it has no other meaning.
    void confirmed();
    void removeRequested();
    void moveRequested(int step);
    void duplicateRequested();
    void pasteRequested();

protected:
    void addNote(QWidget *note); ///< below the value and its problem
    void keyPressEvent(QKeyEvent *event) override;

private:
    QToolButton *addButton(const QString &text);
    void connectSlot();
    void updateShape();
    void updateFold();
    void fillMenu(QMenu *menu);
    void requestClear();

    const FormContext &m_context;
    int m_depth;
    ValueSlot *m_slot = nullptr;
    StateButton *m_state = nullptr;
    QWidget *m_lead;
    QGridLayout *m_grid;
    LinkButton *m_fold;
    QLabel *m_summary;
    QLabel *m_problem;
    QToolButton *m_up;
    QToolButton *m_down;
    QToolButton *m_remove;
    QString m_path;
    QString m_name;
    bool m_fixed = false;
    bool m_open = true;
};

} // namespace McpUi
