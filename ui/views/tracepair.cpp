// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/tracepair.h"

#include "forms/tones.h"
#include "forms/wrappedlabel.h"
#include "models/format.h"
#include "views/payloadview.h"

#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qsplitter.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

using Kind = Mcp::TraceEntry::Kind;

namespace {

QString kindWords(Mcp::Message::Kind kind)
{
    using MessageKind = Mcp::Message::Kind;
    switch (kind) {
    case MessageKind::Request:
        return TracePair::tr("request");
    case MessageKind::Notification:
        return TracePair::tr("notification");
    case MessageKind::Response:
        return TracePair::tr("answer");
    case MessageKind::ErrorResponse:
        return TracePair::tr("error");
    case MessageKind::Batch:
        return TracePair::tr("batch");
    case MessageKind::Invalid:
        break;
    }
    return TracePair::tr("invalid message");
}

} // namespace

TracePair::TracePair(QWidget *parent)
    : QWidget(parent)
    , m_rule(new WrappedLabel(this))
    , m_first(new PayloadView(u"messagesFirst"_s, this))
    , m_second(new PayloadView(u"messagesSecond"_s, this))
{
    m_rule->setObjectName(u"messagesRule"_s);
    m_rule->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_rule->setContentsMargins(4, 2, 4, 2);
    Tones::apply(m_rule, Tones::Tone::Warning);
    m_rule->hide();
    m_second->hide();
    auto *pair = new QSplitter(Qt::Horizontal, this);
    pair->setObjectName(u"messagesPair"_s);
    pair->setChildrenCollapsible(false);
    pair->addWidget(m_first);
    pair->addWidget(m_second);
    pair->setSizes({ 300, 300 });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    layout->addWidget(m_rule);
    layout->addWidget(pair, 1);
}

void TracePair::clear()
{
    explain(nullptr);
    m_first->clear();
    m_second->clear();
    m_second->hide();
}

void TracePair::setEntry(const TraceModel &model, quint64 serial)
{
    const Mcp::TraceEntry *entry = model.entry(serial);
    if (!entry)
        return;
    const Mcp::TraceLog *const log = model.sourceOf(serial).log;
    const bool isRemark = entry->kind == Kind::Violation && entry->bytes.isEmpty();
    explain(isRemark || entry->rule != Mcp::Rule::None ? entry : model.violationOf(serial));
    // What is said about a message is shown with the message.
    if (const Mcp::TraceEntry *const subject = isRemark ? log->find(entry->pair) : nullptr)
        entry = subject;
    const Mcp::TraceEntry *const other = log->find(entry->pair);
    // The one that came first is the question.
    const bool swapped = other && other->serial < entry->serial;
    showEntry(m_first, swapped ? *other : *entry);
    m_second->setVisible(other);
    if (other)
        showEntry(m_second, swapped ? *entry : *other);
}

void TracePair::explain(const Mcp::TraceEntry *violation)
{
    m_rule->setVisible(violation);
    if (!violation)
        return;
    const Mcp::RuleText rule = Mcp::RuleText::of(violation->rule);
    QString text = violation->note;
    if (!rule.title.isEmpty()) {
        const bool isSaid = violation->note.compare(rule.title, Qt::CaseInsensitive) == 0;
        text = isSaid || violation->note.isEmpty() ? rule.title
                                                   : rule.title + u": "_s + violation->note;
        text = tr("Breaks a rule. %1. %2 (%3)")
                       .arg(text.endsWith(u'.') ? text.chopped(1) : text, rule.demand,
                            rule.reference());
    }
    m_rule->setText(displayText(text.left(2000)));
}

void TracePair::showEntry(PayloadView *view, const Mcp::TraceEntry &entry)
{
    if (entry.kind == Kind::Event)
        return view->setText(tr("A step of ours at %1").arg(formatTime(entry.time)), entry.note);
    QString title =
            entry.direction == Mcp::TraceEntry::Direction::Sent ? tr("→ sent") : tr("← received");
    if (entry.kind == Kind::Message)
        title += u' ' + kindWords(entry.message.kind());
    if (!entry.method.isEmpty())
        title += u' ' + displayLine(entry.method, 100);
    if (!entry.message.id().isAbsent())
        title += u" #"_s + displayLine(entry.message.id().toString(), 60);
    title += u" · "_s + formatSize(entry.size);
    if (entry.message.isResponse() && entry.durationUs >= 0)
        title += u" · "_s + formatDuration(entry.durationUs);
    QStringList notes;
    if (!entry.note.isEmpty())
        notes += entry.note;
    if (entry.truncated)
        notes += tr("too large for the log: first 64 KiB");
    view->setPayload(title, entry.payload(), notes.join(u", "_s));
}

} // namespace McpUi
