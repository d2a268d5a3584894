// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/rawjson.h"

#include <QtCore/qmetatype.h>

#include <optional>

namespace Mcp {

/// Read view over a task as either era tells of it (2025-11-25, basic/utilities/tasks; the tasks
/// extension, SEP-2663, where times have "Ms" in their names).
class Task
{
public:
    enum class Status { Working, InputRequired, Completed, Failed, Cancelled, Unknown };

    Task() = default;
    explicit Task(const RawJson &raw)
        : m_raw(raw)
    {}

    const RawJson &raw() const { return m_raw; }
    QString id() const { return m_raw.value("taskId").toString(); }
    bool isValid() const { return m_raw.value("taskId").isString(); }
    Status status() const;
    QString statusName() const { return m_raw.value("status").toString(); } ///< as received
    QString statusMessage() const { return m_raw.value("statusMessage").toString(); }
    /// Completed, failed or cancelled: nothing changes any more.
    bool isOver() const;
    QString createdAt() const { return m_raw.value("createdAt").toString(); } ///< ISO 8601
    QString lastUpdatedAt() const { return m_raw.value("lastUpdatedAt").toString(); }
    /// How long the server keeps it, in ms from its creation; nothing: it does not say, or for
    /// ever.
    std::optional<qint64> ttl() const { return number("ttl", "ttlMs"); }
    /// How long to wait before asking again, in ms, as the server says (2025-11-25,
    /// basic/utilities/tasks; SEP-2663), but at least 100 ms and at most an hour; a second if it
    /// says nothing.
    int pollInterval() const;

    friend bool operator==(const Task &, const Task &) = default;

private:
    std::optional<qint64> number(QByteArrayView name, QByteArrayView extensionName) const;

    RawJson m_raw;
};

} // namespace Mcp

Q_DECLARE_METATYPE(Mcp::Task)
