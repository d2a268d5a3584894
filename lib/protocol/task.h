// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/rawjson.h"

#include <QtCore/qmetatype.h>

#include <optional>

namespace Mcp {

/// A task as either era tells of it (2025-11-25, basic/utilities/tasks; the tasks extension,
/// SEP-2663, where times have "Ms" in their names). Read once: its state may hold a result of
/// megabytes beside what is asked for again and again. Texts are cut.
class Task
{
public:
    enum class Status { Working, InputRequired, Completed, Failed, Cancelled, Unknown };

    /// Longer ids (characters) are none: they go out with every question about the task.
    static constexpr qsizetype maxId = 4000;
    static constexpr qsizetype maxMessage = 2000; ///< characters of statusMessage()

    Task() = default;
    explicit Task(const RawJson &raw);

    const RawJson &raw() const { return m_raw; }
    const QString &id() const { return m_id; }
    bool isValid() const { return m_isValid; }
    Status status() const { return m_status; }
    const QString &statusName() const { return m_statusName; } ///< as received
    const QString &statusMessage() const { return m_statusMessage; }
    /// Completed, failed or cancelled: nothing changes any more.
    bool isOver() const;
    const QString &createdAt() const { return m_createdAt; } ///< ISO 8601
    const QString &lastUpdatedAt() const { return m_lastUpdatedAt; }
    /// How long the server keeps it, in ms from its creation; nothing: it does not say, or for
    /// ever.
    std::optional<qint64> ttl() const { return m_ttl; }
    /// How long to wait before asking again, in ms, as the server says (2025-11-25,
    /// basic/utilities/tasks; SEP-2663), but at least 100 ms and at most an hour; a second if it
    /// says nothing.
    int pollInterval() const;
    /// The same of which raw() has neither results nor questions, for those who keep many.
    Task essence() const;

    friend bool operator==(const Task &a, const Task &b) { return a.m_raw == b.m_raw; }

private:
    static Status statusOf(const QString &name);

    RawJson m_raw;
    QString m_id;
    QString m_statusName;
    QString m_statusMessage;
    QString m_createdAt;
    QString m_lastUpdatedAt;
    std::optional<qint64> m_ttl;
    std::optional<qint64> m_pollInterval;
    Status m_status = Status::Unknown;
    bool m_isValid = false;
};

} // namespace Mcp

Q_DECLARE_METATYPE(Mcp::Task)
