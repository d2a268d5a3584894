// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtWidgets/qwidget.h>

class QBoxLayout;
class QButtonGroup;

namespace McpUi {

/// A row of small buttons of which one is chosen: the ways to look at a block. Tab leads to it, the
/// arrow keys move in it.
class ModeSwitch : public QWidget
{
    Q_OBJECT

public:
    explicit ModeSwitch(const QString &name, QWidget *parent = nullptr);

    /// The button's objectName is the switch's with @p suffix.
    void add(int id, const QString &suffix, const QString &text, const QString &description);
    /// @p why is said where a way exists that cannot be taken.
    void setOffered(int id, bool offered);
    void setPossible(int id, bool possible, const QString &why);
    bool isPossible(int id) const;
    void setCurrent(int id);

signals:
    /// By the person, not by setCurrent().
    void chosen(int id);

private:
    QButtonGroup *m_group;
    QBoxLayout *m_layout;
};

} // namespace McpUi
