// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "protocol/root.h"

#include <QtWidgets/qwidget.h>

class QLabel;
class QLineEdit;
class QListWidget;
class QToolButton;

namespace McpUi {

/*!
 * Edits the folders that a server may know of: a list, and a line that takes a path or a file://
 * URI. What is no such thing is refused with a sentence. Used by the server dialog and where a
 * server asks for its roots.
 */
class FolderList : public QWidget
{
    Q_OBJECT

public:
    explicit FolderList(QWidget *parent = nullptr);

    QList<Mcp::Root> roots() const { return m_roots; }
    void setRoots(const QList<Mcp::Root> &roots);
    /// How many takeTyped() would make of them: what stands in the line counts.
    qsizetype count() const;
    QString typed() const; ///< what stands in the line, not yet taken
    /// Adds what stands in the line. False when that cannot be added; then it says why, and the
    /// line has the focus.
    bool takeTyped();
    void focusInput();

signals:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void browse();
    void removeSelected();
    void refresh();
    QToolButton *addTool(const QString &name, const QString &text, const QString &description);

    QList<Mcp::Root> m_roots;
    QListWidget *m_list;
    QLineEdit *m_line;
    QLabel *m_problem;
    QToolButton *m_add;
    QToolButton *m_browse;
    QToolButton *m_remove;
};

} // namespace McpUi
