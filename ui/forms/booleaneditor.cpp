// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/booleaneditor.h"

#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qcheckbox.h>

namespace McpUi {

using namespace Qt::Literals::StringLiterals;

/// Qt's own order of three states is false, blank, true; people reach for true first.
class TristateBox : public QCheckBox
{
public:
    using QCheckBox::QCheckBox;

    bool skipsBlank = false;

protected:
    void nextCheckState() override
    {
        switch (checkState()) {
        case Qt::PartiallyChecked:
            setCheckState(Qt::Checked);
            break;
        case Qt::Checked:
            setCheckState(Qt::Unchecked);
            break;
        case Qt::Unchecked:
            setCheckState(skipsBlank ? Qt::Checked : Qt::PartiallyChecked);
            break;
        }
    }
};

BooleanEditor::BooleanEditor(QWidget *parent)
    : ValueEditor(parent)
    , m_box(new TristateBox(this))
{
    m_box->setTristate(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_box);
    layout->addStretch();
    setFocusProxy(m_box);
    watch(m_box);
    setState(Qt::PartiallyChecked);
    connect(m_box, &QCheckBox::clicked, this, [this] {
        setState(m_box->checkState());
        emit edited();
    });
}

Mcp::RawJson BooleanEditor::value() const
{
    if (m_box->checkState() == Qt::PartiallyChecked)
        return {};
    return Mcp::RawJson::fromText(m_box->isChecked() ? "true" : "false");
}

bool BooleanEditor::setValue(const Mcp::RawJson &value)
{
    if (value.view() != "true" && value.view() != "false")
        return false;
    setState(value.toBool() ? Qt::Checked : Qt::Unchecked);
    return true;
}

void BooleanEditor::clear() { setState(Qt::PartiallyChecked); }

void BooleanEditor::setBlankHint(const QString &hint)
{
    m_hint = hint;
    setState(m_box->checkState());
}

void BooleanEditor::setIdentity(const QString &path, const QString &name)
{
    m_box->setObjectName("input:"_L1 + path);
    m_box->setAccessibleName(name);
}

void BooleanEditor::setRequired(bool required) { m_box->skipsBlank = required; }

QWidget *BooleanEditor::input() { return m_box; }

void BooleanEditor::setState(Qt::CheckState state)
{
    m_box->setCheckState(state);
    const QString word = state == Qt::Checked ? u"true"_s : u"false"_s;
    m_box->setText(state == Qt::PartiallyChecked ? m_hint : word);
}

} // namespace McpUi
