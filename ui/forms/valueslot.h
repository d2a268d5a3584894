// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "forms/valueeditor.h"
#include "schema/schemanode.h"

namespace McpUi {

class JsonValueEditor;
struct FormContext;

/*!
 * The place of one value in a form: knows whether it is absent, null or there, and shows the editor
 * that fits the schema, or a JSON editor when the value does not fit that one. A value nobody
 * touched comes back in the very bytes it was set in. Owned by a Field, a FormRow or the form.
 */
class ValueSlot : public QWidget
{
    Q_OBJECT

public:
    enum class State { Absent, Null, Value };

    ValueSlot(const Mcp::SchemaNode &node, const FormContext &context, const QString &name,
              int depth, QWidget *parent = nullptr);

    const Mcp::SchemaNode &node() const { return m_node; }
    State state() const { return m_state; }
    ValueEditor *editor() const; ///< the one that is shown

    Mcp::RawJson value() const;
    /// Any value, absent included. Never refuses.
    void setValue(const Mcp::RawJson &value);

    /// \name What the user asks for; each counts as an edit
    /// @{
    void leaveOut();
    void makeNull();
    void use(const Mcp::RawJson &value);
    /// False when the JSON typed does not fit the schema's editor.
    bool setJson(bool json);
    /// @}

    /// Does what is shown take whole lines and can it be folded?
    bool isGroup() const { return editor()->isGroup(); }
    /// Is the JSON editor shown although the schema has a better one?
    bool isJson() const { return m_jsonShown; }
    /// Edited, or the focus has been there: from now on problems are shown.
    bool isTouched() const { return m_touched; }
    void setRequired(bool required);
    void setIdentity(const QString &path, const QString &name);

signals:
    void edited();
    /// state() or isJson() or the emptiness of the value may be another one.
    void stateChanged();
    /// Touched: time to show problems.
    void left();
    void clearRequested();
    void menuRequested();
    void confirmed();
    /// Whether it takes whole lines is another thing now, see isGroup().
    void shapeChanged();

private:
    void adopt(ValueEditor *editor);
    void showJson(bool json);
    void onEdited();
    void settle(State state);
    void updateHint();

    Mcp::SchemaNode m_node;
    ValueEditor *m_editor;
    JsonValueEditor *m_json = nullptr;
    QString m_path;
    QString m_name;
    State m_state = State::Absent;
    Mcp::RawJson m_original; ///< as set, until edited
    bool m_jsonShown = false;
    bool m_touched = false;
    bool m_required = false;
};

} // namespace McpUi
