// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/findpattern.h"

#include <QtCore/qbytearray.h>

namespace McpUi {

/*!
 * Looks for a pattern in UTF-8 text of any size, a step at a time, each a matter of a tenth of a
 * second. A match of a regular expression may be 64 KiB long. Value type for any thread; see
 * FindSession, which takes the steps.
 */
class TextFinder
{
public:
    TextFinder(const QByteArray &text, const FindQuery &query);

    const QString &problem() const { return m_pattern.problem(); }
    /// Looks at what begins at @p from and some way on.
    FindStep step(qsizetype from) const;

private:
    FindStep plainStep(qsizetype from) const;
    FindStep decodedStep(qsizetype from) const;

    QByteArray m_text;
    FindPattern m_pattern;
};

} // namespace McpUi
