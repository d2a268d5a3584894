// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/fieldheading.h"

#include <QtCore/qcoreevent.h>
#include <QtWidgets/qboxlayout.h>

namespace McpUi {

namespace {
constexpr int kGap = 6;
} // namespace

FieldHeading::FieldHeading(QWidget *parent)
    : QWidget(parent)
    , m_names(new QHBoxLayout)
    , m_facts(new QHBoxLayout)
    , m_words(new QBoxLayout(QBoxLayout::LeftToRight))
{
    m_names->setSpacing(kGap);
    m_facts->setSpacing(kGap);
    auto *names = new QHBoxLayout; // in a line of their own they are at its beginning
    names->addLayout(m_names);
    names->addStretch(1);
    m_words->addLayout(names);
    m_words->addLayout(m_facts, 1);
    m_words->setSpacing(kGap);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    layout->addLayout(m_words, 1);
}

void FieldHeading::setButton(QWidget *button)
{
    m_button = button;
    static_cast<QBoxLayout *>(layout())->addWidget(button, 0, Qt::AlignTop);
}

int FieldHeading::wantedWidth() const
{
    int width = m_names->sizeHint().width() + (m_button ? kGap + m_button->sizeHint().width() : 0);
    for (int i = 0; i < m_facts->count(); ++i) {
        if (const QWidget *const fact = m_facts->itemAt(i)->widget())
            width += kGap + fact->sizeHint().width();
    }
    return width;
}

void FieldHeading::arrange()
{
    const bool fits = wantedWidth() <= width();
    m_words->setDirection(fits ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_words->setSpacing(fits ? kGap : 0);
}

bool FieldHeading::event(QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        arrange();
    return QWidget::event(event);
}

} // namespace McpUi
