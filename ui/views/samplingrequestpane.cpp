// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/samplingrequestpane.h"

#include "forms/elidinglabel.h"
#include "forms/jsonpane.h"
#include "forms/modebutton.h"
#include "forms/tones.h"
#include "forms/wrappedlabel.h"
#include "views/samplingmessages.h"
#include "json/jsontext.h"

#include <QtGui/qclipboard.h>
#include <QtGui/qguiapplication.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qstackedwidget.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

SamplingRequestPane::SamplingRequestPane(QWidget *parent)
    : QWidget(parent)
    , m_messages(new SamplingMessages(this))
    , m_json(new JsonPane(this))
    , m_stack(new QStackedWidget(this))
    , m_readButton(modeButton(tr("Read"), u"samplingRead"_s))
    , m_jsonButton(modeButton(tr("JSON"), u"samplingJson"_s))
    , m_problem(new WrappedLabel(this))
{
    setObjectName(u"samplingRequest"_s);
    auto *title = new ElidingLabel(tr("The request"), this);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    auto *copy = new QToolButton(this);
    copy->setObjectName(u"samplingCopy"_s);
    copy->setText(tr("Copy"));
    copy->setAccessibleName(tr("Copy the request as JSON"));
    copy->setToolTip(tr("Copy the request as JSON, to ask a model elsewhere"));
    copy->setAutoRaise(true);
    m_problem->setObjectName(u"samplingRequestProblem"_s);
    Tones::apply(m_problem, Tones::Tone::Error);
    m_problem->hide();

    auto *head = new QHBoxLayout;
    head->setSpacing(0);
    head->addWidget(title);
    head->addStretch(1);
    head->addWidget(copy);
    head->addSpacing(4);
    head->addWidget(m_readButton);
    head->addWidget(m_jsonButton);
    m_stack->addWidget(m_messages);
    m_stack->addWidget(m_json);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 4, 0);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(m_json->tools(), 0, Qt::AlignRight);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_problem);
    connect(copy, &QToolButton::clicked, this, &SamplingRequestPane::copy);
    connect(m_json, &JsonPane::edited, this, [this] {
        m_edited = true;
        m_problem->hide();
    });
    showJson(false);
}

QToolButton *SamplingRequestPane::modeButton(const QString &text, const QString &name)
{
    auto *button = new ModeButton(text, this);
    button->setObjectName(name);
    button->setAccessibleName(tr("The request as %1").arg(text));
    connect(button, &QToolButton::clicked, this,
            [this, button] { showJson(button == m_jsonButton); });
    return button;
}

void SamplingRequestPane::setRequest(const Mcp::RawJson &params)
{
    m_received = params;
    m_edited = false;
    m_messages->setRequest(params);
    showJson(false);
}

Mcp::RawJson SamplingRequestPane::request() const
{
    if (!m_edited)
        return m_received;
    const QByteArray text = m_json->text();
    return Mcp::JsonText::check(text) ? Mcp::RawJson()
                                      : Mcp::RawJson::fromText(Mcp::JsonText::compact(text));
}

QByteArray SamplingRequestPane::written() const
{
    return m_edited ? m_json->text() : m_received.toByteArray();
}

void SamplingRequestPane::showJson(bool json)
{
    if (json && !m_edited) {
        m_json->setText(Mcp::JsonText::pretty(m_received.view()));
        m_edited = false; // that was not the user
    } else if (!json && m_edited) {
        const Mcp::RawJson edited = request();
        if (edited.isAbsent()) {
            m_problem->setText(tr("This is not JSON yet, so it cannot be read as a request."));
            m_problem->show();
            m_jsonButton->setChecked(true);
            return;
        }
        m_messages->setRequest(edited);
    }
    m_problem->hide();
    m_stack->setCurrentIndex(json ? 1 : 0);
    m_json->tools()->setVisible(json);
    m_readButton->setChecked(!json);
    m_jsonButton->setChecked(json);
    if (json && isVisible())
        m_json->focusEdit();
}

void SamplingRequestPane::copy()
{
    const QByteArray text = m_edited ? m_json->text() : Mcp::JsonText::pretty(m_received.view());
    QGuiApplication::clipboard()->setText(QString::fromUtf8(text));
    emit told(tr("The request was copied."));
}

} // namespace McpUi
