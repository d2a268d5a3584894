// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/samplinganswerpane.h"

#include "forms/argumenteditor.h"
#include "forms/argumentform.h"
#include "forms/elidinglabel.h"
#include "forms/growingtextedit.h"
#include "forms/jsonpane.h"
#include "forms/modebutton.h"
#include "forms/tones.h"
#include "forms/wrappedlabel.h"
#include "models/format.h"
#include "protocol/sampling.h"
#include "schema/schemadefaults.h"
#include "json/jsontext.h"

#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qcombobox.h>
#include <QtWidgets/qformlayout.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qscrollarea.h>
#include <QtWidgets/qstackedwidget.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using Mcp::RawJson;
using Mcp::SamplingAnswer;

namespace McpUi {

namespace {

constexpr qsizetype kMaxTools = 500; ///< to choose from
constexpr int kMaxName = 80;
constexpr qsizetype kCharactersPerToken = 4; ///< in English, about

} // namespace

SamplingAnswerPane::SamplingAnswerPane(QWidget *parent)
    : QWidget(parent)
    , m_text(new GrowingTextEdit(6, 14, this))
    , m_model(new QLineEdit(u"manual"_s, this))
    , m_reason(new QComboBox(this))
    , m_tool(new QComboBox(this))
    , m_toolCaption(new QLabel(tr("Use a tool"), this))
    , m_input(new ArgumentEditor(this))
    , m_hint(new WrappedLabel(this))
    , m_problem(new WrappedLabel(this))
    , m_json(new JsonPane(this))
    , m_stack(new QStackedWidget(this))
    , m_fieldsButton(modeButton(tr("Fields"), u"samplingAnswerFields"_s))
    , m_jsonButton(modeButton(tr("JSON"), u"samplingAnswerJson"_s))
{
    setObjectName(u"samplingAnswer"_s);
    m_text->setObjectName(u"samplingText"_s);
    m_text->setAccessibleName(tr("The text that the model answers"));
    m_text->setPlaceholderText(tr("What would the model say?"));
    m_model->setObjectName(u"samplingModel"_s);
    m_model->setAccessibleName(tr("Name of the model"));
    m_reason->setObjectName(u"samplingReason"_s);
    m_reason->setAccessibleName(tr("Why the model stopped"));
    m_reason->setEditable(true);
    m_reason->lineEdit()->setAccessibleName(m_reason->accessibleName());
    m_reason->setInsertPolicy(QComboBox::NoInsert);
    m_reason->addItems({ u"endTurn"_s, u"stopSequence"_s, u"maxTokens"_s, u"toolUse"_s });
    m_tool->setObjectName(u"samplingTool"_s);
    m_tool->setAccessibleName(tr("The tool that the model uses"));
    m_tool->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_input->setObjectName(u"samplingInput"_s);
    m_input->setTitle(tr("Input of the tool"));
    m_input->setMinimumHeight(160);
    m_input->hide();
    Tones::apply(m_hint, Tones::Tone::Dim);
    m_hint->setObjectName(u"samplingHint"_s);
    m_problem->setObjectName(u"samplingProblem"_s);
    Tones::apply(m_problem, Tones::Tone::Error);
    m_problem->hide();
    layOut();
    const auto onEdited = [this] {
        m_problem->hide();
        emit edited();
    };
    connect(m_text, &QPlainTextEdit::textChanged, this, &SamplingAnswerPane::updateHint);
    connect(m_text, &QPlainTextEdit::textChanged, this, onEdited);
    connect(m_model, &QLineEdit::textChanged, this, onEdited);
    connect(m_reason, &QComboBox::editTextChanged, this, onEdited);
    connect(m_tool, &QComboBox::activated, this, &SamplingAnswerPane::onToolChosen);
    connect(m_input, &ArgumentEditor::edited, this, onEdited);
    connect(m_json, &JsonPane::edited, this, onEdited);
    addTools();
    showJson(false);
}

void SamplingAnswerPane::layOut()
{
    auto *title = new ElidingLabel(tr("Your answer"), this);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    auto *head = new QHBoxLayout;
    head->setSpacing(0);
    head->addWidget(title);
    head->addStretch(1);
    head->addWidget(m_fieldsButton);
    head->addWidget(m_jsonButton);
    // The buttons below must stay in sight, however large the input of a tool is.
    auto *fields = new QScrollArea(this);
    fields->setWidgetResizable(true);
    fields->setFrameShape(QFrame::NoFrame);
    fields->setFocusPolicy(Qt::NoFocus);
    fields->setWidget(makeFields());
    m_stack->addWidget(fields);
    m_stack->addWidget(m_json);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(m_json->tools(), 0, Qt::AlignRight);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_problem);
}

QWidget *SamplingAnswerPane::makeFields()
{
    auto *fields = new QWidget(this);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Model"), m_model);
    form->addRow(tr("Stop reason"), m_reason);
    form->addRow(m_toolCaption, m_tool);
    auto *layout = new QVBoxLayout(fields);
    layout->setContentsMargins({});
    layout->setSpacing(6);
    layout->addWidget(m_text);
    layout->addWidget(m_hint);
    layout->addLayout(form);
    layout->addWidget(m_input, 1);
    layout->addStretch(0);
    return fields;
}

QToolButton *SamplingAnswerPane::modeButton(const QString &text, const QString &name)
{
    auto *button = new ModeButton(text, this);
    button->setObjectName(name);
    button->setAccessibleName(tr("The answer as %1").arg(text));
    connect(button, &QToolButton::clicked, this, [this, button] {
        if (button == m_jsonButton && m_stack->currentIndex() == 0 && answer().isAbsent()) {
            m_fieldsButton->setChecked(true); // else what is typed there would be lost
            m_jsonButton->setChecked(false);
            return showProblem();
        }
        if (button == m_jsonButton || m_stack->currentIndex() == 0 || showFields())
            return showJson(button == m_jsonButton);
        m_jsonButton->setChecked(true);
        m_problem->setText(tr("Fields cannot show this answer; nothing was changed."));
        m_problem->show();
    });
    return button;
}

void SamplingAnswerPane::setRequest(const RawJson &params)
{
    const Mcp::SamplingRequest request(params);
    m_maxTokens = request.maxTokens();
    m_tools = request.tools();
    if (m_tools.size() > kMaxTools)
        m_tools.resize(kMaxTools);
    addTools();
    updateHint();
}

void SamplingAnswerPane::addTools()
{
    m_tool->clear();
    m_tool->addItem(tr("none"));
    for (const RawJson &tool : std::as_const(m_tools))
        m_tool->addItem(displayLine(tool.value("name").textStart(kMaxName), kMaxName));
    m_tool->setVisible(!m_tools.isEmpty());
    m_toolCaption->setVisible(!m_tools.isEmpty());
    m_input->hide();
}

bool SamplingAnswerPane::usesTool() const { return m_tool->currentIndex() > 0; }

void SamplingAnswerPane::onToolChosen()
{
    m_problem->hide();
    m_input->setVisible(usesTool());
    m_reason->setCurrentText(usesTool() ? u"toolUse"_s : u"endTurn"_s);
    if (usesTool()) {
        m_input->setSchema(m_tools.at(m_tool->currentIndex() - 1).value("inputSchema"));
        m_input->setArguments(Mcp::SchemaDefaults::initialArguments(m_input->form()->parser()));
    }
    emit edited();
}

RawJson SamplingAnswerPane::fieldsAnswer() const
{
    SamplingAnswer answer;
    answer.model = m_model->text();
    answer.stopReason = m_reason->currentText();
    const QString text = m_text->exactText();
    if (!text.isEmpty() || !usesTool())
        answer.content += SamplingAnswer::textBlock(text);
    if (usesTool()) {
        const RawJson tool = m_tools.at(m_tool->currentIndex() - 1);
        const RawJson input =
                RawJson::fromText(Mcp::JsonText::compact(m_input->arguments().view()));
        answer.content +=
                SamplingAnswer::toolUse(u"call-1"_s, tool.value("name").toString(), input);
    }
    return answer.toJson();
}

RawJson SamplingAnswerPane::answer() const
{
    if (m_stack->currentIndex() == 0)
        return usesTool() && m_input->isBroken() ? RawJson() : fieldsAnswer();
    const QByteArray text = m_json->text();
    return Mcp::JsonText::check(text) ? RawJson() : RawJson::fromText(Mcp::JsonText::compact(text));
}

QByteArray SamplingAnswerPane::written() const
{
    if (m_stack->currentIndex() != 0)
        return m_json->text();
    return usesTool() ? fieldsAnswer().toByteArray() + m_input->text()
                      : fieldsAnswer().toByteArray();
}

void SamplingAnswerPane::setAnswer(const RawJson &answer)
{
    if (fillFields(answer))
        return showJson(false);
    m_json->setText(Mcp::JsonText::pretty(answer.view()));
    m_stack->setCurrentIndex(1); // else showJson() would write the fields there
    showJson(true);
}

/// Back from the JSON, if the fields can say what it says.
bool SamplingAnswerPane::showFields()
{
    const RawJson json = answer();
    return !json.isAbsent() && (json == fieldsAnswer() || fillFields(json));
}

/// False, with nothing changed, when there is more in @p answer than a text.
bool SamplingAnswerPane::fillFields(const RawJson &answer)
{
    const RawJson content = answer.value("content");
    const QList<Mcp::RawJsonMember> members = answer.members();
    const bool known = std::all_of(members.begin(), members.end(), [](const auto &member) {
        return member.key == "content"_L1 || member.value.isString();
    });
    if (!known || members.size() > 4 || answer.value("role").toString() != "assistant"_L1
        || content.value("type").toString() != "text"_L1 || content.count() != 2
        || !content.value("text").isString()
        || !m_text->setExactText(content.value("text").toString()))
        return false;
    m_tool->setCurrentIndex(0);
    onToolChosen();
    m_model->setText(answer.value("model").toString());
    m_reason->setCurrentText(answer.value("stopReason").toString());
    return true;
}

QString SamplingAnswerPane::problem() const
{
    if (m_stack->currentIndex() == 1) {
        if (!answer().isObject())
            return tr("The answer is no JSON object.");
        const QString missing = SamplingAnswer::missingMember(answer());
        return missing.isEmpty() ? QString() : tr("The answer has no “%1”.").arg(missing);
    }
    if (usesTool()) {
        if (m_input->isBroken())
            return tr("The input of the tool is not JSON.");
        if (!m_input->problems().isEmpty())
            return tr("The input of the tool does not fit its schema.");
        return {};
    }
    if (m_text->exactText().isEmpty())
        return tr("The answer is empty.");
    return m_model->text().isEmpty() ? tr("The model has no name.") : QString();
}

void SamplingAnswerPane::showProblem()
{
    const QString text = problem();
    m_problem->setText(text.isEmpty() ? QString() : u"✖ "_s + text);
    m_problem->setVisible(!text.isEmpty());
    if (m_stack->currentIndex() == 0 && usesTool() && !text.isEmpty())
        m_input->showProblems();
}

void SamplingAnswerPane::focusInput()
{
    if (m_stack->currentIndex() == 0)
        m_text->setFocus(Qt::OtherFocusReason);
    else
        m_json->focusEdit();
}

void SamplingAnswerPane::showJson(bool json)
{
    if (json && m_stack->currentIndex() == 0)
        m_json->setText(Mcp::JsonText::pretty(fieldsAnswer().view()));
    m_stack->setCurrentIndex(json ? 1 : 0);
    m_json->tools()->setVisible(json);
    m_fieldsButton->setChecked(!json);
    m_jsonButton->setChecked(json);
    m_problem->hide();
    updateHint();
}

/// 2025-11-25, client/sampling: maxTokens is to be respected. Nobody knows the model's tokens.
void SamplingAnswerPane::updateHint()
{
    const qsizetype characters = m_text->document()->characterCount() - 1;
    const bool tooLong = m_maxTokens && characters / kCharactersPerToken > *m_maxTokens;
    m_hint->setVisible(tooLong);
    if (tooLong)
        m_hint->setText(tr("This is more than the %1 tokens that the server allows, at some %2 "
                           "characters each.")
                                .arg(formatNumber(*m_maxTokens))
                                .arg(kCharactersPerToken));
}

} // namespace McpUi
