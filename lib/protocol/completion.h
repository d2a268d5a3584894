// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/rawjson.h"

#include <QtCore/qstringlist.h>

#include <optional>

namespace Mcp {

/// What completion/complete is about (2026-07-28, server/utilities/completion).
struct CompletionReference
{
    enum class Kind { Prompt, ResourceTemplate };

    Kind kind = Kind::Prompt;
    QString name; ///< of the prompt, or the template as it was listed

    /// The params of a request for the argument @p argument, of which @p value is there. @p others:
    /// an object of the arguments that are filled in (since 2025-06-18), left out when it is empty.
    RawJson params(const QString &argument, const QString &value, const RawJson &others = {}) const;

    friend bool operator==(const CompletionReference &, const CompletionReference &) = default;
};

/// Read view over a completion/complete result. Tolerant: total and hasMore may be missing.
struct Completion
{
    /// The specification allows 100; more of them are cut.
    static constexpr qsizetype maxValues = 1000;
    static constexpr qsizetype maxValue = 10'000;      ///< characters; longer ones are left out
    static constexpr qsizetype maxChars = 1024 * 1024; ///< of all that are kept

    QStringList values;
    std::optional<qint64> total;
    bool hasMore = false;
    QStringList problems; ///< one sentence each

    static Completion fromResult(const RawJson &result);
};

} // namespace Mcp
