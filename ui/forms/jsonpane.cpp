// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/jsonpane.h"

#include "forms/jsonfindbar.h"
#include "forms/jsonstatus.h"
#include "forms/jsontextedit.h"
#include "json/jsontext.h"

#include <QtGui/qevent.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qtoolbutton.h>
#include <QtWidgets/qtooltip.h>

namespace McpUi {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kReviewDelayMs = 150;
/// Longer texts are checked off the GUI thread while one types: a schema may cost more than a scan.
constexpr qsizetype kReviewAtOnce = 32 * 1024;
/// Longer rows cannot be edited in comfort.
constexpr qsizetype kLongestRow = 64 * 1024;

enum class Key { None, Find, FindNext, FindPrevious, Format, NextProblem, PreviousProblem };

Key keyOf(const QKeyEvent &event)
{
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const bool shift = modifiers == Qt::ShiftModifier;
    if (event.key() == Qt::Key_F && modifiers == Qt::ControlModifier)
        return Key::Find;
    if (event.key() == Qt::Key_F && modifiers == (Qt::ControlModifier | Qt::ShiftModifier))
        return Key::Format;
    if (!shift && modifiers != Qt::NoModifier)
        return Key::None;
    if (event.key() == Qt::Key_F3)
        return shift ? Key::FindPrevious : Key::FindNext;
    if (event.key() == Qt::Key_F8)
        return shift ? Key::PreviousProblem : Key::NextProblem;
    return Key::None;
}

} // namespace

JsonPane::JsonPane(QWidget *parent)
    : QWidget(parent)
    , m_edit(new JsonTextEdit(this))
    , m_find(new JsonFindBar(m_edit, this))
    , m_status(new JsonStatus(this))
    , m_tools(new QWidget(this))
{
    m_edit->setObjectName(u"jsonText"_s);
    m_edit->setAccessibleName(tr("Arguments as JSON"));
    m_edit->setAccessibleDescription(tr("Tab goes on to the next field; Ctrl+] and Ctrl+[ indent"));
    m_edit->setPlaceholderText(m_edit->accessibleDescription());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_find);
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_status);

    auto *tools = new QHBoxLayout(m_tools);
    tools->setContentsMargins(0, 0, 0, 0);
    tools->setSpacing(0);
    connect(addTool(u"findInJson"_s, tr("Find"), tr("Find in the JSON (Ctrl+F)")),
            &QToolButton::clicked, this, &JsonPane::find);
    connect(addTool(u"formatJson"_s, tr("Format"),
                    tr("Indent the JSON; values keep every character (Ctrl+Shift+F)")),
            &QToolButton::clicked, this, &JsonPane::format);
    connect(addTool(u"compactJson"_s, tr("Compact"),
                    tr("Put the JSON into one row; values keep every character")),
            &QToolButton::clicked, this, &JsonPane::compact);

    m_timer.setSingleShot(true);
    m_timer.setInterval(kReviewDelayMs);
    connect(&m_timer, &QTimer::timeout, this, &JsonPane::startReview);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &JsonPane::onTextChanged);
    connect(m_status, &JsonStatus::jumpRequested, this, [this] {
        const JsonMark &mark = m_review.marks.value(m_problem);
        m_edit->goTo(mark.position);
        focusEdit();
    });
    connect(m_status, &JsonStatus::nextRequested, this, &JsonPane::nextProblem);
    startReview();
}

JsonPane::~JsonPane() = default;

QToolButton *JsonPane::addTool(const QString &name, const QString &text, const QString &description)
{
    auto *button = new QToolButton(m_tools);
    button->setObjectName(name);
    button->setText(text);
    button->setToolTip(description);
    button->setAccessibleName(description);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    m_tools->layout()->addWidget(button);
    return button;
}

QByteArray JsonPane::text() const
{
    if (std::exchange(m_sourceStale, false))
        m_source = m_shown.toUtf8();
    return m_source;
}

void JsonPane::setText(const QByteArray &text)
{
    const QString shown = JsonTextEdit::editable(QString::fromUtf8(text));
    if (shown != m_shown) {
        m_setting = true;
        m_edit->replaceText(shown);
        m_setting = false;
        m_shown = shown;
        m_find->touch();
    }
    m_source = text;
    m_sourceStale = false;
    m_reviewed = false;
    startReview();
}

void JsonPane::setTextName(const QString &name) { m_edit->setAccessibleName(name); }

void JsonPane::setBlankNote(const QString &note)
{
    m_status->setBlankNote(note);
    m_reviewed = false;
    startReview();
}

void JsonPane::setSchema(const Mcp::SchemaDocument &schema)
{
    m_schema = schema;
    m_reviewed = false;
    startReview();
}

void JsonPane::onTextChanged()
{
    if (m_setting)
        return;
    // Colouring is a change, too, for the document.
    const QString now = m_edit->exactText();
    if (now == m_shown)
        return;
    m_shown = now;
    m_sourceStale = true;
    m_reviewed = false;
    m_timer.start();
    m_find->touch();
    emit edited();
}

// ---- What is wrong with it ----

const JsonReview &JsonPane::review()
{
    if (!m_reviewed && m_shown.size() < kBackgroundSize)
        takeReview(reviewJson(m_shown, m_schema));
    return m_review;
}

void JsonPane::startReview()
{
    m_timer.stop();
    m_job.cancel();
    if (m_shown.size() < kReviewAtOnce)
        return takeReview(reviewJson(m_shown, m_schema));
    m_status->setWaiting();
    m_job.start([text = m_shown, schema = m_schema] { return reviewJson(text, schema); },
                [this](const JsonReview &review) { takeReview(review); });
}

void JsonPane::takeReview(const JsonReview &review)
{
    m_timer.stop();
    m_job.cancel();
    m_review = review;
    m_reviewed = true;
    m_problem = qBound(0, m_problem, qMax(0, int(review.marks.size()) - 1));
    m_edit->setMarks(review.marks);
    m_status->setReview(review, m_problem);
    emit reviewed();
}

void JsonPane::nextProblem() { stepProblem(true); }

void JsonPane::previousProblem() { stepProblem(false); }

void JsonPane::stepProblem(bool forward)
{
    const QList<JsonMark> &marks = review().marks;
    if (marks.isEmpty())
        return;
    const int position = m_edit->selectedRange().begin;
    qsizetype at = 0;
    if (forward) {
        while (at < marks.size() && marks.at(at).position <= position)
            ++at;
    } else {
        at = marks.size() - 1;
        while (at >= 0 && marks.at(at).position >= position)
            --at;
    }
    m_problem = int((at + marks.size()) % marks.size());
    m_edit->goTo(marks.at(m_problem).position);
    m_status->setReview(m_review, m_problem);
    focusEdit();
}

void JsonPane::reveal(const Mcp::JsonPointer &pointer)
{
    if (!review().isJson()) {
        m_edit->goTo(m_review.marks.first().position);
    } else {
        // A missing member has no place: its object is the nearest.
        const QByteArray utf8 = m_shown.toUtf8();
        const Mcp::RawJson root = Mcp::RawJson::fromText(utf8);
        Mcp::JsonPointer at = pointer;
        while (!at.isRoot() && at.resolve(root).isAbsent())
            at = at.parent();
        const qsizetype begin = at.resolve(root).range().begin;
        m_edit->goTo(int(QString::fromUtf8(QByteArrayView(utf8).first(begin)).size()));
    }
    focusEdit();
}

void JsonPane::focusEdit() { m_edit->setFocus(Qt::OtherFocusReason); }

// ---- Layout and find ----

void JsonPane::format() { layOut(Mcp::JsonText::pretty(text())); }

void JsonPane::compact()
{
    const QByteArray row = Mcp::JsonText::compact(text());
    if (row.size() <= kLongestRow)
        return layOut(row);
    const QPoint below = m_tools->mapToGlobal(m_tools->rect().bottomLeft());
    QToolTip::showText(
            below,
            tr("In one row this would be too long to be edited. It is sent in one row in "
               "any case."),
            m_tools);
}

void JsonPane::layOut(const QByteArray &laidOut)
{
    if (Mcp::JsonText::check(text())) {
        if (!review().isBlank)
            reveal({});
        return;
    }
    m_edit->replaceLayout(JsonTextEdit::editable(QString::fromUtf8(laidOut)));
}

void JsonPane::find() { m_find->open(); }

/// Keys that the window has for something else belong to the pane while one is in it.
bool JsonPane::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride
        && keyOf(*static_cast<QKeyEvent *>(event)) != Key::None) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void JsonPane::keyPressEvent(QKeyEvent *event)
{
    switch (keyOf(*event)) {
    case Key::Find:
        return find();
    case Key::FindNext:
        return m_find->step(true);
    case Key::FindPrevious:
        return m_find->step(false);
    case Key::Format:
        return format();
    case Key::NextProblem:
        return nextProblem();
    case Key::PreviousProblem:
        return previousProblem();
    case Key::None:
        return QWidget::keyPressEvent(event);
    }
}

} // namespace McpUi
