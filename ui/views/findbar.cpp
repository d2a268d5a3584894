// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/findbar.h"

#include "forms/elidinglabel.h"
#include "forms/tones.h"
#include "models/findsession.h"
#include "models/format.h"
#include "views/icons.h"

#include <QtGui/qevent.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qtoolbutton.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

constexpr int kTypingMs = 200;

} // namespace

FindBar::FindBar(const QString &name, FindSession *session, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_session(session)
    , m_text(new QLineEdit(this))
    , m_state(new ElidingLabel({}, this))
{
    setObjectName(name);
    m_text->setObjectName(name + u".text"_s);
    m_text->setAccessibleName(u"Find"_s);
    m_text->setPlaceholderText(u"Find"_s);
    m_text->setClearButtonEnabled(true);
    m_text->installEventFilter(this);
    m_state->setObjectName(name + u".state"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 2, 4, 2);
    layout->setSpacing(4);
    layout->addWidget(m_text, 2);
    m_case = addButton(u"case"_s, u"Aa"_s, u"Upper and lower case differ"_s);
    m_regex = addButton(u"regex"_s, u".*"_s, u"Regular expression"_s);
    m_previous = addButton(u"previous"_s, {}, u"Previous match (Shift+F3)"_s);
    m_next = addButton(u"next"_s, {}, u"Next match (F3)"_s);
    m_previous->setIcon(icon(u"previous"_s));
    m_next->setIcon(icon(u"next"_s));
    layout->addWidget(m_state, 1);
    m_stop = addButton(u"stop"_s, u"Stop"_s, u"Stop searching"_s);
    QToolButton *closing = addButton(u"close"_s, u"✕"_s, u"Close (Esc)"_s);
    for (QToolButton *button : { m_case, m_regex }) {
        button->setCheckable(true);
        connect(button, &QToolButton::toggled, this, &FindBar::search);
    }
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingMs);

    connect(&m_typing, &QTimer::timeout, this, &FindBar::search);
    connect(m_text, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_next, &QToolButton::clicked, this, [this] { move(1); });
    connect(m_previous, &QToolButton::clicked, this, [this] { move(-1); });
    connect(m_stop, &QToolButton::clicked, m_session, &FindSession::stop);
    connect(closing, &QToolButton::clicked, this, &FindBar::close);
    connect(m_session, &FindSession::changed, this, &FindBar::showState);
    hide();
    showState();
}

QToolButton *FindBar::addButton(const QString &part, const QString &text,
                                const QString &description)
{
    auto *button = new QToolButton(this);
    button->setObjectName(m_name + u'.' + part);
    button->setText(text);
    button->setToolTip(description);
    button->setAccessibleName(description);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    layout()->addWidget(button);
    return button;
}

void FindBar::open(const QString &text)
{
    if (!text.isEmpty())
        m_text->setText(text);
    const bool wasOpen = isVisibleTo(parentWidget());
    show();
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
    if (!wasOpen && !m_text->text().isEmpty())
        search();
}

void FindBar::close()
{
    if (!isVisibleTo(parentWidget()))
        return;
    m_typing.stop();
    hide();
    emit queryChanged({});
    emit closed();
}

FindQuery FindBar::query() const
{
    return { m_text->text(), m_case->isChecked(), m_regex->isChecked() };
}

void FindBar::move(int by)
{
    if (m_typing.isActive())
        search(); // the first match is the one asked for
    else
        m_session->move(by);
}

void FindBar::restart()
{
    if (isVisibleTo(parentWidget()))
        search();
}

void FindBar::search()
{
    m_typing.stop();
    emit queryChanged(query());
}

void FindBar::showState()
{
    const qsizetype count = m_session->matches().size();
    QStringList words;
    if (count > 0)
        words.append(m_session->current() < 0
                             ? formatCount(count, u"match"_s, u"matches"_s)
                             : u"%1 of %2"_s.arg(formatNumber(m_session->current() + 1),
                                                 formatNumber(count)));
    if (m_session->isRunning())
        words.append(u"searching… %1 %"_s.arg(m_session->progress()));
    else if (!m_session->problem().isEmpty())
        words.append(m_session->problem());
    else if (count == 0 && m_session->isFinished())
        words.append(u"No match"_s);
    else if (!m_session->isFinished() && count > 0)
        words.append(u"stopped"_s);
    const bool odd = !m_session->problem().isEmpty() || (count == 0 && m_session->isFinished());
    Tones::apply(m_state, odd ? Tones::Tone::Warning : Tones::Tone::Dim);
    m_state->setText(words.join(u" · "_s));
    m_stop->setVisible(m_session->isRunning());
    m_next->setEnabled(count > 0);
    m_previous->setEnabled(count > 0);
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_text || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Escape) {
        close();
        return true;
    }
    // With Ctrl it is the window's key for calling the tool.
    if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)
        && !(key->modifiers() & Qt::ControlModifier)) {
        move(key->modifiers() & Qt::ShiftModifier ? -1 : 1);
        return true;
    }
    return false;
}

} // namespace McpUi
