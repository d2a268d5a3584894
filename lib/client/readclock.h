// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qelapsedtimer.h>
#include <QtCore/qobject.h>
#include <QtCore/qtimer.h>

#include <functional>
#include <optional>

namespace Mcp {

/*!
 * Measures how long a peer has been silent after it read what was sent to it: time during which
 * bytes lie unread does not count, so a slow starter is never given up. Where the system cannot
 * tell whether bytes were read, time alone counts. Owned by the Handshake.
 */
class ReadClock : public QObject
{
    Q_OBJECT

public:
    /// Says how many bytes the peer has not taken yet; nothing: cannot tell.
    using Untaken = std::function<std::optional<qint64>()>;

    explicit ReadClock(Untaken untaken, QObject *parent = nullptr);

    /// Starts from zero. @p patienceMs 0: never expires, but still watches for wasRead().
    void start(int patienceMs);
    void stop();
    /// Changes the limit of a running clock, time already counted included.
    void setPatience(int patienceMs);
    /// Was everything seen to be read since start()? Nothing seen and cannot tell are both false.
    bool wasRead() const { return m_wasRead; }

signals:
    void expired();

private:
    void tick();

    Untaken m_untaken;
    QTimer m_ticker;
    QElapsedTimer m_sinceStart;
    QElapsedTimer m_sinceTick;
    qint64 m_counted = 0;
    int m_patience = 0;
    bool m_wasRead = false;
};

} // namespace Mcp
