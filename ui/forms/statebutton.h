// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/rawjson.h"

#include <QtWidgets/qtoolbutton.h>

class QMenu;

namespace McpUi {

class ValueSlot;

/*!
 * The small button beside a value that says whether it is absent, null, empty or shown as JSON, and
 * whose menu makes it so: leave out, null, empty, the author's default or examples, edit as JSON.
 */
class StateButton : public QToolButton
{
    Q_OBJECT

public:
    explicit StateButton(ValueSlot *slot, QWidget *parent = nullptr);

    /// @p path and @p name as in ValueEditor::setIdentity().
    void setIdentity(const QString &path, const QString &name);

signals:
    /// "Leave out" was chosen; in a list that removes the row.
    void clearRequested();
    /// The menu is about to be shown: what is around the value may add to it.
    void menuFilled(QMenu *menu);

private:
    void updateText();
    void fillMenu();
    void addEmpty();
    void addValue(const QString &text, const Mcp::RawJson &value, const QString &objectName);
    QString stateText() const;

    ValueSlot *m_slot;
    QMenu *m_menu;
    QString m_name;
};

} // namespace McpUi
