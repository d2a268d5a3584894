// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "client/subscriptions.h"

#include <QtCore/qdatetime.h>
#include <QtCore/qpointer.h>
#include <QtCore/qtimer.h>
#include <QtWidgets/qwidget.h>

#include <optional>

class QCheckBox;
class QPushButton;

namespace Mcp {
class Orchestrator;
class ResourceCatalog;
} // namespace Mcp

namespace McpUi {

class CallPage;
class ElidingLabel;
class LinkButton;
struct CallOutcome;

/*!
 * How up to date the resource of a page is: whether the server was asked to tell of updates and
 * what it made of that, whether it told of one, and how long what was read will do (2026-07-28,
 * server/utilities/caching). Reads again by itself if it is told to. Child of its page.
 */
class WatchBar : public QWidget
{
    Q_OBJECT

public:
    WatchBar(Mcp::Orchestrator *orchestrator, CallPage *page);

    /// What is shown was read, will still do as the server says, and no update came.
    bool isFresh() const;
    bool readsByItself() const;
    void setReadsByItself(bool enabled);
    void toggle(); ///< as its button

signals:
    void changed(); ///< readsByItself() is another one

private:
    void connectAll();
    void attach();
    void setWatched(bool watched);
    void onRead(const CallOutcome &outcome);
    void onUpdated();
    void readAgain();
    void refresh();
    void updateState();
    void updateFreshness();
    QString uri() const;
    bool isUpdated() const;
    void say(ElidingLabel *label, const QString &text, bool isWarning);

    Mcp::Orchestrator *m_orchestrator;
    CallPage *m_page;
    QPushButton *m_watch;
    LinkButton *m_restart; ///< of a subscription that the server has ended
    QCheckBox *m_auto;
    ElidingLabel *m_state;
    ElidingLabel *m_freshness;
    QPointer<Mcp::ResourceCatalog> m_catalog;
    QPointer<Mcp::Subscriptions> m_subscriptions;
    QString m_readUri; ///< whose contents are shown
    std::optional<QDateTime> m_freshUntil;
    QString m_scope;
    QTimer m_clock;
    QTimer m_again; ///< updates that come in a flood make one reading
};

} // namespace McpUi
