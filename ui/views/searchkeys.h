// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qobject.h>

class QWidget;
class QKeyEvent;

namespace McpUi {

class FindBar;
class PointerBar;

/*!
 * The keys of a view that can be searched, wherever in it the focus is: Ctrl+F, F3 and Shift+F3 for
 * its FindBar, Ctrl+G for its PointerBar. The window's own Ctrl+F stays for the rest of the window.
 * Owned by the view.
 */
class SearchKeys : public QObject
{
    Q_OBJECT

public:
    SearchKeys(FindBar *find, PointerBar *pointer, QWidget *view);

    /// Is it one of these keys?
    static bool isSearchKey(const QKeyEvent &event) { return wish(event) != Wish::None; }

signals:
    /// Ctrl+F: whoever knows what is selected opens the bar with it.
    void findRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Wish { None, Find, Next, Previous, GoTo };
    static Wish wish(const QKeyEvent &event);

    FindBar *m_find;
    PointerBar *m_pointer;
};

} // namespace McpUi
