// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/subjectabout.h"

#include "forms/tones.h"
#include "forms/wrappedlabel.h"
#include "models/subjectwords.h"
#include "views/descriptionview.h"
#include "views/toolicons.h"

#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qformlayout.h>

namespace McpUi {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kCaptionLetters = 13;

} // namespace

SubjectAbout::SubjectAbout(QWidget *parent)
    : QScrollArea(parent)
{
    setObjectName(u"toolAbout"_s);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(2, 8, 8, 8);
    layout->setSpacing(14);
    setWidget(content);
    m_description = new DescriptionView(content);
    layout->addWidget(m_description);
    m_facts = addSection(u"facts"_s, tr("Definition"), {});
    m_claims = addSection(u"claims"_s, tr("What the server claims"),
                          tr("Nothing checks these hints, and nothing here relies on them."));
    m_icons = new ToolIcons(content);
    layout->addWidget(m_icons);
    layout->addStretch(1);
}

QFormLayout *SubjectAbout::addSection(const QString &name, const QString &title,
                                      const QString &note)
{
    auto *part = new QWidget(widget());
    part->setObjectName(name);
    auto *heading = new QLabel(title, part);
    QFont bold = heading->font();
    bold.setBold(true);
    heading->setFont(bold);
    auto *section = new QVBoxLayout(part);
    section->setContentsMargins(0, 0, 0, 0);
    section->setSpacing(4);
    section->addWidget(heading);
    if (!note.isEmpty()) {
        auto *words = new WrappedLabel(note, part);
        Tones::apply(words, Tones::Tone::Dim);
        section->addWidget(words);
    }
    auto *form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    form->setHorizontalSpacing(14);
    form->setVerticalSpacing(4);
    section->addLayout(form);
    widget()->layout()->addWidget(part);
    return form;
}

void SubjectAbout::fill(QFormLayout *form, const QList<ToolFact> &facts)
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
    form->parentWidget()->setVisible(!facts.isEmpty());
}

void SubjectAbout::setInfo(const SubjectInfo &info)
{
    setAccessibleName(SubjectWords::of(info.subject.kind).about);
    m_description->setText(info.description);
    fill(m_facts, info.facts);
    fill(m_claims, info.claims);
    m_icons->setIcons(info.icons);
}

} // namespace McpUi
