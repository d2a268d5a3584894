// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/noticebar.h"

#include "forms/wrappedlabel.h"

#include <QtCore/qcoreevent.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qtoolbutton.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

using Tones::Tone;

NoticeBar::NoticeBar(QWidget *parent)
    : QFrame(parent)
    , m_label(new WrappedLabel(this))
    , m_button(new QToolButton(this))
{
    setAutoFillBackground(true);
    m_label->setObjectName(u"noticeText"_s);
    m_button->setObjectName(u"noticeButton"_s);
    m_button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    connect(m_button, &QToolButton::clicked, this, &NoticeBar::triggered);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 6, 4);
    layout->addWidget(m_label, 1);
    layout->addWidget(m_button, 0, Qt::AlignTop);
    hide();
}

void NoticeBar::setNotice(Tone tone, const QString &text, const QString &button)
{
    if (tone == m_tone && text == m_label->text() && button == m_button->text())
        return; // asked for many times a second where logs grow
    m_tone = tone;
    m_label->setText(text);
    m_button->setText(button);
    m_button->setAccessibleName(button);
    m_button->setVisible(!button.isEmpty());
    applyTone();
    setVisible(!text.isEmpty());
}

QString NoticeBar::text() const { return m_label->text(); }

void NoticeBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyTone();
}

void NoticeBar::applyTone()
{
    QPalette colors;
    colors.setColor(QPalette::Window, Tones::background(m_tone, QApplication::palette()));
    setPalette(colors);
}

} // namespace McpUi
