// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "protocol/task.h"

#include "json/jsonwriter.h"

#include <QtCore/qstring.h>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

constexpr qint64 usualPollMs = 1000;
constexpr qint64 shortestPollMs = 100;
constexpr qint64 longestPollMs = 60 * 60 * 1000;

constexpr qsizetype maxWord = 100; ///< characters of a status or time

std::optional<qint64> number(const RawJson &value, const RawJson &extensionValue)
{
    const auto said = extensionValue.toInteger();
    return said ? said : value.toInteger();
}

} // namespace

Task::Task(const RawJson &raw)
    : m_raw(raw)
{
    const QList<RawJson> values =
            raw.values({ "taskId", "status", "statusMessage", "createdAt", "lastUpdatedAt", "ttl",
                         "ttlMs", "pollInterval", "pollIntervalMs" });
    m_id = values[0].textStart(maxId + 1);
    m_isValid = values[0].isString() && m_id.size() <= maxId;
    if (!m_isValid)
        m_id.clear();
    m_statusName = values[1].textStart(maxWord);
    m_status = statusOf(m_statusName);
    m_statusMessage = values[2].textStart(maxMessage);
    m_createdAt = values[3].textStart(maxWord);
    m_lastUpdatedAt = values[4].textStart(maxWord);
    m_ttl = number(values[5], values[6]);
    m_pollInterval = number(values[7], values[8]);
}

Task Task::essence() const
{
    JsonObjectWriter writer;
    if (m_isValid)
        writer.add(u"taskId", m_id);
    for (const auto &[name, text] :
         { std::pair(u"status"_s, m_statusName), std::pair(u"statusMessage"_s, m_statusMessage),
           std::pair(u"createdAt"_s, m_createdAt),
           std::pair(u"lastUpdatedAt"_s, m_lastUpdatedAt) }) {
        if (!text.isEmpty())
            writer.add(name, text);
    }
    if (m_ttl)
        writer.add(u"ttl", *m_ttl);
    if (m_pollInterval)
        writer.add(u"pollInterval", *m_pollInterval);
    return Task(writer.toRawJson());
}

Task::Status Task::statusOf(const QString &name)
{
    static constexpr std::array<std::pair<QLatin1StringView, Status>, 5> names{ {
            { "working"_L1, Status::Working },
            { "input_required"_L1, Status::InputRequired },
            { "completed"_L1, Status::Completed },
            { "failed"_L1, Status::Failed },
            { "cancelled"_L1, Status::Cancelled },
    } };
    const auto found = std::find_if(names.begin(), names.end(),
                                    [&](const auto &known) { return known.first == name; });
    return found == names.end() ? Status::Unknown : found->second;
}

bool Task::isOver() const
{
    return m_status == Status::Completed || m_status == Status::Failed
           || m_status == Status::Cancelled;
}

int Task::pollInterval() const
{
    const qint64 said = m_pollInterval.value_or(usualPollMs);
    return int(std::clamp(said, shortestPollMs, longestPollMs));
}

} // namespace Mcp
