// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "forms/textstyle.h"

#include <QtWidgets/qframe.h>

class QCalendarWidget;
class QTimeEdit;

namespace McpUi {

/// A calendar, a clock, or both, in the formats of JSON Schema (RFC 3339). Times come in UTC, as
/// the label says. Closes when something was picked, or with Escape.
class TimePopup : public QFrame
{
    Q_OBJECT

public:
    /// Begins with @p text as far as it can be read, else with now.
    TimePopup(TextStyle style, const QString &text, QWidget *parent = nullptr);

signals:
    void picked(const QString &text);

private:
    void useNow();
    void take();

    TextStyle m_style;
    QCalendarWidget *m_calendar = nullptr;
    QTimeEdit *m_time = nullptr;
};

} // namespace McpUi
