// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/visitquestion.h"

#include "forms/tones.h"
#include "forms/wrappedlabel.h"
#include "models/format.h"
#include "orchestrator/orchestrator.h"
#include "protocol/elicitation.h"
#include "views/addresslabel.h"

#include <QtGui/qclipboard.h>
#include <QtGui/qguiapplication.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qpushbutton.h>

using namespace Qt::Literals::StringLiterals;
using Mcp::Elicitation;

namespace McpUi {

namespace {

constexpr qsizetype kMaxMessage = 1'000'000;

} // namespace

VisitQuestion::VisitQuestion(Mcp::Orchestrator *orchestrator, Mcp::InputRequest *request,
                             QWidget *parent)
    : QuestionView(orchestrator, request, parent)
    , m_facts(AddressFacts::of(Elicitation(request->params()).url()))
{
    const Elicitation elicitation(request->params());
    setTitle(m_facts.host.isEmpty() ? tr("wants you to visit an address")
                                    : tr("wants you to visit %1").arg(m_facts.host));
    setMessage(elicitation.message(kMaxMessage));
    setProblems(elicitation.problems() + m_facts.warnings);
    setScrolledBody(makeBody());
    addButtons();
}

QWidget *VisitQuestion::makeBody()
{
    auto *body = new QWidget(this);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins({});
    layout->setSpacing(6);
    auto *caption = new WrappedLabel(tr("The whole address:"), body);
    Tones::apply(caption, Tones::Tone::Dim);
    layout->addWidget(caption);
    auto *address = new AddressLabel(m_facts, body);
    address->setObjectName(u"visitAddress"_s);
    layout->addWidget(address);
    if (!m_facts.refusal.isEmpty()) {
        auto *refusal = new WrappedLabel(
                tr("✖ This program does not open it. %1 Decline or cancel.").arg(m_facts.refusal),
                body);
        refusal->setObjectName(u"visitRefusal"_s);
        Tones::apply(refusal, Tones::Tone::Error);
        layout->addWidget(refusal);
    } else {
        auto *note = new WrappedLabel(
                tr("Nothing was loaded from there. Your browser opens it when you say so; %1 does "
                   "not see what you enter there, and is told only that you agreed. To accept, "
                   "open or copy it first.")
                        .arg(server()),
                body);
        note->setObjectName(u"visitNote"_s);
        Tones::apply(note, Tones::Tone::Dim);
        layout->addWidget(note);
    }
    auto *open = new QHBoxLayout;
    m_open = new QPushButton(tr("&Open in the browser"), body);
    m_open->setObjectName(u"visitOpen"_s);
    m_open->setEnabled(m_facts.refusal.isEmpty());
    m_copy = new QPushButton(tr("Co&py the address"), body);
    m_copy->setObjectName(u"visitCopy"_s);
    open->addWidget(m_open);
    open->addWidget(m_copy);
    open->addStretch(1);
    layout->addLayout(open);
    layout->addStretch(1);
    connect(m_open, &QPushButton::clicked, this, [this] { emit openRequested(this); });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_facts.text());
        setOpened(m_facts.refusal.isEmpty()); // for those who open it themselves
        emit told(tr("The address was copied."));
    });
    return body;
}

void VisitQuestion::addButtons()
{
    m_accept = addButton(u"questionAccept"_s, tr("&Accept"),
                         tr("Tell the server that you agreed to visit it; first open or copy it"));
    m_accept->setEnabled(false);
    connect(m_accept, &QPushButton::clicked, this, &VisitQuestion::submit);
    auto *decline =
            addButton(u"questionDecline"_s, tr("&Decline"), tr("Answer with an explicit no"));
    connect(decline, &QPushButton::clicked, this, [this] { answer(Elicitation::declined()); });
    m_cancel =
            addButton(u"questionCancel"_s, tr("Cancel"), tr("Answer neither yes nor no (Escape)"));
    connect(m_cancel, &QPushButton::clicked, this, &VisitQuestion::cancel);
}

void VisitQuestion::answer(const Mcp::RawJson &result)
{
    if (request())
        request()->answer(result);
}

void VisitQuestion::focusInput()
{
    (m_open->isEnabled() ? m_open : m_cancel)->setFocus(Qt::ShortcutFocusReason);
}

void VisitQuestion::setOpened(bool opened)
{
    if (!opened)
        return;
    m_accept->setEnabled(true);
    m_accept->setFocus(Qt::OtherFocusReason);
}

void VisitQuestion::submit()
{
    if (m_accept->isEnabled())
        answer(Elicitation::accepted());
}

void VisitQuestion::cancel() { answer(Elicitation::cancelled()); }

} // namespace McpUi
