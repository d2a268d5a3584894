// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/rawjson.h"

#include <QtWidgets/qwidget.h>

#include <functional>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace McpUi {

class FormRow;
class LinkButton;

/*!
 * Rows of a form one below the other, with what one does to rows: add, remove, move, duplicate,
 * paste as JSON. Long lists come in as they are asked for: rows() are the first ones, tail() is
 * what follows them unseen. Owned by a ListEditor or MemberRows, which say what a row is.
 */
class RowStack : public QWidget
{
    Q_OBJECT

public:
    static constexpr qsizetype kBatch = 50;

    /// Makes the row that is to stand at an index; the stack is its parent.
    using Factory = std::function<FormRow *(int index)>;
    /// Takes one value of the clipboard into a row that was made for it.
    using Filler = std::function<void(FormRow *row, const Mcp::RawJson &value, const QString &key)>;

    /// Are the rows members of an object, or items?
    enum class Kind { Items, Members };

    RowStack(Kind kind, Factory make, Filler fill, QWidget *parent = nullptr);

    const QList<FormRow *> &rows() const { return m_rows; }
    const QList<Mcp::RawJsonMember> &tail() const { return m_tail; }
    /// Rows for @p values (keys are for maps), the first ones at least as wide as the stack was.
    void setValues(const QList<Mcp::RawJsonMember> &values);
    bool isEmpty() const { return m_rows.isEmpty() && m_tail.isEmpty(); }

    FormRow *insert(int index);
    void remove(FormRow *row);
    /// Makes rows of the tail until there is one at @p index, if that is not far.
    void reach(qsizetype index);
    /// Rows from @p first on may be added, moved and removed; those before are in fixed places.
    void setFixedCount(int count) { m_fixed = count; }

    void setIdentity(const QString &path, const QString &name);
    /// False hides what adds rows.
    void setGrowing(bool growing);
    QWidget *input() const;
    /// A row made by hand is there; the owner gives it its first value. A duplicated one has one.
    void addByHand(int index);

signals:
    /// The rows are others or in another order.
    void rowsChanged();
    void edited();
    void left();
    void rowAdded(McpUi::FormRow *row);
    void rowDuplicated(McpUi::FormRow *from, McpUi::FormRow *row);

private:
    void connectRow(FormRow *row);
    void removeByHand(FormRow *row);
    void move(FormRow *row, int step);
    void duplicate(FormRow *row);
    void pasteJson(int index);
    void pasteValues(int index, const QList<Mcp::RawJsonMember> &values);
    void sayBeforeTail();
    void showMore(qsizetype count);
    void settle();
    void say(const QString &text);

    Kind m_kind;
    Factory m_make;
    Filler m_fill;
    QList<FormRow *> m_rows;
    QList<Mcp::RawJsonMember> m_tail;
    int m_fixed = 0;
    QVBoxLayout *m_layout;
    LinkButton *m_more;
    QToolButton *m_add;
    QToolButton *m_paste;
    QLabel *m_remark;
};

} // namespace McpUi
