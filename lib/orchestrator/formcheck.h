// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/rawjson.h"

#include <QtCore/qstringlist.h>

namespace Mcp {

/*!
 * Compares an answer with the form that asked for it, for whoever answers without a form on the
 * screen: what does not fit must not be sent (2025-11-25, client/elicitation).
 */
class FormCheck
{
public:
    static constexpr qsizetype mostMisfits = 10;

    /// What in @p answer, an ElicitResult, does not fit @p params of elicitation/create: place and
    /// rule, such as "content/n: at most 9", one each. Empty where it fits, declines, or where
    /// there is no form to compare with.
    [[nodiscard]] static QStringList misfits(const RawJson &params, const RawJson &answer);
};

} // namespace Mcp
