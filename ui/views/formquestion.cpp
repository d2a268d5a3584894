// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/formquestion.h"

#include "forms/argumenteditor.h"
#include "forms/argumentform.h"
#include "protocol/elicitation.h"
#include "schema/schemadefaults.h"
#include "json/jsontext.h"
#include "json/jsonwriter.h"

#include <QtWidgets/qpushbutton.h>

using namespace Qt::Literals::StringLiterals;
using Mcp::Elicitation;
using Mcp::RawJson;

namespace McpUi {

namespace {

constexpr qsizetype kMaxMessage = 1'000'000; ///< characters; "As received" has all of it
constexpr qsizetype kMaxDefaults = 2000;     ///< members; nobody reviews more

/// Every default of the author, of optional members too (2025-11-25, client/elicitation).
RawJson defaults(const Mcp::SchemaParser &parser)
{
    const RawJson required = Mcp::SchemaDefaults::initialArguments(parser);
    Mcp::JsonObjectWriter writer;
    qsizetype looked = 0;
    for (const Mcp::SchemaProperty &property : parser.root().properties) {
        if (++looked > kMaxDefaults)
            break;
        const RawJson settled = required.value(QStringView(property.name));
        writer.add(property.name,
                   settled.isAbsent() ? parser.parse(property.schema).defaultValue : settled);
    }
    return writer.toRawJson();
}

} // namespace

FormQuestion::FormQuestion(Mcp::Orchestrator *orchestrator, Mcp::InputRequest *request,
                           QWidget *parent)
    : QuestionView(orchestrator, request, parent)
    , m_answer(new ArgumentEditor(this))
{
    const Elicitation elicitation(request->params());
    setTitle(tr("asks you to fill in a form"));
    setMessage(elicitation.message(kMaxMessage));
    setProblems(elicitation.problems());
    m_answer->setObjectName(u"answer"_s);
    m_answer->setTitle(tr("Your answer"));
    m_answer->form()->setWords({ tr("There is nothing to fill in: only to accept or not."),
                                 {},
                                 tr("The server does not say what it wants to know. What you write "
                                    "here is sent as it is."),
                                 tr("Answer") });
    const RawJson schema = elicitation.requestedSchema();
    m_answer->setSchema(schema.isObject() ? schema : RawJson());
    m_answer->setArguments(defaults(m_answer->form()->parser()));
    setBody(m_answer);
    addButtons();
    connect(m_answer, &ArgumentEditor::problemsChanged, this, &FormQuestion::updateAccept);
    updateAccept();
}

void FormQuestion::addButtons()
{
    m_accept = addButton(u"questionAccept"_s, tr("&Accept"),
                         tr("Send what is filled in (Ctrl+Return)"));
    m_accept->setDefault(true);
    connect(m_accept, &QPushButton::clicked, this, &FormQuestion::submit);
    auto *decline = addButton(u"questionDecline"_s, tr("&Decline"),
                              tr("Answer with an explicit no; nothing of the form is sent"));
    connect(decline, &QPushButton::clicked, this, [this] {
        if (request())
            request()->answer(Elicitation::declined());
    });
    auto *cancel = addButton(u"questionCancel"_s, tr("Cancel"),
                             tr("Answer neither yes nor no (Escape); nothing of the form is sent"));
    connect(cancel, &QPushButton::clicked, this, &FormQuestion::cancel);
}

void FormQuestion::focusInput() { m_answer->focusInput(); }

void FormQuestion::submit()
{
    if (!request())
        return;
    const bool broken = m_answer->isBroken();
    if (broken || (!m_anyway && !m_answer->problems().isEmpty())) {
        m_anyway = !broken;
        m_answer->showProblems();
        return updateAccept();
    }
    // Line breaks between values are the user's layout; a line-framed message must not have them.
    const RawJson content = RawJson::fromText(Mcp::JsonText::compact(m_answer->arguments().view()));
    request()->answer(Elicitation::accepted(content));
}

QByteArray FormQuestion::filledIn() const
{
    return m_answer->isBroken() ? m_answer->text() : m_answer->arguments().toByteArray();
}

void FormQuestion::cancel()
{
    if (request())
        request()->answer(Elicitation::cancelled());
}

void FormQuestion::updateAccept()
{
    m_anyway = m_anyway && !m_answer->isBroken() && !m_answer->problems().isEmpty();
    m_accept->setText(m_anyway ? tr("&Accept anyway") : tr("&Accept"));
    m_accept->setAccessibleName(m_accept->text().remove(u'&'));
}

} // namespace McpUi
