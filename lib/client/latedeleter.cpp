// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/latedeleter.h"

#include <QtCore/qabstracteventdispatcher.h>
#include <QtCore/qthread.h>

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
        // Not awake(): that comes once more behind the end of a loop, where whoever waited in it
        // for an object still uses it.
        connect(loop, &QAbstractEventDispatcher::aboutToBlock, this, &LateDeleter::sweep);
        m_listening = true;
    }
    return m_listening;
}

void LateDeleter::sweep()
{
    if (m_doomed.empty())
        return;
    const int level = QThread::currentThread()->loopLevel();
    std::vector<Doomed> now;
    std::erase_if(m_doomed, [&](const Doomed &doomed) {
        if (doomed.loopLevel < level)
            return false;
        now.push_back(doomed);
        return true;
    });
    // A destructor may run whatever: nothing of ours is touched from here on.
    for (const Doomed &doomed : now)
        delete doomed.object.data();
}

} // namespace Mcp
