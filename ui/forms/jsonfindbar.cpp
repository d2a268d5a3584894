// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/jsonfindbar.h"

#include "forms/elidinglabel.h"
#include "forms/jsontextedit.h"
#include "forms/tones.h"

#include <QtGui/qevent.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qtoolbutton.h>

#include <algorithm>

namespace McpUi {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kSearchDelayMs = 120;

} // namespace

JsonFindBar::JsonFindBar(JsonTextEdit *edit, QWidget *parent)
    : QWidget(parent)
    , m_edit(edit)
    , m_needle(new QLineEdit(this))
    , m_count(new ElidingLabel({}, this))
{
    setObjectName(u"jsonFindBar"_s);
    m_needle->setObjectName(u"jsonFindText"_s);
    m_needle->setAccessibleName(tr("Find in the JSON"));
    m_needle->setPlaceholderText(tr("Find"));
    m_count->setObjectName(u"jsonFindCount"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_needle, 1);
    layout->addWidget(m_count);
    m_case = addButton(u"jsonFindCase"_s, tr("Aa"), tr("Match upper and lower case"));
    m_regex = addButton(u"jsonFindRegex"_s, tr(".*"), tr("Regular expression"));
    QToolButton *previous =
            addButton(u"jsonFindPrevious"_s, tr("↑"), tr("Previous match (Shift+F3)"));
    QToolButton *next = addButton(u"jsonFindNext"_s, tr("↓"), tr("Next match (F3)"));
    QToolButton *closing = addButton(u"jsonFindClose"_s, tr("✕"), tr("Close (Esc)"));
    m_case->setCheckable(true);
    m_regex->setCheckable(true);
    m_timer.setSingleShot(true);
    m_timer.setInterval(kSearchDelayMs);
    hide();

    connect(&m_timer, &QTimer::timeout, this, &JsonFindBar::search);
    const auto changed = [this] {
        m_jump = true;
        search();
    };
    connect(m_needle, &QLineEdit::textEdited, this, changed);
    connect(m_case, &QToolButton::toggled, this, changed);
    connect(m_regex, &QToolButton::toggled, this, changed);
    connect(previous, &QToolButton::clicked, this, [this] { step(false); });
    connect(next, &QToolButton::clicked, this, [this] { step(true); });
    connect(closing, &QToolButton::clicked, this, &JsonFindBar::close);
    connect(m_edit, &QPlainTextEdit::cursorPositionChanged, this, &JsonFindBar::showCount);
}

QToolButton *JsonFindBar::addButton(const QString &name, const QString &text,
                                    const QString &description)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setText(text);
    button->setToolTip(description);
    button->setAccessibleName(description);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    layout()->addWidget(button);
    return button;
}

void JsonFindBar::open()
{
    const QString selected = m_edit->textCursor().selectedText();
    if (!selected.isEmpty() && !selected.contains(QChar::ParagraphSeparator)
        && !m_needle->hasFocus())
        m_needle->setText(selected);
    m_from = m_edit->selectedRange().begin;
    show();
    m_needle->setFocus(Qt::ShortcutFocusReason);
    m_needle->selectAll();
    search();
}

void JsonFindBar::close()
{
    m_timer.stop();
    m_job.cancel();
    m_edit->setMatches({});
    hide();
    m_edit->setFocus(Qt::OtherFocusReason);
}

void JsonFindBar::touch()
{
    if (isVisible())
        m_timer.start();
}

void JsonFindBar::search()
{
    m_timer.stop();
    m_job.cancel();
    const FindQuery wanted{ m_needle->text(), m_case->isChecked(), m_regex->isChecked() };
    const QString text = m_edit->exactText();
    const bool jump = std::exchange(m_jump, false);
    if (text.size() < kBackgroundSize && !wanted.isRegularExpression)
        return take(findMatches(text, wanted), jump);
    m_count->setText(tr("…"));
    m_job.start([text, wanted] { return findMatches(text, wanted); },
                [this, jump](const TextMatches &matches) { take(matches, jump); });
}

void JsonFindBar::take(const TextMatches &matches, bool jump)
{
    m_matches = matches;
    m_edit->setMatches(matches.list);
    if (jump && !matches.list.isEmpty()) {
        const auto match = std::find_if(matches.list.begin(), matches.list.end(),
                                        [&](const TextMatch &one) { return one.begin >= m_from; });
        const TextMatch &first = match == matches.list.end() ? matches.list.first() : *match;
        goTo(int(&first - matches.list.constData()));
    }
    showCount();
}

void JsonFindBar::goTo(int index)
{
    const TextMatch &match = m_matches.list.at(index);
    m_current = index;
    m_edit->goTo(match.begin, match.length);
    m_from = match.begin;
    showCount();
}

void JsonFindBar::step(bool forward)
{
    if (m_timer.isActive())
        search();
    const QList<TextMatch> &list = m_matches.list;
    if (list.isEmpty())
        return;
    const int current = currentMatch();
    const auto from = std::lower_bound(
            list.begin(), list.end(), m_edit->selectedRange().begin,
            [](const TextMatch &match, int position) { return match.begin < position; });
    // The selected one is found already.
    qsizetype at = current < 0 ? from - list.begin() : current + (forward ? 1 : 0);
    if (!forward)
        at += list.size() - 1;
    goTo(int(at % list.size()));
}

int JsonFindBar::currentMatch() const
{
    const QList<TextMatch> &list = m_matches.list;
    // Of several in one folded string it is the one that was gone to.
    if (m_current >= 0 && m_current < list.size() && m_edit->isSelected(list.at(m_current)))
        return m_current;
    for (int i = 0; i < list.size(); ++i) {
        if (m_edit->isSelected(list.at(i)))
            return i;
    }
    return -1;
}

void JsonFindBar::showCount()
{
    if (!isVisible())
        return;
    const QString total = QString::number(m_matches.list.size())
                          + (m_matches.hasMore ? QStringLiteral("+") : QString());
    const int current = currentMatch();
    m_count->setText(!m_matches.problem.isEmpty() ? m_matches.problem
                     : m_needle->text().isEmpty() ? QString()
                     : m_matches.list.isEmpty()   ? tr("none")
                     : current < 0                ? total
                                                  : tr("%1 of %2").arg(current + 1).arg(total));
    const bool bad = !m_matches.problem.isEmpty() || m_matches.list.isEmpty();
    Tones::apply(m_count, bad ? Tones::Tone::Error : Tones::Tone::Dim);
}

void JsonFindBar::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (event->key() == Qt::Key_Escape)
        close();
    else if (enter && (modifiers == Qt::NoModifier || modifiers == Qt::ShiftModifier))
        step(modifiers == Qt::NoModifier);
    else
        QWidget::keyPressEvent(event);
}

} // namespace McpUi
