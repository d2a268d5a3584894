// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qobject.h>
#include <QtCore/qpointer.h>

#include <vector>

namespace Mcp {

/*!
 * deleteLater() for objects that come by the thousand: each of its events would wake the event loop
 * by two system calls. Objects are deleted when the loop has nothing else to do and, as with
 * deleteLater(), never in a loop that runs inside the one they were given in. Owned by the Session,
 * used in its thread.
 */
class LateDeleter : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    ~LateDeleter() override;

    void add(QObject *object);

private:
    struct Doomed
    {
        QPointer<QObject> object;
        int loopLevel = 0;
        bool seen = false; ///< by sweep(), once
    };

    bool listen();
    void sweep(bool all);

    std::vector<Doomed> m_doomed;
    bool m_listening = false;
};

} // namespace Mcp
