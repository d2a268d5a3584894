// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/consteditor.h"

#include "schema/jsonequality.h"
#include "schema/schemawords.h"

#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qcheckbox.h>

namespace McpUi {

using namespace Qt::Literals::StringLiterals;

ConstEditor::ConstEditor(const Mcp::RawJson &constant, QWidget *parent)
    : ValueEditor(parent)
    , m_constant(constant)
    , m_box(new QCheckBox(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_box);
    layout->addStretch();
    setFocusProxy(m_box);
    watch(m_box);
    updateText();
    connect(m_box, &QCheckBox::toggled, this, &ConstEditor::updateText);
    connect(m_box, &QCheckBox::clicked, this, &ConstEditor::edited);
}

Mcp::RawJson ConstEditor::value() const { return m_box->isChecked() ? m_constant : Mcp::RawJson(); }

bool ConstEditor::setValue(const Mcp::RawJson &value)
{
    if (!Mcp::sameJson(value, m_constant))
        return false;
    m_box->setChecked(true);
    return true;
}

void ConstEditor::clear() { m_box->setChecked(false); }

void ConstEditor::setBlankHint(const QString &hint)
{
    m_hint = hint;
    updateText();
}

void ConstEditor::setIdentity(const QString &path, const QString &name)
{
    m_box->setObjectName("input:"_L1 + path);
    m_box->setAccessibleName(name);
}

QWidget *ConstEditor::input() { return m_box; }

void ConstEditor::updateText()
{
    const QString value = Mcp::SchemaWords::value(m_constant);
    QString text = m_box->isChecked() || m_hint.isEmpty() ? value : u"%1 (%2)"_s.arg(value, m_hint);
    m_box->setText(text.replace(u'&', "&&"_L1));
}

} // namespace McpUi
