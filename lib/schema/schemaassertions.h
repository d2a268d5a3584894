// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/rawjson.h"

#include <QtCore/qhash.h>
#include <QtCore/qregularexpression.h>

#include <optional>

namespace Mcp {

/*!
 * The assertions about one value that need no other schema: type, choices, limits of numbers,
 * texts, lists and objects. Keeps compiled patterns, because a list checks the same one for each
 * of its items. Used by SchemaCheck.
 */
class SchemaAssertions
{
public:
    /// Is @p keyword one of these assertions, and if so, what is wrong with @p value? An empty text
    /// means nothing is.
    std::optional<QString> check(QStringView keyword, const RawJson &limit, const RawJson &value);
    /// Does @p pattern (ECMA-262, unanchored) match? A pattern that cannot be compiled matches all.
    bool matches(const QString &pattern, const QString &text);

private:
    QString checkType(const RawJson &types, const RawJson &value) const;
    QString checkEnum(const RawJson &choices, const RawJson &value) const;
    QString checkConst(const RawJson &constant, const RawJson &value) const;
    std::optional<QString> checkNumber(QStringView keyword, const RawJson &limit,
                                       const RawJson &value) const;
    std::optional<QString> checkCount(QStringView keyword, const RawJson &limit,
                                      const RawJson &value) const;
    QString checkPattern(const QString &pattern, const RawJson &value);
    QString checkUnique(const RawJson &value) const;

    QHash<QString, QRegularExpression> m_patterns;
};

} // namespace Mcp
