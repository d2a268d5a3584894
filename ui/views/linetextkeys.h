// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qglobal.h>

class QKeyEvent;

namespace McpUi {

class LineTextView;

/// What the keys do in a LineTextView: they move its cursor, select with Shift, and fold with -, +
/// and *. Lives for one key.
class LineTextKeys
{
public:
    explicit LineTextKeys(LineTextView *view)
        : m_view(view)
    {}

    /// False when the key means nothing here.
    bool press(const QKeyEvent &event);

private:
    bool edit(const QKeyEvent &event);
    qsizetype target(const QKeyEvent &event) const;
    qsizetype rowsAway(qsizetype rows) const;
    qsizetype charactersAway(int by) const;

    LineTextView *m_view;
};

} // namespace McpUi
