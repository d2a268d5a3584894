// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "orchestrator/callsubject.h"

#include <QtWidgets/qtabwidget.h>

namespace Mcp {
class InputRequest;
class Orchestrator;
} // namespace Mcp

namespace McpUi {

class CallPage;
class ViewChoices;

/// The open call pages as tabs, one for each subject of each server. Knows nothing of panels: it is
/// told what to open and says when something about its pages is worth saving.
class PageTabs : public QTabWidget
{
    Q_OBJECT

public:
    explicit PageTabs(Mcp::Orchestrator *orchestrator, QWidget *parent = nullptr);

    /// The page of that subject, raised; made with the last arguments used if it is not open yet.
    CallPage *open(const QString &server, const Mcp::CallSubject &subject);
    /// The same with these arguments.
    CallPage *openWith(const QString &server, const Mcp::CallSubject &subject,
                       const Mcp::RawJson &arguments);
    /// Adds a page as it was saved.
    void restore(const QString &server, const Mcp::CallSubject &subject, const Mcp::RawJson &state);

    CallPage *currentPage() const;
    CallPage *pageAt(int index) const;
    CallPage *find(const QString &server, const Mcp::CallSubject &subject) const;
    int runningCount() const;
    /// What becomes of these, and of tasks without a page, when the program ends; empty: nothing
    /// runs.
    QString quitWords() const;
    /// How all results are looked at; pages take theirs from it and put it there.
    ViewChoices *viewChoices() const { return m_viewChoices; }
    void closeCurrent();
    /// For all pages, those to come included.
    void setMarkdown(bool enabled);
    void step(int by); ///< to the next or previous page, round the ends

signals:
    /// Pages were opened, closed, moved, or one's state is another one.
    void pagesChanged();
    void runningCountChanged(int count);
    /// The page that had it was closed; another one may be in front.
    void focusLost();
    void closeRequested(McpUi::CallPage *page);
    /// Something of a page's result is wanted in a file.
    void saveRequested(McpUi::CallPage *page, const QByteArray &bytes,
                       const QString &suggestedName);
    /// Something of a page's result is wanted in the default application.
    void openRequested(McpUi::CallPage *page, const QByteArray &bytes, const QString &suggestedName,
                       const QString &mimeType);
    /// A sentence about what was just done on a page.
    void told(const QString &sentence);
    /// On some page; setMarkdown() makes it so on all.
    void markdownChosen(bool enabled);
    /// A page's call waits for the answer to this.
    void answerRequested(Mcp::InputRequest *request);
    /// A page wants to call and its server is not running.
    void startRequested(const QString &server);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

public slots:
    void closePage(McpUi::CallPage *page);
    /// No page waits for @p server any more.
    void giveUpWaiting(const QString &server);

private:
    CallPage *add(const QString &server, const Mcp::CallSubject &subject);
    void updateTitles();
    void updateRunning();

    void keepViewChoices(CallPage *page);

    Mcp::Orchestrator *m_orchestrator;
    ViewChoices *m_viewChoices;
    bool m_markdown = false;
};

} // namespace McpUi
