// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/warningstrip.h"

#include "forms/tones.h"
#include "forms/wrappedlabel.h"
#include "models/format.h"
#include "models/jsoncell.h"

#include <QtGui/qpainter.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlabel.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

constexpr qsizetype kShown = 5;
constexpr qsizetype kMaxChars = 500;

} // namespace

WarningStrip::WarningStrip(QWidget *parent)
    : QFrame(parent)
    , m_label(new WrappedLabel(this))
{
    setObjectName(u"resultWarnings"_s);
    m_label->setObjectName(u"resultWarningText"_s);
    m_label->setAccessibleName(u"Warnings about the answer"_s);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    Tones::apply(m_label, Tones::Tone::Warning);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->addWidget(m_label);
    hide();
}

void WarningStrip::setWarnings(const QStringList &sentences, qsizetype total)
{
    QStringList lines;
    for (const QString &sentence : sentences.mid(0, kShown))
        lines.append(u"⚠ "_s + JsonCell::line(sentence, kMaxChars));
    const qsizetype more = qMax(total, sentences.size()) - lines.size();
    if (more > 0)
        lines.append(u"… and %1"_s.arg(formatCount(more, u"more warning"_s, u"more warnings"_s)));
    m_label->setText(lines.join(u'\n'));
    setVisible(!lines.isEmpty());
}

void WarningStrip::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Tones::background(Tones::Tone::Warning, palette()));
}

} // namespace McpUi
