// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/jsonstatus.h"

#include "forms/linkbutton.h"
#include "forms/wrappedlabel.h"

#include <QtWidgets/qboxlayout.h>

namespace McpUi {

using namespace Qt::Literals::StringLiterals;

JsonStatus::JsonStatus(QWidget *parent)
    : QWidget(parent)
    , m_place(new LinkButton({}, this))
    , m_text(new WrappedLabel(this))
    , m_next(new LinkButton(tr("Next"), this))
{
    m_blankNote = tr("Nothing written: {} is sent.");
    m_place->setObjectName(u"jsonProblemPlace"_s);
    m_place->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_text->setObjectName(u"jsonProblem"_s);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setMargin(2); // as the links have
    m_next->setObjectName(u"jsonProblemNext"_s);
    m_next->setToolTip(tr("Go to the next problem (F8)"));
    m_next->setAccessibleName(m_next->toolTip());
    m_next->setTone(Tones::Tone::Key);
    m_next->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_place, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_next, 0, Qt::AlignTop);
    connect(m_place, &LinkButton::clicked, this, &JsonStatus::jumpRequested);
    connect(m_next, &LinkButton::clicked, this, &JsonStatus::nextRequested);
}

void JsonStatus::setReview(const JsonReview &review, int current)
{
    const bool bad = !review.marks.isEmpty();
    m_place->setVisible(bad);
    m_next->setVisible(review.marks.size() > 1);
    if (!bad) {
        Tones::apply(m_text, Tones::Tone::Dim);
        m_text->setText(review.isBlank     ? m_blankNote
                        : review.hasSchema ? tr("✓ valid JSON that fits the schema")
                                           : tr("✓ valid JSON"));
        return;
    }
    const JsonMark &mark = review.marks.at(qBound(0, current, int(review.marks.size()) - 1));
    const bool syntax = mark.kind == JsonMark::Kind::Syntax;
    const Tones::Tone tone = syntax ? Tones::Tone::Error : Tones::Tone::Warning;
    m_place->setTone(tone);
    Tones::apply(m_text, tone);
    m_place->setText(tr("%1 Line %2, column %3")
                             .arg(syntax ? u"✗"_s : u"⚠"_s)
                             .arg(mark.line)
                             .arg(mark.column));
    m_place->setAccessibleName(tr("Go to the problem in line %1, column %2: %3")
                                       .arg(mark.line)
                                       .arg(mark.column)
                                       .arg(mark.message));
    m_place->setToolTip(tr("Go there"));
    m_place->updateGeometry();
    m_text->setText(review.marks.size() > 1 ? tr("%1 (%2 of %3)")
                                                      .arg(mark.message)
                                                      .arg(current + 1)
                                                      .arg(review.marks.size())
                                            : mark.message);
}

void JsonStatus::setWaiting()
{
    Tones::apply(m_text, Tones::Tone::Dim);
    m_place->hide();
    m_next->hide();
    m_text->setText(tr("Checking…"));
}

} // namespace McpUi
