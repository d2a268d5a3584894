// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "forms/textstyle.h"

#include <QtWidgets/qtoolbutton.h>

class QLineEdit;

namespace McpUi {

/*!
 * The button beside a line that helps to fill it in: chooses a file or folder, or a date and time
 * from a calendar. The line stays the truth: anything may be typed, and a pick replaces its text in
 * one step that can be undone. Child of the editor that owns the line.
 */
class TextPicker : public QToolButton
{
    Q_OBJECT

public:
    TextPicker(TextStyle style, QLineEdit *line, QWidget *parent = nullptr);

    /// Is there something to pick for this style?
    static bool isFor(TextStyle style) { return style > TextStyle::Password; }
    void setIdentity(const QString &path, const QString &name);

private:
    void pick();
    void pickPath();
    void pickTime();
    void take(const QString &text);

    TextStyle m_style;
    QLineEdit *m_line;
    QString m_path;
};

} // namespace McpUi
