// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "wire/result.h"
#include "json/rawjson.h"

#include <QtWidgets/qwidget.h>

namespace McpUi {

/// What a finished call left behind: enough to show it again later (from the history, too).
struct CallOutcome
{
    Mcp::Result<Mcp::RawJson> result{ Mcp::Error() }; ///< the result as received, or the error
    qint64 elapsedMs = 0;
    QStringList warnings; ///< sentences about oddities met on the way
    QString toolName;     ///< proposed as the name of a saved file
};

/*!
 * Shows the outcome of one call: how it went, in words and colour, its content blocks in order, the
 * structured content as a lazy tree, and the raw JSON exactly as received. Any size; what takes
 * time happens off the GUI thread. Knows no server: whoever owns it hands in outcomes.
 */
class ResultView : public QWidget
{
    Q_OBJECT

public:
    explicit ResultView(QWidget *parent = nullptr);
    ~ResultView() override;

    /// Replaces what is shown.
    void setOutcome(const CallOutcome &outcome);
    /// Back to the empty state.
    void clear();
};

} // namespace McpUi
