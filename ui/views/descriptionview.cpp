// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/descriptionview.h"

#include "forms/modebutton.h"
#include "forms/tones.h"
#include "forms/wrappedlabel.h"
#include "models/format.h"
#include "views/markdowntext.h"
#include "views/textpane.h"

#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qbuttongroup.h>

namespace McpUi {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMaxLines = 200;

} // namespace

DescriptionView::DescriptionView(QWidget *parent)
    : QWidget(parent)
    , m_plainButton(new ModeButton(tr("Plain text"), this))
    , m_markdownButton(new ModeButton(tr("Markdown"), this))
    , m_note(new WrappedLabel(this))
    , m_plain(new TextPane(u"toolDescriptionPlain"_s, tr("Description"), this))
    , m_markdown(new MarkdownText(this))
{
    m_plainButton->setObjectName(u"descriptionPlain"_s);
    m_plainButton->setAccessibleName(tr("Show the description as plain text"));
    m_markdownButton->setObjectName(u"descriptionMarkdown"_s);
    m_markdownButton->setAccessibleName(tr("Show the description as Markdown"));
    m_markdownButton->setToolTip(tr(
            "Show the description as Markdown. Nothing in it is loaded; links open on a click."));
    m_note->setObjectName(u"descriptionNote"_s);
    Tones::apply(m_note, Tones::Tone::Dim);
    m_markdown->setObjectName(u"toolDescriptionMarkdown"_s);
    m_markdown->setAccessibleName(tr("Description"));
    m_plain->setMaximumLines(kMaxLines);
    auto *group = new QButtonGroup(this);
    group->addButton(m_plainButton);
    group->addButton(m_markdownButton);
    m_plainButton->setChecked(true);

    auto *title = new QLabel(tr("Description"), this);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(0);
    bar->addWidget(title);
    bar->addStretch();
    bar->addWidget(m_plainButton);
    bar->addWidget(m_markdownButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(bar);
    layout->addWidget(m_note);
    layout->addWidget(m_plain);
    layout->addWidget(m_markdown);
    for (QToolButton *button : { m_plainButton, m_markdownButton }) {
        connect(button, &QToolButton::clicked, this, [this] {
            showText();
            emit markdownChosen(isMarkdown());
        });
    }
    showText();
}

void DescriptionView::setText(const QString &text)
{
    m_text = displayText(text);
    showText();
}

void DescriptionView::setMarkdown(bool enabled)
{
    (enabled ? m_markdownButton : m_plainButton)->setChecked(true);
    showText();
}

bool DescriptionView::isMarkdown() const { return m_markdownButton->isChecked(); }

void DescriptionView::showText()
{
    const bool possible = MarkdownText::canShow(m_text);
    const bool markdown = isMarkdown() && possible && !m_text.isEmpty();
    m_note->setText(m_text.isEmpty() ? tr("The tool has no description.")
                                     : tr("Too long or too deep to be shown as Markdown."));
    m_note->setVisible(m_text.isEmpty() || (isMarkdown() && !possible));
    m_plain->setVisible(!markdown && !m_text.isEmpty());
    m_markdown->setVisible(markdown);
    if (markdown)
        m_markdown->setSource(m_text);
    else
        m_plain->setText(m_text);
}

} // namespace McpUi
