// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstringlist.h>

namespace Mcp {

/// A rule of the specification that servers are seen to break.
enum class Rule : quint8 {
    None, ///< no rule is broken: a remark, such as a late answer
    OnlyMessages,
    Delimiters,
    JsonRpc,
    WellFormed,
    Batches,
    AnswerId,
    AnswerOnce,
    RequestId,
    NoServerRequests,
    DeclaredQuestions,
    ProgressToken,
    ProgressIncreases,
    ResultObject,
    ResultType,
    OpeningResult,
    DeclaredCapability,
    LogLevel,
    Caching,
    Pages,
    Rounds,
    Tasks,
    Subscriptions,
    OutputSchema,
};

/// What a rule says, in a sentence, and where it stands.
struct RuleText
{
    QString title;    ///< what the server did, in a few words
    QString demand;   ///< what the specification says
    QString revision; ///< of the page: "2025-11-25"
    QString page;     ///< "basic/utilities/progress"

    /// "2025-11-25, basic/utilities/progress".
    QString reference() const { return revision + QStringLiteral(", ") + page; }

    /// That of None has empty texts.
    static RuleText of(Rule rule);
};

/// Its name in files: "progress-token". Empty for None.
[[nodiscard]] QString toString(Rule rule);
[[nodiscard]] QStringList ruleNames();
/// None for a name that is not known (any more).
[[nodiscard]] Rule ruleFromString(QStringView name);

} // namespace Mcp
