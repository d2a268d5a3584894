// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "orchestrator/callsubject.h"
#include "server/server.h"

#include <QtCore/qpointer.h>
#include <QtWidgets/qwidget.h>

class QLabel;
class QLineEdit;
class QListView;
class QStackedWidget;
class QTimer;
class QToolButton;

namespace Mcp {
class Catalog;
class Orchestrator;
class Subscriptions;
} // namespace Mcp

namespace McpUi {

class CatalogModel;
class EmptyState;
class ListState;
class NoticeBar;

/*!
 * What the selected server offers of one kind, with a filter; in every state that has nothing to
 * show it says why and what to do. Lists it when it is first looked at. Activating a row asks for
 * its page. Base of the panels of tools, resources and prompts.
 */
class CatalogPanel : public QWidget
{
    Q_OBJECT

public:
    ~CatalogPanel() override;

    /// Empty or unknown: no server.
    void setServer(const QString &name);
    QString current() const; ///< name of the selected one
    /// Selects it now or, if the list is not there yet, as soon as it is.
    void setCurrent(const QString &name);
    void focusList();
    void focusFilter();

    int totalCount() const; ///< -1 while it was never listed
    bool isStale() const;   ///< the server said that the list has changed
    bool canRefresh() const;
    void refresh();

signals:
    void activated(const QString &server, const Mcp::CallSubject &subject);
    void currentChanged(const QString &name);
    void startRequested(const QString &server);
    /// totalCount(), isStale() or canRefresh() is another one.
    void summaryChanged();

protected:
    /// @p id is the start of object names: "tool".
    CatalogPanel(Mcp::Orchestrator *orchestrator, Mcp::CallSubject::Kind kind, const QString &id,
                 CatalogModel *model, QWidget *parent);

    Mcp::Orchestrator *orchestrator() const { return m_orchestrator; }
    /// The model shows the lists of that server from now on; these are they. None: no server.
    virtual QList<Mcp::Catalog *> attach(const QString &server) = 0;

    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildLayout(const QString &id);
    void connectWidgets();
    void updateState();
    void updateNotice(const ListState &state);
    void updateCount();
    void onServerState();
    void attachSubscriptions(const QString &server);
    ListState state() const;
    void listIfNew(bool evenIfFailed);
    void selectWanted();
    void onTriggered();
    void askAgain();
    int rowFor(const QString &typed, const QString &kept) const;
    void activate(const QModelIndex &index);

    Mcp::Orchestrator *m_orchestrator;
    Mcp::CallSubject::Kind m_kind;
    CatalogModel *m_model;
    QLineEdit *m_filter;
    QToolButton *m_refresh;
    QLabel *m_count;
    NoticeBar *m_notice;
    QStackedWidget *m_stack;
    QListView *m_list;
    EmptyState *m_empty;
    QTimer *m_filterDelay;
    QPointer<Mcp::Server> m_server;
    QList<QPointer<Mcp::Catalog>> m_catalogs;
    QPointer<Mcp::Subscriptions> m_subscriptions;
    QString m_wanted;
};

} // namespace McpUi
