// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/argumenteditor.h"

#include "forms/argumentform.h"
#include "forms/elidinglabel.h"
#include "forms/focusorder.h"
#include "forms/jsonpane.h"
#include "forms/lowstack.h"
#include "forms/modebutton.h"
#include "forms/problemlist.h"
#include "forms/tones.h"
#include "forms/wrappedlabel.h"
#include "json/jsontext.h"

#include <QtWidgets/qapplication.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qbuttongroup.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qtoolbutton.h>

namespace McpUi {

using namespace Qt::Literals::StringLiterals;
using Mcp::RawJson;
using Mcp::SchemaProblem;

ArgumentEditor::ArgumentEditor(QWidget *parent)
    : QWidget(parent)
    , m_form(new ArgumentForm(this))
    , m_json(new JsonPane(this))
    , m_stack(new LowStack(this))
    , m_problemList(new ProblemList(this))
    , m_title(new ElidingLabel(tr("Arguments"), this))
    , m_message(new WrappedLabel(this))
    , m_formButton(modeButton(tr("Form"), u"formMode"_s))
    , m_jsonButton(modeButton(tr("JSON"), u"jsonMode"_s))
{
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->setWholeOnly(true); // JSON's tools need the room in a narrow page
    auto *header = new QHBoxLayout;
    header->setSpacing(0);
    header->addWidget(m_title);
    header->addStretch();
    header->addWidget(m_json->tools());
    header->addSpacing(4);
    header->addWidget(m_formButton);
    header->addWidget(m_jsonButton);
    auto *group = new QButtonGroup(this);
    group->addButton(m_formButton);
    group->addButton(m_jsonButton);

    m_message->setObjectName(u"argumentMessage"_s);
    m_message->hide();
    Tones::apply(m_message, Tones::Tone::Error);

    m_stack->addWidget(m_form);
    m_stack->addWidget(m_json);
    m_json->setMinimumHeight(
            m_form->minimumSizeHint().height()); // a low window has room for little
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(header);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_message);
    layout->addWidget(m_problemList);

    connect(m_formButton, &QToolButton::clicked, this, [this] { setMode(Mode::Form); });
    connect(m_jsonButton, &QToolButton::clicked, this, [this] { setMode(Mode::Json); });
    connect(m_form, &ArgumentForm::edited, this, [this] {
        m_formAhead = true;
        emit edited();
    });
    connect(m_form, &ArgumentForm::problemsChanged, this, &ArgumentEditor::updateSummary);
    connect(m_json, &JsonPane::edited, this, [this] {
        m_text = m_json->text();
        m_message->hide();
        emit edited();
    });
    connect(m_json, &JsonPane::reviewed, this, [this] {
        if (m_mode == Mode::Json)
            updateSummary();
    });
    connect(m_problemList, &ProblemList::jumpRequested, this, &ArgumentEditor::jumpTo);
    showMode();
}

QToolButton *ArgumentEditor::modeButton(const QString &text, const QString &name)
{
    auto *button = new ModeButton(text, this);
    button->setObjectName(name);
    button->setAccessibleName(tr("Arguments as %1").arg(text));
    button->setToolTip(tr("Switch between form and JSON (Ctrl+J)"));
    return button;
}

void ArgumentEditor::setTitle(const QString &title) { m_title->setText(title); }

void ArgumentEditor::setSchema(const RawJson &schema)
{
    syncFromForm();
    QWidget *focus = QApplication::focusWidget();
    const bool inForm = focus && m_form->isAncestorOf(focus);
    const QString name = inForm ? focus->objectName() : QString();
    m_form->setSchema(schema);
    m_json->setSchema(m_form->parser().document());
    m_showProblems = false;
    setText(m_text, m_mode);
    if (QWidget *again = name.isEmpty() ? nullptr : m_form->findChild<QWidget *>(name))
        again->setFocus();
}

RawJson ArgumentEditor::arguments() const
{
    syncFromForm();
    if (m_text.trimmed().isEmpty())
        return RawJson::fromText("{}");
    return Mcp::JsonText::check(m_text) ? RawJson() : RawJson::fromText(m_text);
}

void ArgumentEditor::setArguments(const RawJson &arguments)
{
    setText(arguments.isAbsent() ? "{}"_ba : arguments.toByteArray(), m_mode);
}

QByteArray ArgumentEditor::text() const
{
    syncFromForm();
    return m_text;
}

void ArgumentEditor::setText(const QByteArray &text, Mode mode)
{
    m_text = text;
    m_formAhead = false;
    const RawJson value = arguments();
    m_mode = value.isAbsent() ? Mode::Json : mode;
    if (m_mode == Mode::Form)
        m_form->setValue(value);
    else
        m_json->setText(m_text);
    showMode();
}

bool ArgumentEditor::setMode(Mode mode)
{
    if (mode == Mode::Form && arguments().isAbsent()) {
        m_message->setText(tr("This is not JSON yet, so it cannot be shown as a form. Mend it here "
                              "first; nothing was changed."));
        m_message->show();
        showMode();
        m_json->reveal({});
        return false;
    }
    if (mode == m_mode) {
        showMode();
        return true;
    }
    if (mode == Mode::Json) {
        // Only what the form has written anew is laid out; text that came as text stays.
        const bool rewritten = m_formAhead;
        syncFromForm();
        const bool oneRow = !m_text.contains('\n') && m_text != m_json->text();
        if (rewritten || oneRow)
            m_text = Mcp::JsonText::check(m_text) ? m_text : Mcp::JsonText::pretty(m_text);
    }
    setText(m_text, mode);
    focusInput();
    emit edited();
    return true;
}

void ArgumentEditor::toggleMode() { setMode(m_mode == Mode::Form ? Mode::Json : Mode::Form); }

void ArgumentEditor::syncFromForm() const
{
    if (!m_formAhead)
        return;
    m_text = m_form->value().toByteArray();
    m_formAhead = false;
}

void ArgumentEditor::showMode()
{
    m_stack->setCurrentWidget(m_mode == Mode::Form ? static_cast<QWidget *>(m_form) : m_json);
    m_json->tools()->setVisible(m_mode == Mode::Json);
    m_formButton->setChecked(m_mode == Mode::Form);
    m_jsonButton->setChecked(m_mode == Mode::Json);
    if (m_mode == Mode::Form)
        m_message->hide();
    updateSummary();
}

QList<SchemaProblem> ArgumentEditor::problems() const
{
    if (m_mode == Mode::Form)
        return m_form->problems();
    const JsonReview &review = m_json->review();
    if (review.isJson())
        return review.problems;
    const JsonMark &syntax = review.marks.first();
    return { { Mcp::JsonPointer(), tr("is not JSON: line %1, column %2: %3")
                                           .arg(syntax.line)
                                           .arg(syntax.column)
                                           .arg(syntax.message) } };
}

void ArgumentEditor::showProblems()
{
    m_showProblems = true;
    m_form->showAllProblems();
    updateSummary();
    if (const QList<SchemaProblem> found = problems(); !found.isEmpty())
        jumpTo(found.constFirst().pointer);
}

void ArgumentEditor::focusInput()
{
    if (m_mode == Mode::Json)
        m_json->focusEdit();
    else
        m_form->reveal({});
}

/// The fields are made after the buttons above them, and so come behind them in Qt's order: there
/// they would have their turn again and again, and what is behind this editor never.
bool ArgumentEditor::focusNextPrevChild(bool next)
{
    QWidget *focus = QApplication::focusWidget();
    const bool isMode = focus == m_formButton || focus == m_jsonButton;
    if (!next || m_mode == Mode::Json || !(isMode || m_problemList->isAncestorOf(focus)))
        return QWidget::focusNextPrevChild(next);
    QWidget *target = nextFocus(m_problemList, isMode ? nullptr : focus, next);
    if (!target)
        target = focusOutside(this, next);
    if (!target)
        return QWidget::focusNextPrevChild(next);
    target->setFocus(Qt::TabFocusReason);
    return true;
}

void ArgumentEditor::updateSummary()
{
    m_problemList->setProblems(m_showProblems ? problems() : QList<SchemaProblem>());
    emit problemsChanged();
}

void ArgumentEditor::jumpTo(const Mcp::JsonPointer &pointer)
{
    if (m_mode == Mode::Json)
        m_json->reveal(pointer);
    else
        m_form->reveal(pointer);
}

} // namespace McpUi
