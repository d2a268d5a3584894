// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/blockpager.h"

#include "forms/tones.h"
#include "models/format.h"
#include "views/icons.h"

#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qspinbox.h>
#include <QtWidgets/qtoolbutton.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

QToolButton *makeButton(const QString &name, const QString &iconName, const QString &description,
                        QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setIcon(icon(iconName));
    button->setToolTip(description);
    button->setAccessibleName(description);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

BlockPager::BlockPager(QWidget *parent)
    : QWidget(parent)
    , m_place(new QLabel(this))
    , m_previous(makeButton(u"previousBlocks"_s, u"previous"_s, u"Previous page of blocks"_s, this))
    , m_next(makeButton(u"nextBlocks"_s, u"next"_s, u"Next page of blocks"_s, this))
    , m_number(new QSpinBox(this))
{
    setObjectName(u"blockPager"_s);
    m_place->setObjectName(u"blockPlace"_s);
    Tones::apply(m_place, Tones::Tone::Dim);
    m_number->setObjectName(u"blockNumber"_s);
    m_number->setAccessibleName(u"Number of the block to go to"_s);
    m_number->setButtonSymbols(QSpinBox::NoButtons);
    m_number->setKeyboardTracking(false);
    auto *label = new QLabel(u"&Go to block"_s, this);
    label->setBuddy(m_number);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 4, 2);
    layout->setSpacing(6);
    layout->addWidget(m_place, 1);
    layout->addWidget(label);
    layout->addWidget(m_number);
    layout->addWidget(m_previous);
    layout->addWidget(m_next);
    connect(m_previous, &QToolButton::clicked, this, &BlockPager::previousRequested);
    connect(m_next, &QToolButton::clicked, this, &BlockPager::nextRequested);
    connect(m_number, &QSpinBox::valueChanged, this,
            [this](int number) { emit blockRequested(number - 1); });
    hide();
}

void BlockPager::setPlace(qsizetype first, qsizetype count, qsizetype total)
{
    setVisible(total > count);
    m_place->setText(u"Blocks %1 to %2 of %3"_s.arg(
            formatNumber(first + 1), formatNumber(first + count), formatNumber(total)));
    m_previous->setEnabled(first > 0);
    m_next->setEnabled(first + count < total);
    const QSignalBlocker blocker(m_number);
    m_number->setRange(1, int(qMin<qsizetype>(total, INT_MAX)));
    if (m_number->value() <= first || m_number->value() > first + count)
        m_number->setValue(int(first) + 1);
}

} // namespace McpUi
