// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qglobal.h>

namespace Mcp {

/*!
 * A Windows job object: a process and all it starts from then on. When the last handle is closed,
 * which happens however our process ends, the system ends everyone in it. Elsewhere it is empty.
 */
class JobObject
{
public:
    JobObject();
    ~JobObject(); // NOLINT(performance-trivially-destructible): not on Windows
    Q_DISABLE_COPY_MOVE(JobObject)

    /// A process that it starts between its own start and this call stays outside.
    void add(qint64 processId);
    void terminate();
    bool isEmpty() const;

private:
    void *m_handle = nullptr;
};

} // namespace Mcp
