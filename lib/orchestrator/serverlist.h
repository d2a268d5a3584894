// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/serverspec.h"
#include "wire/error.h"

#include <QtCore/qlist.h>
#include <QtCore/qobject.h>
#include <QtCore/qstringlist.h>

namespace Mcp {

class InputRequest;
class LaunchPolicy;
class LearnedStore;
class ManagedServer;

/*!
 * The Orchestrator's servers in order: those of the file first, then ad hoc ones. Follows the file
 * without disturbing what runs: a server whose definition changed runs on and takes the new one at
 * its next start; one that is gone is stopped and leaves once its process has ended.
 */
class ServerList : public QObject
{
    Q_OBJECT

public:
    ServerList(LearnedStore *learned, LaunchPolicy *policy, QObject *parent = nullptr);
    ~ServerList() override;

    const QList<ManagedServer *> &servers() const { return m_servers; }
    ManagedServer *find(const QString &name) const;
    QStringList names() const;
    /// Does any process run, those of removed servers included?
    bool hasActive() const;

    ManagedServer *add(const ServerSpec &spec, bool adHoc);
    void remove(ManagedServer *managed);
    /// As the file has it now.
    void sync(const QList<ServerSpec> &specs);
    /// The user renamed it in the file; sync() follows.
    void rename(const QString &from, const QString &to);
    void stopAll(); ///< allStopped() follows
    void setRefreshOnListChanged(bool enabled);
    void setAnswered(const ClientCapabilities &capabilities);

signals:
    void added(const QString &name);
    /// @p managed goes when its process has ended.
    void removed(const QString &name, Mcp::ManagedServer *managed);
    void renamed(const QString &from, const QString &to);
    void orderChanged();
    void allStopped();
    /// By the default client of one of them.
    void asked(Mcp::ManagedServer *managed, Mcp::InputRequest *request);
    void elicitationCompleted(Mcp::ManagedServer *managed, const QString &id);
    void specChanged(Mcp::ManagedServer *managed);

private:
    ManagedServer *insert(const ServerSpec &spec, bool adHoc);
    void update(ManagedServer *managed, const ServerSpec &spec);
    void onStateChanged();

    LearnedStore *m_learned;
    LaunchPolicy *m_policy;
    QList<ManagedServer *> m_servers;
    QList<ManagedServer *> m_leaving; ///< removed, their processes are ending
    ClientCapabilities m_answered;
    bool m_refreshOnListChanged = false;
    bool m_stoppingAll = false;
};

} // namespace Mcp
