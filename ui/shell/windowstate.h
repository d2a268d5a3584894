// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "orchestrator/callsubject.h"

#include <QtCore/qhash.h>
#include <QtCore/qobject.h>
#include <QtCore/qstringlist.h>
#include <QtCore/qthreadpool.h>
#include <QtCore/qtimer.h>

#include <functional>

namespace McpUi {

/// What of the window comes back at the next start.
struct WindowContent
{
    struct Page
    {
        QString server;
        Mcp::CallSubject subject;
        Mcp::RawJson state; ///< as CallPage::saveState() gave it
    };

    QByteArray geometry;
    QHash<QString, QByteArray> parts; ///< splitters and table headers by objectName
    QString sideTab;                  ///< its name
    int bottomTab = 0;
    bool bottomVisible = true;
    QString server; ///< selected
    /// Selected, by list ("tools" …) and then by server.
    QHash<QString, QHash<QString, QString>> selected;
    QHash<QString, QStringList> watched; ///< resources, by server
    QList<Page> pages;
    int currentPage = 0;
    Mcp::RawJson views; ///< as ViewChoices gave it
};

/*!
 * Keeps the window's state in one file: written at most once in half a second, atomically, off the
 * GUI thread, so that a crash or SIGKILL loses the last second at most and no typing ever waits for
 * a disk. Layout is common to all, selection and pages belong to one list of servers (a file).
 */
class WindowState : public QObject
{
    Q_OBJECT

public:
    /// @p path empty: nothing is kept. @p list names the list of servers the pages belong to.
    WindowState(const QString &path, const QString &list, QObject *parent = nullptr);
    ~WindowState() override;

    /// As saved last; empty the first time. A damaged file is moved aside and reads as empty.
    WindowContent load();
    /// Asked for the content whenever it is written.
    void setSource(std::function<WindowContent()> source) { m_source = std::move(source); }
    /// Something is another one now: it is written soon.
    void touch();
    /// Writes what is due and waits for it: before the end.
    void flush();

private:
    void save();
    QByteArray toJson(const WindowContent &content) const;
    Mcp::RawJson listToJson(const WindowContent &content) const;
    static void write(const QString &path, const QByteArray &text);

    QString m_path;
    QString m_list;
    Mcp::RawJson m_lists; ///< of all lists, as read
    std::function<WindowContent()> m_source;
    QTimer m_timer;
    QThreadPool m_writer; ///< of one thread: writes stay in order
};

} // namespace McpUi
