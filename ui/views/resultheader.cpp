// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/resultheader.h"

#include "forms/elidinglabel.h"
#include "forms/tones.h"
#include "models/format.h"
#include "views/comparemenu.h"
#include "views/icons.h"
#include "views/outcomewords.h"

#include <QtCore/qcoreevent.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlabel.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {
constexpr int kShownFacts = 22; ///< characters, "1,234.5 ms · 1,023 KiB"
constexpr int kGap = 10;        ///< pixels between outcome and facts
} // namespace

ResultHeader::ResultHeader(QWidget *parent)
    : QWidget(parent)
    , m_outcome(new QLabel(this))
    , m_facts(new ElidingLabel({}, this))
    , m_compare(new CompareMenu(this))
    , m_copyText(new CompactButton(this)) // in the order that Tab goes
    , m_copy(new CompactButton(this))
    , m_save(new CompactButton(this))
{
    m_outcome->setObjectName(u"resultOutcome"_s);
    m_outcome->setTextFormat(Qt::PlainText);
    QFont bold = m_outcome->font();
    bold.setWeight(QFont::DemiBold);
    m_outcome->setFont(bold);
    m_facts->setObjectName(u"resultFacts"_s);
    Tones::apply(m_facts, Tones::Tone::Dim);

    m_copy->setObjectName(u"copyResult"_s);
    m_copy->setText(u"Copy"_s);
    m_copy->setAccessibleName(u"Copy the whole result as received"_s);
    m_copyText->setObjectName(u"copyResultText"_s);
    m_copyText->setText(u"Copy text"_s);
    m_copyText->setAccessibleName(u"Copy the texts of the result without the JSON around them"_s);
    m_copyText->hide();
    m_save->setObjectName(u"saveResult"_s);
    m_save->setText(u"Save…"_s);
    m_save->setAccessibleName(u"Save the whole result as received to a file"_s);
    for (CompactButton *button : { m_copyText, m_copy, m_save })
        button->setToolTip(button->accessibleName());
    m_compare->setIcon(icon(u"compare"_s));
    m_copyText->setIcon(icon(u"copytext"_s));
    m_copy->setIcon(icon(u"copy"_s));
    m_save->setIcon(icon(u"save"_s));
    connect(m_copy, &CompactButton::clicked, this, &ResultHeader::copyRequested);
    connect(m_copyText, &CompactButton::clicked, this, &ResultHeader::copyTextRequested);
    connect(m_save, &CompactButton::clicked, this, &ResultHeader::saveRequested);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 2, 4, 2);
    layout->setSpacing(2);
    layout->addWidget(m_outcome);
    layout->addSpacing(kGap - 2 * layout->spacing());
    layout->addWidget(m_facts, 1);
    layout->addWidget(m_compare);
    layout->addWidget(m_copyText);
    layout->addWidget(m_copy);
    layout->addWidget(m_save);
}

void ResultHeader::setOutcome(const OutcomeWords &words, qint64 elapsedMs, qint64 size)
{
    m_outcome->setText(u"%1 %2"_s.arg(words.mark, words.title).trimmed());
    m_outcome->setToolTip(words.explanation);
    Tones::apply(m_outcome, words.tone);
    QStringList facts{ formatDuration(elapsedMs * 1000) };
    if (size >= 0)
        facts.append(formatSize(size));
    m_factsText = facts.join(u" · "_s);
    m_facts->setText(m_factsText);
    arrange();
    m_compare->setEnabled(true);
    m_copy->setEnabled(true);
    m_copyText->setEnabled(true);
    m_save->setEnabled(true);
}

void ResultHeader::setText(const QString &text)
{
    m_outcome->setText(text);
    m_outcome->setToolTip({});
    Tones::apply(m_outcome, Tones::Tone::Dim);
    m_factsText.clear();
    m_facts->clear();
    arrange();
    m_compare->setEnabled(false);
    m_copy->setEnabled(false);
    m_copyText->setEnabled(false);
    m_save->setEnabled(false);
}

void ResultHeader::setTextOffered(bool offered)
{
    m_copyText->setVisible(offered);
    m_copy->setText(offered ? u"Copy JSON"_s : u"Copy"_s);
    m_copy->setIcon(icon(offered ? u"copyjson"_s : u"copy"_s));
    arrange();
}

QList<CompactButton *> ResultHeader::shownButtons() const
{
    QList<CompactButton *> buttons{ m_compare, m_copyText, m_copy, m_save };
    if (m_copyText->isHidden())
        buttons.removeOne(m_copyText);
    return buttons;
}

int ResultHeader::widthWith(int facts, bool compact) const
{
    const QMargins margins = layout()->contentsMargins();
    int width = margins.left() + m_outcome->sizeHint().width() + kGap + facts + margins.right();
    for (const CompactButton *button : shownButtons())
        width += layout()->spacing() + button->widthOf(compact);
    return width;
}

/// The words go before the facts do.
void ResultHeader::arrange()
{
    const int facts =
            qMin(m_facts->sizeHint().width(), fontMetrics().averageCharWidth() * kShownFacts);
    const bool compact = widthWith(facts, false) > width();
    for (CompactButton *button : shownButtons())
        button->setCompact(compact);
}

QSize ResultHeader::minimumSizeHint() const
{
    return { widthWith(m_facts->minimumSizeHint().width(), true),
             layout()->minimumSize().height() };
}

void ResultHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ResultHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        arrange();
}

void ResultHeader::setRemark(const QString &remark)
{
    m_facts->setText(m_factsText.isEmpty() ? remark : m_factsText + u" · "_s + remark);
}

} // namespace McpUi
