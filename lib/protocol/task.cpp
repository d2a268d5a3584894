// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "protocol/task.h"

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

} // namespace

Task::Status Task::status() const
{
    static constexpr std::array<std::pair<QLatin1StringView, Status>, 5> names{ {
            { "working"_L1, Status::Working },
            { "input_required"_L1, Status::InputRequired },
            { "completed"_L1, Status::Completed },
            { "failed"_L1, Status::Failed },
            { "cancelled"_L1, Status::Cancelled },
    } };
    const QString name = statusName();
    const auto found = std::find_if(names.begin(), names.end(),
                                    [&](const auto &known) { return known.first == name; });
    return found == names.end() ? Status::Unknown : found->second;
}

bool Task::isOver() const
{
    const Status now = status();
    return now == Status::Completed || now == Status::Failed || now == Status::Cancelled;
}

int Task::pollInterval() const
{
    const qint64 said = number("pollInterval", "pollIntervalMs").value_or(usualPollMs);
    return int(std::clamp(said, shortestPollMs, longestPollMs));
}

std::optional<qint64> Task::number(QByteArrayView name, QByteArrayView extensionName) const
{
    if (const auto value = m_raw.value(extensionName).toInteger())
        return value;
    return m_raw.value(name).toInteger();
}

} // namespace Mcp
