// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/jsonpane.h"

#include "forms/jsonhighlighter.h"
#include "forms/tones.h"
#include "forms/wrappedlabel.h"

#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qplaintextedit.h>
#include <QtWidgets/qtoolbutton.h>

namespace McpUi {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kCheckDelayMs = 150;

} // namespace

JsonPane::JsonPane(QWidget *parent)
    : QWidget(parent)
    , m_edit(new QPlainTextEdit(this))
    , m_problem(new WrappedLabel(this))
    , m_format(new QToolButton(this))
{
    m_edit->setObjectName(u"jsonText"_s);
    m_edit->setAccessibleName(tr("Arguments as JSON"));
    m_edit->setFont(Tones::fixedFont());
    m_edit->setTabStopDistance(2 * m_edit->fontMetrics().horizontalAdvance(u' '));
    m_edit->setTabChangesFocus(true);
    new JsonHighlighter(m_edit);
    m_problem->setObjectName(u"jsonProblem"_s);
    m_problem->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_format->setObjectName(u"formatJson"_s);
    m_format->setText(tr("Format"));
    m_format->setToolTip(tr("Indents the JSON; values keep every character"));

    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_problem, 1);
    bottom->addWidget(m_format, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_edit, 1);
    layout->addLayout(bottom);

    m_timer.setSingleShot(true);
    m_timer.setInterval(kCheckDelayMs);
    connect(&m_timer, &QTimer::timeout, this, &JsonPane::updateProblem);
    connect(m_format, &QToolButton::clicked, this, &JsonPane::format);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        if (m_setting)
            return;
        m_timer.start();
        emit edited();
    });
    updateProblem();
}

QByteArray JsonPane::text() const { return m_edit->toPlainText().toUtf8(); }

void JsonPane::setText(const QByteArray &text)
{
    m_setting = true;
    m_edit->setPlainText(QString::fromUtf8(text));
    m_setting = false;
    updateProblem();
}

std::optional<Mcp::JsonText::Problem> JsonPane::syntaxProblem() const
{
    return isBlank() ? std::nullopt : Mcp::JsonText::check(text());
}

bool JsonPane::isBlank() const { return text().trimmed().isEmpty(); }

void JsonPane::format()
{
    if (syntaxProblem()) {
        reveal({});
        return;
    }
    // Through the cursor, so that it can be undone.
    QTextCursor cursor(m_edit->document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(QString::fromUtf8(Mcp::JsonText::pretty(text())));
}

void JsonPane::reveal(const Mcp::JsonPointer &pointer)
{
    updateProblem();
    const auto problem = syntaxProblem();
    if (problem) {
        moveTo(problem->offset);
    } else {
        // A missing member has no place: its object is the nearest.
        const Mcp::RawJson root = Mcp::RawJson::fromText(text());
        Mcp::JsonPointer at = pointer;
        while (!at.isRoot() && at.resolve(root).isAbsent())
            at = at.parent();
        moveTo(at.resolve(root).range().begin);
    }
    focusEdit();
}

void JsonPane::focusEdit() { m_edit->setFocus(Qt::OtherFocusReason); }

void JsonPane::updateProblem()
{
    m_timer.stop();
    const auto problem = syntaxProblem();
    Tones::apply(m_problem, problem ? Tones::Tone::Error : Tones::Tone::Dim);
    m_problem->setText(problem ? tr("✗ Line %1, column %2: %3")
                                         .arg(problem->line)
                                         .arg(problem->column)
                                         .arg(problem->message)
                       : isBlank() ? tr("Nothing written: {} is sent.")
                                   : tr("✓ valid JSON"));
}

void JsonPane::moveTo(qsizetype byteOffset)
{
    const QByteArray all = text();
    const auto position = QString::fromUtf8(QByteArrayView(all).first(
                                                    qBound(qsizetype(0), byteOffset, all.size())))
                                  .size();
    QTextCursor cursor = m_edit->textCursor();
    cursor.setPosition(int(position));
    m_edit->setTextCursor(cursor);
    m_edit->ensureCursorVisible();
}

} // namespace McpUi
