// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/toolabout.h"

#include "forms/tones.h"
#include "forms/wrappedlabel.h"
#include "views/descriptionview.h"
#include "views/toolicons.h"

#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qformlayout.h>

namespace McpUi {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kCaptionLetters = 13;

} // namespace

ToolAbout::ToolAbout(QWidget *parent)
    : QScrollArea(parent)
{
    setObjectName(u"toolAbout"_s);
    setAccessibleName(tr("About the tool"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(2, 8, 8, 8);
    layout->setSpacing(14);
    setWidget(content);
    m_description = new DescriptionView(content);
    layout->addWidget(m_description);
    m_facts = addSection(tr("Definition"), {});
    m_claims = addSection(tr("What the server claims it does"),
                          tr("Nothing checks these hints, and nothing here relies on them."));
    m_icons = new ToolIcons(content);
    layout->addWidget(m_icons);
    layout->addStretch(1);
}

QFormLayout *ToolAbout::addSection(const QString &title, const QString &note)
{
    auto *heading = new QLabel(title, widget());
    QFont bold = heading->font();
    bold.setBold(true);
    heading->setFont(bold);
    auto *section = new QVBoxLayout;
    section->setSpacing(4);
    section->addWidget(heading);
    if (!note.isEmpty()) {
        auto *words = new WrappedLabel(note, widget());
        Tones::apply(words, Tones::Tone::Dim);
        section->addWidget(words);
    }
    auto *form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    form->setHorizontalSpacing(14);
    form->setVerticalSpacing(4);
    section->addLayout(form);
    static_cast<QVBoxLayout *>(widget()->layout())->addLayout(section);
    return form;
}

void ToolAbout::fill(QFormLayout *form, const QList<ToolFact> &facts)
{
    while (form->rowCount() > 0)
        form->removeRow(0);
    for (const ToolFact &fact : facts) {
        auto *caption = new QLabel(fact.caption, widget());
        caption->setTextFormat(Qt::PlainText);
        Tones::apply(caption, Tones::Tone::Dim);
        // The sections' texts stand below each other.
        caption->setMinimumWidth(fontMetrics().averageCharWidth() * kCaptionLetters);
        auto *text = new WrappedLabel(fact.text, widget());
        text->setObjectName("fact:"_L1 + fact.id);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        form->addRow(caption, text);
    }
}

void ToolAbout::setTool(const Mcp::Tool &tool)
{
    m_description->setText(tool.description());
    fill(m_facts, toolFacts(tool));
    fill(m_claims, toolClaims(tool));
    m_icons->setIcons(tool.raw().value("icons"));
}

} // namespace McpUi
