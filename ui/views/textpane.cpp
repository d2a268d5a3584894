// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/textpane.h"

#include "forms/linkbutton.h"
#include "forms/tones.h"
#include "models/format.h"
#include "views/fittedtextedit.h"

#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlabel.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

TextPane::TextPane(const QString &name, const QString &accessibleName, QWidget *parent)
    : BlockBody(parent)
    , m_edit(new FittedTextEdit(this))
    , m_bar(new QWidget(this))
    , m_position(new QLabel(m_bar))
    , m_previous(new LinkButton(u"Show previous"_s, m_bar))
    , m_next(new LinkButton({}, m_bar))
{
    setObjectName(name);
    m_edit->setObjectName(name + u".text"_s);
    m_edit->setAccessibleName(accessibleName);
    m_next->setObjectName(name + u".more"_s);
    m_previous->setObjectName(name + u".previous"_s);
    m_previous->setAccessibleName(u"Show the previous part of the text"_s);
    m_next->setTone(Tones::Tone::Key);
    m_previous->setTone(Tones::Tone::Key);
    Tones::apply(m_position, Tones::Tone::Dim);

    auto *bar = new QHBoxLayout(m_bar);
    bar->setContentsMargins(4, 2, 4, 2);
    bar->setSpacing(12);
    bar->addWidget(m_next);
    bar->addWidget(m_previous);
    bar->addStretch();
    bar->addWidget(m_position);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_edit);
    layout->addWidget(m_bar);

    connect(m_next, &LinkButton::clicked, this, &TextPane::showNext);
    connect(m_previous, &LinkButton::clicked, this, &TextPane::showPrevious);
}

void TextPane::setParts(const TextParts &parts)
{
    m_parts = parts;
    m_begins = { parts.begin() };
    show(parts.begin());
}

void TextPane::setText(const QString &text) { setParts(TextParts(text.toUtf8())); }

void TextPane::setMaximumLines(int lines) { m_edit->setMaximumLines(lines); }

void TextPane::setFilling(bool filling)
{
    m_edit->setMaximumLines(filling ? 0 : FittedTextEdit::kUsualLines);
}

void TextPane::setFixedFont() { m_edit->setFont(Tones::fixedFont()); }

void TextPane::show(qsizetype position)
{
    const TextParts::Part part = m_parts.partAt(position);
    m_end = part.end;
    m_edit->setExactText(part.text);
    const qsizetype left = m_parts.end() - part.end;
    m_bar->setVisible(left > 0 || m_begins.size() > 1);
    m_next->setVisible(left > 0);
    m_next->setText(u"Show more (%1 left)"_s.arg(formatSize(left)));
    m_next->setAccessibleName(u"Show the next part of the text, %1 left"_s.arg(formatSize(left)));
    m_previous->setVisible(m_begins.size() > 1);
    m_position->setText(u"%1 to %2 of %3"_s.arg(formatSize(part.begin - m_parts.begin()),
                                                formatSize(part.end - m_parts.begin()),
                                                formatSize(m_parts.size())));
}

void TextPane::showNext()
{
    if (m_end >= m_parts.end())
        return;
    m_begins.append(m_end);
    show(m_end);
}

void TextPane::showPrevious()
{
    if (m_begins.size() < 2)
        return;
    m_begins.removeLast();
    show(m_begins.constLast());
}

} // namespace McpUi
