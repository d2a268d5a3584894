// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "realservers.h"

#include "shell/askingwindow.h"

#include <QtCore/qtemporarydir.h>

#include <memory>

class QAbstractItemView;

/// The window on a server that somebody else wrote, driven by clicks and keys: what the tests of
/// all that a server can do have in common.
class RealWindow : public McpTest::AskingWindow
{
public:
    ~RealWindow() override;

protected:
    /// @p name of the server, as RealServers has it.
    explicit RealWindow(const QString &name);

    const RealServer &server() const { return m_server; }
    /// Opens the window with the server ready and its tools listed.
    void start();
    /// Answers the question for folders.
    void shareFolder();
    QString folder() const { return m_folder.path(); }

    /// Clicks on tab @p index of the side panel and waits until the list is there.
    QAbstractItemView *openList(int index, const QString &name);
    /// Opens the page of the row of that name by a click and Return.
    McpUi::CallPage *openRow(QAbstractItemView *list, const QString &name);
    static QStringList names(const QAbstractItemView *list);
    /// Clicks Call, Read or Get and answers what the server asks meanwhile; true once it is over.
    bool run(McpUi::CallPage *page);
    /// Goes to the question that has come, as the user does by a key.
    void showQuestion();
    /// Answers the first of the open questions, as a person does who reads it.
    void answerQuestion();
    /// Opens a tool and calls it with @p arguments until it is over; null if that takes too long.
    McpUi::CallPage *callTool(const QString &tool, const QByteArray &arguments = "{}");
    QByteArray result(const McpUi::CallPage *page);
    /// How many requests of that method were sent.
    int sent(const QString &method) const;
    static QString outcome(const McpUi::CallPage *page);
    /// What the Notifications panel shows in that column.
    QStringList notified(int column) const;
    /// Chooses what the server is to log, by keys.
    void chooseLevel(const QString &level);
    void clickTab(const QString &tabs, int index);

private:
    QTemporaryDir m_folder;
    std::unique_ptr<RealServers> m_servers;
    RealServer m_server;
};
