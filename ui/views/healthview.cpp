// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/healthview.h"

#include "forms/linkbutton.h"
#include "forms/tones.h"
#include "forms/wrappedlabel.h"
#include "models/format.h"

#include <QtWidgets/qboxlayout.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

using Tones::Tone;

namespace {

constexpr int refreshMs = 200; ///< a flood is not worth more

QString titleOf(const Mcp::ViolationLog::Item &item)
{
    const QString count = formatNumber(qint64(item.count)) + u" × "_s;
    return count + Mcp::RuleText::of(item.rule).title;
}

QString factsOf(const Mcp::ViolationLog::Item &item)
{
    const Mcp::RuleText rule = Mcp::RuleText::of(item.rule);
    QStringList lines;
    if (item.note.compare(rule.title, Qt::CaseInsensitive) != 0)
        lines += displayLine(item.note, 300);
    const QString when =
            item.count == 1
                    ? formatTime(item.first)
                    : HealthView::tr("%1 to %2").arg(formatTime(item.first), formatTime(item.last));
    lines += rule.reference() + u" · "_s + when;
    return lines.join(u'\n');
}

QString toolTipOf(const Mcp::ViolationLog::Item &item)
{
    const QString where = item.lastEntry > 0 ? HealthView::tr("Show the last one in Messages.")
                                             : HealthView::tr("The trace has no entry of it.");
    return formatToolTip(Mcp::RuleText::of(item.rule).demand + u"\n\n"_s + where);
}

} // namespace

HealthView::HealthView(QWidget *parent)
    : QWidget(parent)
    , m_summary(new WrappedLabel(this))
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(u"healthView"_s);
    setAccessibleName(tr("Health of the server"));
    m_summary->setObjectName(u"healthSummary"_s);
    m_layout->setContentsMargins({});
    m_layout->setSpacing(2);
    m_layout->addWidget(m_summary);
    m_timer.setSingleShot(true);
    m_timer.setInterval(refreshMs);
    connect(&m_timer, &QTimer::timeout, this, &HealthView::refresh);
}

void HealthView::setLog(const Mcp::ViolationLog *log)
{
    if (m_log)
        disconnect(m_log, nullptr, this, nullptr);
    m_log = log;
    if (m_log)
        connect(m_log, &Mcp::ViolationLog::changed, this, [this] {
            if (!m_timer.isActive())
                m_timer.start();
        });
    refresh();
}

void HealthView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

/// Rows are used again, so that the focus stays where it is while counts go up.
HealthView::Row &HealthView::row(qsizetype index)
{
    while (m_rows.size() <= index) {
        Row made;
        made.title = new LinkButton({}, this);
        made.title->setObjectName(u"healthItem%1"_s.arg(m_rows.size()));
        made.title->setTone(Tone::Warning);
        made.facts = new WrappedLabel(this);
        made.facts->setObjectName(u"healthFacts%1"_s.arg(m_rows.size()));
        made.facts->setContentsMargins(14, 0, 0, 4);
        made.facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
        Tones::apply(made.facts, Tone::Dim);
        m_layout->addWidget(made.title);
        m_layout->addWidget(made.facts);
        const qsizetype place = m_rows.size();
        connect(made.title, &QAbstractButton::clicked, this, [this, place] {
            if (m_rows[place].entry > 0)
                emit entryRequested(m_rows[place].entry);
        });
        m_rows.append(made);
    }
    return m_rows[index];
}

void HealthView::refresh()
{
    if (!isVisible())
        return; // brought up to date when it is looked at
    const QList<Mcp::ViolationLog::Item> items =
            m_log ? m_log->items() : QList<Mcp::ViolationLog::Item>();
    for (qsizetype i = 0; i < items.size(); ++i) {
        Row &shown = row(i);
        shown.entry = items[i].lastEntry;
        shown.title->setText(titleOf(items[i]));
        shown.title->setToolTip(toolTipOf(items[i]));
        shown.title->setAccessibleName(shown.title->text());
        shown.facts->setText(factsOf(items[i]));
    }
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        m_rows[i].title->setVisible(i < items.size());
        m_rows[i].facts->setVisible(i < items.size());
    }
    Tones::apply(m_summary, items.isEmpty() ? Tone::Success : Tone::Warning);
    if (!m_log)
        m_summary->clear();
    else if (items.isEmpty())
        m_summary->setText(tr("No violations of the specification seen since %1.")
                                   .arg(formatTime(m_log->since())));
    else
        m_summary->setText(
                tr("%1 of the specification seen since %2.")
                        .arg(formatCount(qint64(m_log->total()), tr("violation"), tr("violations")),
                             formatTime(m_log->since())));
}

} // namespace McpUi
