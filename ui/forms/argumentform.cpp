// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/argumentform.h"

#include "forms/field.h"
#include "forms/focusorder.h"
#include "forms/jsonvalueeditor.h"
#include "forms/tones.h"
#include "forms/valueslot.h"
#include "forms/wrappedlabel.h"

#include <QtGui/qevent.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlabel.h>

#include <algorithm>

namespace McpUi {

using namespace Qt::Literals::StringLiterals;
using Mcp::RawJson;
using Mcp::SchemaKind;
using Mcp::SchemaProblem;

namespace {

constexpr int kAround = 60; ///< pixels that are kept in sight around an input, if they can be
/// A check after each key must not be felt; what takes longer is said to be too much.
constexpr int kValidationMs = 50;
constexpr int kProblemDelayMs = 60; ///< long enough to skip checks between two quick keys

} // namespace

ArgumentForm::ArgumentForm(QWidget *parent)
    : QScrollArea(parent)
{
    setObjectName(u"argumentForm"_s);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    m_problemTimer.setSingleShot(true);
    m_problemTimer.setInterval(kProblemDelayMs);
    connect(&m_problemTimer, &QTimer::timeout, this, &ArgumentForm::updateProblems);
    m_words = { tr("This tool takes no arguments."),
                tr("Which arguments the tool takes is known once its server runs. What you write "
                   "here is sent as it is."),
                tr("This tool does not say which arguments it takes. What you write here is sent "
                   "as it is.") };
    build({});
}

ArgumentForm::~ArgumentForm()
{
    delete takeWidget(); // the field with the focus says that it was left: while the timer lives
}

void ArgumentForm::setWords(const Words &words)
{
    m_words = words;
    if (!m_schemaKnown)
        build({});
}

void ArgumentForm::setSchema(const RawJson &schema)
{
    m_schemaKnown = true;
    build(schema);
}

void ArgumentForm::build(const RawJson &schema)
{
    delete takeWidget(); // the editors refer to the context: they go before it changes
    m_context.parser = Mcp::SchemaParser(schema);
    m_validator = Mcp::SchemaValidator(m_context.parser.document());
    m_validator.setTimeLimit(kValidationMs);
    m_showAll = false;
    m_context.openedFields = 0;
    // Arguments are an object in any case (2025-11-25, tools, CallToolRequest).
    Mcp::SchemaNode node =
            schema.isAbsent() ? m_context.parser.parse(RawJson::fromText(R"({"type":"object"})"))
                              : m_context.parser.root();
    m_empty = !schema.isAbsent() && node.kind == SchemaKind::Object && node.properties.isEmpty()
              && !node.additionalProperties.isObject() && node.additionalProperties.view() != "true"
              && node.patternProperties.isAbsent();
    if (m_empty)
        node.additionalProperties = RawJson::fromText("false"); // fields only for what is there

    m_body = new QWidget;
    m_body->setAutoFillBackground(false);
    m_layout = new QVBoxLayout(m_body);
    m_layout->setContentsMargins(0, 4, 6, 8);
    m_layout->setSpacing(6);
    addNotes(schema, node);
    m_root = new ValueSlot(node, m_context, {}, 0, m_body);
    m_root->setIdentity({}, m_words.title.isEmpty() ? tr("Arguments") : m_words.title);
    m_root->editor()->setOpen(true);
    addJsonNote();
    m_layout->addWidget(m_root);
    m_unchecked = new WrappedLabel(m_body);
    m_unchecked->setObjectName(u"formUnchecked"_s);
    Tones::apply(m_unchecked, Tones::Tone::Dim);
    m_layout->addWidget(m_unchecked);
    m_layout->addStretch(1); // takes all the spare height: nothing drifts away from its header
    setWidget(m_body);
    connect(m_root, &ValueSlot::edited, this, [this] {
        m_problemTimer.start();
        emit edited();
    });
    connect(m_root, &ValueSlot::left, this, [this] { m_problemTimer.start(); });
    m_root->setValue(RawJson::fromText("{}"));
    updateProblems();
}

/// What is to be known before the first field.
void ArgumentForm::addNotes(const RawJson &schema, const Mcp::SchemaNode &node)
{
    if (m_empty)
        showMessage(m_words.none);
    else if (!m_schemaKnown)
        showMessage(m_words.unknown);
    else if (schema.isAbsent() || node.kind == SchemaKind::Any)
        showMessage(m_words.undeclared);
    if (const QString note = m_context.parser.document().dialectNote(); !note.isEmpty())
        showMessage(note);
    for (const QString &note : node.notes)
        showMessage(note);
}

/// Says why there is one text where fields are expected, while that is so.
void ArgumentForm::addJsonNote()
{
    auto *asJson = new WrappedLabel(tr("As JSON: fields cannot show these values, because they are "
                                       "no object or have a name twice."),
                                    m_body);
    asJson->setObjectName(u"formAsJson"_s);
    Tones::apply(asJson, Tones::Tone::Warning);
    asJson->hide();
    m_layout->addWidget(asJson);
    connect(m_root, &ValueSlot::shapeChanged, asJson,
            [this, asJson] { asJson->setVisible(m_root->isJson()); });
}

RawJson ArgumentForm::value() const { return m_root->value(); }

void ArgumentForm::setValue(const RawJson &value)
{
    m_context.openedFields = 0;
    m_root->setValue(value);
    updateProblems();
}

bool ArgumentForm::isBroken() const
{
    return m_root->state() == ValueSlot::State::Value && m_root->editor()->isBroken();
}

QList<SchemaProblem> ArgumentForm::problems() const { return outcome().problems; }

Mcp::SchemaOutcome ArgumentForm::outcome() const
{
    QList<SchemaProblem> result;
    if (m_root->state() == ValueSlot::State::Value)
        m_root->editor()->collectInputProblems({}, result);
    if (isBroken())
        return { result, {} };
    const QList<SchemaProblem> typed = result;
    const Mcp::SchemaOutcome checked = m_validator.check(value());
    for (const SchemaProblem &problem : checked.problems) {
        const bool said = std::any_of(typed.cbegin(), typed.cend(), [&](const SchemaProblem &p) {
            return p.pointer == problem.pointer;
        });
        if (!said)
            result.append(problem);
    }
    sortByPlace(result);
    return { result, checked.notes };
}

/// The order of the form, as far as its own fields go.
void ArgumentForm::sortByPlace(QList<SchemaProblem> &problems) const
{
    QHash<QString, qsizetype> places;
    for (const Mcp::SchemaProperty &property : m_root->node().properties)
        places.insert(property.name, places.size());
    const auto place = [&places](const SchemaProblem &problem) {
        return problem.pointer.isRoot()
                       ? -1
                       : places.value(problem.pointer.tokens().constFirst(), places.size());
    };
    std::stable_sort(problems.begin(), problems.end(),
                     [&place](const SchemaProblem &a, const SchemaProblem &b) {
                         return place(a) < place(b);
                     });
}

void ArgumentForm::showAllProblems()
{
    m_showAll = true;
    updateProblems();
}

void ArgumentForm::updateProblems()
{
    m_problemTimer.stop();
    const Mcp::SchemaOutcome found = outcome();
    m_root->editor()->placeProblems(found.problems, m_showAll);
    m_unchecked->setText(found.notes.join(u'\n'));
    m_unchecked->setVisible(!found.notes.isEmpty());
    emit problemsChanged();
}

void ArgumentForm::reveal(const Mcp::JsonPointer &pointer)
{
    m_root->editor()->reveal(pointer);
    showFocusLater();
}

/// Freshly opened groups have no place yet; the layout needs a turn before scrolling makes sense.
void ArgumentForm::showFocusLater()
{
    QMetaObject::invokeMethod(
            this,
            [this] {
                QWidget *focus = QApplication::focusWidget();
                if (focus && m_body->isAncestorOf(focus))
                    showWithHeading(focus);
            },
            Qt::QueuedConnection);
}

/// However low the form becomes, what somebody writes in stays in sight.
void ArgumentForm::resizeEvent(QResizeEvent *event)
{
    const QWidget *const focus = QApplication::focusWidget();
    const bool isInSight =
            focus && m_body->isAncestorOf(focus) && !focus->visibleRegion().isEmpty();
    QScrollArea::resizeEvent(event);
    if (isInSight && event->size().height() != event->oldSize().height())
        showFocusLater();
}

bool ArgumentForm::focusNextPrevChild(bool next)
{
    // Groups and rows are built late, so Qt's order of creation is not the order on the screen.
    QWidget *target = nextFocus(m_body, QApplication::focusWidget(), next);
    if (!target)
        target = focusOutside(this, next);
    if (!target)
        return QScrollArea::focusNextPrevChild(next);
    target->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    if (m_body->isAncestorOf(target))
        showWithHeading(target);
    return true;
}

/// In a low form, too, one sees what the field is called, if both have room.
void ArgumentForm::showWithHeading(QWidget *input)
{
    QRect place(input->mapTo(m_body, QPoint()), input->size());
    const QWidget *field = input;
    while (field != m_body && !qobject_cast<const Field *>(field))
        field = field->parentWidget();
    const int top = field->mapTo(m_body, QPoint()).y();
    if (field != m_body && place.bottom() - top < viewport()->height())
        place.setTop(top);
    const int around = qBound(0, (viewport()->height() - place.height()) / 2, kAround);
    ensureVisible(place.center().x(), place.center().y(), place.width() / 2,
                  place.height() / 2 + around);
}

void ArgumentForm::showMessage(const QString &text)
{
    auto *label = new WrappedLabel(text, m_body);
    label->setObjectName(u"formMessage"_s);
    Tones::apply(label, Tones::Tone::Dim);
    m_layout->addWidget(label);
}

} // namespace McpUi
