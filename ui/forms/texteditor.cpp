// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/texteditor.h"

#include "forms/exactnote.h"
#include "forms/growingtextedit.h"
#include "forms/textpicker.h"
#include "json/unseen.h"

#include <QtGui/qaction.h>
#include <QtGui/qevent.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qtoolbutton.h>

namespace McpUi {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMinimumLines = 3;
constexpr int kMaximumLines = 14;
constexpr qsizetype kLongLine = 400; ///< longer texts are easier to read wrapped

} // namespace

TextEditor::TextEditor(TextStyle style, QWidget *parent)
    : ValueEditor(parent)
    , m_style(style)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    if (style == TextStyle::Lines)
        makeLines();
    else
        makeLine();
}

Mcp::RawJson TextEditor::value() const
{
    return m_blank ? Mcp::RawJson() : Mcp::RawJson::fromString(text());
}

bool TextEditor::setValue(const Mcp::RawJson &value)
{
    if (!value.isString())
        return false;
    const QString wanted = value.toString();
    const bool lines = m_style != TextStyle::Password && !m_lines
                       && (wanted.contains(u'\n') || wanted.size() > kLongLine);
    if (lines)
        makeLines();
    m_setting = true;
    const bool kept = setText(wanted);
    m_setting = false;
    m_blank = m_blank && !kept;
    updateHint();
    return kept;
}

void TextEditor::clear()
{
    m_setting = true;
    setText({});
    m_setting = false;
    m_blank = true;
    updateHint();
}

void TextEditor::setBlankHint(const QString &hint)
{
    m_hint = hint;
    updateHint();
}

void TextEditor::setIdentity(const QString &path, const QString &name)
{
    input()->setObjectName("input:"_L1 + path);
    input()->setAccessibleName(name);
    if (m_picker)
        m_picker->setIdentity(path, name);
}

QWidget *TextEditor::input() { return m_lines ? static_cast<QWidget *>(m_lines) : m_line; }

bool TextEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_F4 && m_picker) {
            m_picker->click();
            return true;
        }
        if (key->key() == Qt::Key_Backspace && m_blank) {
            m_blank = false;
            updateHint();
            emit edited();
            return true;
        }
    }
    return ValueEditor::eventFilter(watched, event);
}

void TextEditor::makeLine()
{
    m_line = new QLineEdit(this);
    m_line->setMaxLength(std::numeric_limits<int>::max());
    if (m_style == TextStyle::Password) {
        m_line->setEchoMode(QLineEdit::Password);
        auto *row = new QHBoxLayout;
        auto *show = new QToolButton(this);
        show->setText(tr("Show"));
        show->setCheckable(true);
        show->setAccessibleName(tr("Show the hidden text"));
        connect(show, &QToolButton::toggled, m_line, [this](bool on) {
            m_line->setEchoMode(on ? QLineEdit::Normal : QLineEdit::Password);
        });
        row->addWidget(m_line);
        row->addWidget(show);
        static_cast<QVBoxLayout *>(layout())->addLayout(row);
    } else if (TextPicker::isFor(m_style)) {
        auto *row = new QHBoxLayout;
        row->setSpacing(2);
        m_picker = new TextPicker(m_style, m_line, this);
        row->addWidget(m_line);
        row->addWidget(m_picker);
        static_cast<QVBoxLayout *>(layout())->addLayout(row);
    } else {
        layout()->addWidget(m_line);
    }
    setFocusProxy(m_line);
    watch(m_line);
    connect(m_line, &QLineEdit::textChanged, this, &TextEditor::onChanged);
    connect(m_line, &QLineEdit::returnPressed, this, &TextEditor::confirmed);
}

void TextEditor::makeLines()
{
    const bool replaces = m_line != nullptr;
    m_lines = new GrowingTextEdit(kMinimumLines, kMaximumLines, this);
    layout()->addWidget(m_lines);
    watch(m_lines);
    if (replaces) {
        m_lines->setObjectName(m_line->objectName());
        m_lines->setAccessibleName(m_line->accessibleName());
        m_lines->setExactText(m_line->text());
        QTextCursor cursor = m_lines->textCursor();
        cursor.setPosition(qMin(m_line->cursorPosition(), int(m_line->text().size())));
        m_lines->setTextCursor(cursor);
        const bool focused = m_line->hasFocus();
        m_line->setObjectName({});
        m_line->blockSignals(true);
        m_line->hide();
        m_line->deleteLater();
        m_line = nullptr;
        delete std::exchange(m_picker, nullptr);
        if (focused)
            m_lines->setFocus();
    }
    m_style = TextStyle::Lines;
    setFocusProxy(m_lines);
    updateHint();
    connect(m_lines, &QPlainTextEdit::textChanged, this, &TextEditor::onChanged);
}

void TextEditor::onChanged()
{
    if (m_setting)
        return;
    m_blank = false;
    if (m_style != TextStyle::Password && !m_lines && text().contains(u'\n'))
        makeLines(); // lines were pasted
    updateHint();
    emit edited();
}

QString TextEditor::text() const { return m_lines ? m_lines->exactText() : m_line->text(); }

bool TextEditor::setText(const QString &text)
{
    if (m_lines)
        return m_lines->setExactText(text);
    const QString before = m_line->text();
    m_line->setText(text);
    if (m_line->text() == text)
        return true;
    m_line->setText(before);
    return false;
}

void TextEditor::updateHint()
{
    const QString hint = m_blank ? m_hint : tr("empty text");
    if (m_lines)
        m_lines->setPlaceholderText(hint);
    else
        m_line->setPlaceholderText(hint);
    updateNote();
}

void TextEditor::updateNote()
{
    if (m_style == TextStyle::Password)
        return; // nothing of it is shown
    const QString shown = text();
    if (!m_exact && Mcp::Unseen::isIn(shown)) {
        m_exact = new ExactNote(this);
        layout()->addWidget(m_exact);
    }
    if (m_exact)
        m_exact->setExactText(shown);
}

} // namespace McpUi
