// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/latedeleter.h"

#include <QtCore/qabstracteventdispatcher.h>
#include <QtCore/qthread.h>

#include <algorithm>

namespace Mcp {

namespace {

/// A loop that is never idle must not keep them all.
constexpr size_t kMaxDoomed = 1000;

} // namespace

LateDeleter::~LateDeleter()
{
    for (const Doomed &doomed : m_doomed) {
        if (doomed.object)
            doomed.object->deleteLater();
    }
}

void LateDeleter::add(QObject *object)
{
    if (!listen() || m_doomed.size() >= kMaxDoomed)
        return object->deleteLater();
    m_doomed.push_back({ object, QThread::currentThread()->loopLevel() });
}

bool LateDeleter::listen()
{
    QAbstractEventDispatcher *const loop = QAbstractEventDispatcher::instance();
    if (!m_listening && loop) {
        connect(loop, &QAbstractEventDispatcher::aboutToBlock, this, [this] { sweep(true); });
        // For loops that only look for events. It comes once more when a loop was told to end, and
        // whoever waited in that one for an object goes on to use it: so not the first time.
        connect(loop, &QAbstractEventDispatcher::awake, this, [this] { sweep(false); });
        m_listening = true;
    }
    return m_listening;
}

/// Deletes all of this loop's, or those that were there the last time already.
void LateDeleter::sweep(bool all)
{
    if (m_doomed.empty())
        return;
    const int level = QThread::currentThread()->loopLevel();
    const auto kept = std::partition(m_doomed.begin(), m_doomed.end(), [&](const Doomed &doomed) {
        return doomed.loopLevel < level || !(all || doomed.seen);
    });
    const std::vector<Doomed> now(kept, m_doomed.end());
    m_doomed.erase(kept, m_doomed.end());
    for (Doomed &doomed : m_doomed)
        doomed.seen = true;
    // A destructor may run whatever: nothing of ours is touched from here on.
    for (const Doomed &doomed : now)
        delete doomed.object.data();
}

} // namespace Mcp
