// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "schema/schemavalidator.h"

#include <QtWidgets/qframe.h>

class QVBoxLayout;

namespace McpUi {

/// What is wrong with the arguments, one line each; a click (or Return) jumps to the place. How
/// many there are is said beside the button that calls.
class ProblemList : public QFrame
{
    Q_OBJECT

public:
    explicit ProblemList(QWidget *parent = nullptr);

    /// Hides itself when there are none. The first five are listed, the others counted.
    void setProblems(const QList<Mcp::SchemaProblem> &problems);

signals:
    void jumpRequested(const Mcp::JsonPointer &pointer);

private:
    QList<Mcp::SchemaProblem> m_problems;
    QWidget *m_lines = nullptr;
    QVBoxLayout *m_layout;
};

} // namespace McpUi
