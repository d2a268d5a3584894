// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "schema/schemaparser.h"

class QWidget;

namespace McpUi {

class ValueEditor;

/// What the parts of one form share. Owned by the ArgumentForm, which outlives its editors.
struct FormContext
{
    Mcp::SchemaParser parser;
    /// Fields of groups that opened without being asked to.
    mutable qsizetype openedFields = 0;

    /// May a group of so many fields open by itself? Counts it if so. A required member within a
    /// required member within … must not make a form of thousands.
    bool mayOpen(qsizetype fields) const;
    /// Are lists and alternatives so deep down open from the start? Deeper ones are built when
    /// somebody opens them, so that a value of hundreds of levels costs nothing.
    static bool opensByItself(int depth) { return depth <= 10; }
};

/// Makes the editor that fits @p node, a JSON editor where none does. @p name is the member's name,
/// which hints at what the text in it looks like; @p depth counts the groups around it.
[[nodiscard]] ValueEditor *createEditor(const Mcp::SchemaNode &node, const FormContext &context,
                                        const QString &name, int depth, QWidget *parent);

} // namespace McpUi
