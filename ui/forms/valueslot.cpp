// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/valueslot.h"

#include "forms/formcontext.h"
#include "forms/jsonvalueeditor.h"
#include "schema/schemawords.h"

#include <QtWidgets/qboxlayout.h>

namespace McpUi {

using Mcp::RawJson;

ValueSlot::ValueSlot(const Mcp::SchemaNode &node, const FormContext &context, const QString &name,
                     int depth, QWidget *parent)
    : QWidget(parent)
    , m_node(node)
    , m_editor(createEditor(node, context, name, depth, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    adopt(m_editor);
    updateHint();
}

ValueEditor *ValueSlot::editor() const { return m_jsonShown ? m_json : m_editor; }

RawJson ValueSlot::value() const
{
    switch (m_state) {
    case State::Absent:
        return {};
    case State::Null:
        return RawJson::fromText("null");
    case State::Value:
        break;
    }
    return m_original.isAbsent() ? editor()->value() : m_original;
}

void ValueSlot::setValue(const RawJson &value)
{
    m_original = value;
    if (!value.isAbsent() && m_editor->setValue(value)) {
        showJson(false);
        settle(State::Value);
    } else if (value.isAbsent() || value.isNull()) {
        showJson(false);
        m_editor->clear();
        settle(value.isAbsent() ? State::Absent : State::Null);
    } else {
        m_editor->clear();
        showJson(true);
        m_json->setValue(value);
        settle(State::Value);
    }
}

void ValueSlot::leaveOut() { use({}); }

void ValueSlot::makeNull() { use(RawJson::fromText("null")); }

void ValueSlot::use(const RawJson &value)
{
    if (value == this->value() && value.isAbsent() == this->value().isAbsent())
        return;
    const bool focused = editor()->input()->hasFocus();
    setValue(value);
    if (focused)
        editor()->input()->setFocus();
    m_touched = true;
    emit edited();
}

bool ValueSlot::setJson(bool json)
{
    if (json == m_jsonShown)
        return true;
    const RawJson current = value();
    if (!json && !current.isAbsent() && !current.isNull()
        && (m_json->isBroken() || !m_editor->setValue(current)))
        return false;
    if (!json && (current.isAbsent() || current.isNull()))
        m_editor->clear();
    showJson(json);
    if (json)
        m_json->setValue(current);
    settle(current.isNull() && !json ? State::Null
           : current.isAbsent()      ? State::Absent
                                     : State::Value);
    editor()->input()->setFocus();
    return true;
}

void ValueSlot::setRequired(bool required)
{
    m_required = required;
    m_editor->setRequired(required);
    updateHint();
}

void ValueSlot::setIdentity(const QString &path, const QString &name)
{
    m_path = path;
    m_name = name;
    // Only the shown one carries the name, so that it stays unique.
    editor()->setIdentity(path, name);
}

void ValueSlot::adopt(ValueEditor *editor)
{
    layout()->addWidget(editor);
    connect(editor, &ValueEditor::edited, this, &ValueSlot::onEdited);
    connect(editor, &ValueEditor::left, this, [this] {
        m_touched = true;
        emit left();
    });
    connect(editor, &ValueEditor::clearRequested, this, &ValueSlot::clearRequested);
    connect(editor, &ValueEditor::menuRequested, this, &ValueSlot::menuRequested);
    connect(editor, &ValueEditor::nullRequested, this, &ValueSlot::makeNull);
    connect(editor, &ValueEditor::confirmed, this, &ValueSlot::confirmed);
    connect(editor, &ValueEditor::shapeChanged, this, &ValueSlot::shapeChanged);
}

void ValueSlot::showJson(bool json)
{
    if (json == m_jsonShown)
        return;
    if (json && !m_json) {
        m_json = new JsonValueEditor(this);
        adopt(m_json);
    }
    editor()->setIdentity({}, m_name);
    m_jsonShown = json;
    editor()->setIdentity(m_path, m_name);
    m_editor->setVisible(!json && m_editor->isOpen());
    m_json->setVisible(json);
    emit shapeChanged();
}

void ValueSlot::onEdited()
{
    m_original = {};
    m_touched = true;
    settle(editor()->value().isAbsent() ? State::Absent : State::Value);
    emit edited();
}

void ValueSlot::settle(State state)
{
    m_state = state;
    updateHint();
    emit stateChanged();
}

void ValueSlot::updateHint()
{
    QString hint = m_required ? tr("required") : tr("not set");
    if (m_state == State::Null)
        hint = tr("null");
    else if (!m_node.defaultValue.isAbsent())
        hint = tr("not set; default: %1").arg(Mcp::SchemaWords::value(m_node.defaultValue));
    else if (const QString example = Mcp::SchemaWords::formatExample(m_node.format);
             !example.isEmpty())
        hint += tr("; e.g. %1").arg(example);
    m_editor->setBlankHint(hint);
    if (m_json)
        m_json->setBlankHint(hint);
}

} // namespace McpUi
