// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "forms/argumentform.h"

namespace McpTest {

/*!
 * Enters values into a form the way a person does: through its widgets, found by name: types into
 * the inputs, chooses kinds, ticks, adds rows and names them. The form's own setValue() is not
 * used, so that what comes out was made by the editors.
 */
class FormFiller
{
public:
    explicit FormFiller(McpUi::ArgumentForm *form)
        : m_form(form)
    {}

    /// Enters @p value as the member @p name of the arguments; false when some widget was missing
    /// or did not take it, see problem().
    bool fillMember(const QString &name, const Mcp::RawJson &value, bool backwards);
    QString problem() const { return m_problem; }
    /// A value had to be entered as JSON text somewhere: at its very top, or below.
    bool usedJson() const { return m_usedJson; }
    bool usedJsonAtTop() const { return m_usedJsonAtTop; }

private:
    bool fill(const QString &path, const Mcp::RawJson &value, const Mcp::SchemaNode &node);
    bool fillObject(const QString &path, const Mcp::RawJson &value, const Mcp::SchemaNode &node);
    bool fillOther(const QString &path, const Mcp::RawJsonMember &member,
                   const Mcp::SchemaNode &node);
    bool fillArray(const QString &path, const Mcp::RawJson &value, const Mcp::SchemaNode &node);
    bool fillUnion(const QString &path, const Mcp::RawJson &value);
    bool fillInput(const QString &path, const Mcp::RawJson &value);
    bool trigger(const QString &path, const QString &action);
    bool click(const QString &name);
    bool fail(const QString &problem);

    McpUi::ArgumentForm *m_form;
    QString m_problem;
    QString m_top;
    bool m_backwards = false;
    bool m_usedJson = false;
    bool m_usedJsonAtTop = false;
};

} // namespace McpTest
