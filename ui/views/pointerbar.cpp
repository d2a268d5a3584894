// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/pointerbar.h"

#include "forms/elidinglabel.h"
#include "forms/tones.h"

#include <QtGui/qevent.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qtoolbutton.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

PointerBar::PointerBar(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_text(new QLineEdit(this))
    , m_problem(new ElidingLabel({}, this))
{
    setObjectName(name);
    m_text->setObjectName(name + u".text"_s);
    m_text->setAccessibleName(u"JSON pointer to go to"_s);
    m_text->setPlaceholderText(u"JSON pointer, e.g. /items/3/name"_s);
    m_text->setClearButtonEnabled(true);
    m_text->installEventFilter(this);
    m_problem->setObjectName(name + u".problem"_s);
    Tones::apply(m_problem, Tones::Tone::Warning);
    auto *go = new QToolButton(this);
    go->setObjectName(name + u".go"_s);
    go->setText(u"Go"_s);
    go->setAccessibleName(u"Go to the JSON pointer"_s);
    auto *closing = new QToolButton(this);
    closing->setObjectName(name + u".close"_s);
    closing->setText(u"✕"_s);
    closing->setAccessibleName(u"Close (Esc)"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 2, 4, 2);
    layout->setSpacing(4);
    layout->addWidget(m_text, 1);
    layout->addWidget(go);
    layout->addWidget(m_problem, 1);
    layout->addWidget(closing);
    for (QToolButton *button : { go, closing }) {
        button->setToolTip(button->accessibleName());
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
    }
    connect(go, &QToolButton::clicked, this, &PointerBar::enter);
    connect(closing, &QToolButton::clicked, this, &PointerBar::close);
    connect(m_text, &QLineEdit::textEdited, m_problem, &QLabel::clear);
    hide();
}

void PointerBar::open()
{
    show();
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void PointerBar::close()
{
    if (!isVisibleTo(parentWidget()))
        return;
    hide();
    m_problem->clear();
    emit closed();
}

void PointerBar::setProblem(const QString &sentence) { m_problem->setText(sentence); }

void PointerBar::enter()
{
    const auto pointer = Mcp::JsonPointer::parse(m_text->text().trimmed());
    if (pointer)
        emit entered(*pointer);
    else
        setProblem(u"Not a JSON pointer: it begins with / and has ~ only as ~0 (~) or ~1 (/)"_s);
}

bool PointerBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_text || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isEnter = (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)
                         && !(key->modifiers() & Qt::ControlModifier);
    if (key->key() == Qt::Key_Escape)
        close();
    else if (isEnter)
        enter();
    return key->key() == Qt::Key_Escape || isEnter;
}

} // namespace McpUi
