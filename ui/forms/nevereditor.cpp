// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/nevereditor.h"

#include "forms/tones.h"

#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlabel.h>

namespace McpUi {

NeverEditor::NeverEditor(QWidget *parent)
    : ValueEditor(parent)
    , m_label(new QLabel(tr("The schema allows no value here."), this))
{
    Tones::apply(m_label, Tones::Tone::Dim);
    m_label->setFocusPolicy(Qt::StrongFocus); // the menu of the field is reached from here
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_label);
    setFocusProxy(m_label);
    watch(m_label);
}

void NeverEditor::setIdentity(const QString &path, const QString &name)
{
    m_label->setObjectName(QStringLiteral("input:") + path);
    m_label->setAccessibleName(name);
}

QWidget *NeverEditor::input() { return m_label; }

} // namespace McpUi
