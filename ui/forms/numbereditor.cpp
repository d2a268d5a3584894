// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/numbereditor.h"

#include <QtGui/qevent.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlineedit.h>

namespace McpUi {

using namespace Qt::Literals::StringLiterals;

NumberEditor::NumberEditor(bool integer, const Mcp::RawJson &step, QWidget *parent)
    : ValueEditor(parent)
    , m_integer(integer)
    , m_step(Mcp::Decimal::fromText(step.view()).value_or(Mcp::Decimal()))
    , m_line(new QLineEdit(this))
{
    if (m_step <= Mcp::Decimal())
        m_step = Mcp::Decimal::fromInteger(1);
    m_line->setToolTip(tr("Up and Down count by %1, Page Up and Page Down by ten times as much")
                               .arg(QString::fromLatin1(m_step.toText())));
    m_line->setMaxLength(std::numeric_limits<int>::max());
    m_line->setInputMethodHints(Qt::ImhPreferNumbers | Qt::ImhNoPredictiveText);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_line);
    setFocusProxy(m_line);
    watch(m_line);
    connect(m_line, &QLineEdit::textEdited, this, &NumberEditor::edited);
    connect(m_line, &QLineEdit::returnPressed, this, &NumberEditor::confirmed);
}

Mcp::RawJson NumberEditor::value() const
{
    const QString text = m_line->text().trimmed();
    if (text.isEmpty())
        return {};
    if (Mcp::Decimal::fromText(text.toUtf8()))
        return Mcp::RawJson::fromText(text.toUtf8());
    return Mcp::RawJson::fromString(text);
}

bool NumberEditor::setValue(const Mcp::RawJson &value)
{
    if (!Mcp::Decimal::fromText(value.view()))
        return false;
    m_line->setText(QString::fromLatin1(value.view()));
    m_line->setCursorPosition(0);
    return true;
}

void NumberEditor::clear() { m_line->clear(); }

void NumberEditor::setBlankHint(const QString &hint) { m_line->setPlaceholderText(hint); }

QString NumberEditor::inputProblem() const
{
    const Mcp::RawJson current = value();
    if (!current.isString())
        return {};
    return m_integer ? tr("is not an integer such as -12; it would be sent as a text")
                     : tr("is not a number such as -1.5 or 2e6; it would be sent as a text");
}

void NumberEditor::setIdentity(const QString &path, const QString &name)
{
    m_line->setObjectName("input:"_L1 + path);
    m_line->setAccessibleName(name);
}

QWidget *NumberEditor::input() { return m_line; }

bool NumberEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        static const QHash<int, int> steps{ { Qt::Key_Up, 1 },
                                            { Qt::Key_Down, -1 },
                                            { Qt::Key_PageUp, 10 },
                                            { Qt::Key_PageDown, -10 } };
        if ((key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier
            && steps.contains(key->key())) {
            step(steps.value(key->key()));
            return true;
        }
    }
    return ValueEditor::eventFilter(watched, event);
}

/// Exact at any size; what is no number, or too long to be counted with, stays.
void NumberEditor::step(int steps)
{
    const QByteArray text = m_line->text().trimmed().toUtf8();
    const auto number = text.isEmpty() ? Mcp::Decimal() : Mcp::Decimal::fromText(text);
    if (!number)
        return;
    Mcp::Decimal sum = *number;
    for (int i = 0; i < qAbs(steps); ++i) {
        const auto next = steps > 0 ? sum.plus(m_step) : sum.minus(m_step);
        if (!next)
            return;
        sum = *next;
    }
    m_line->selectAll();
    m_line->insert(QString::fromLatin1(sum.toText()));
}

} // namespace McpUi
