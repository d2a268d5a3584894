// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstringlist.h>

namespace McpUi {

/*!
 * In which order an edited object is written: members stay where the value had them, new ones take
 * the author's place among their neighbours. @p kept are the keys of the value as it was set (also
 * of members left out since, so that they come back where they were), @p declared the author's
 * order, @p present what is to be written.
 */
[[nodiscard]] QStringList memberOrder(const QStringList &kept, const QStringList &declared,
                                      const QStringList &present);

} // namespace McpUi
