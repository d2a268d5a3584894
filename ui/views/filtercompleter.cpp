// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/filtercompleter.h"

#include <QtCore/qstringlistmodel.h>
#include <QtCore/qtimer.h>
#include <QtGui/qevent.h>
#include <QtWidgets/qabstractitemview.h>
#include <QtWidgets/qcompleter.h>
#include <QtWidgets/qlineedit.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

FilterCompleter::FilterCompleter(QLineEdit *field, Propose proposals)
    : QObject(field)
    , m_field(field)
    , m_proposals(std::move(proposals))
    , m_words(new QStringListModel(this))
    , m_completer(new QCompleter(m_words, this))
{
    m_completer->setWidget(field);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->popup()->setObjectName(field->objectName() + u"Proposals"_s);
    m_completer->popup()->setAccessibleName(tr("How the filter may go on"));
    field->installEventFilter(this);
    connect(field, &QLineEdit::textEdited, this, [this] { propose(false); });
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this,
            &FilterCompleter::take);
}

QString FilterCompleter::wordAtCursor() const
{
    const QString before = m_field->text().first(m_field->cursorPosition());
    return before.sliced(before.lastIndexOf(u' ') + 1);
}

void FilterCompleter::propose(bool isAsked)
{
    const QString word = wordAtCursor();
    QStringList words;
    if (isAsked || !word.isEmpty())
        words = m_proposals(m_field->text(), m_field->cursorPosition());
    if (words.isEmpty() || words == QStringList{ word }) {
        m_completer->popup()->hide();
        return;
    }
    m_words->setStringList(words);
    m_completer->setCompletionPrefix({});
    QAbstractItemView *const popup = m_completer->popup();
    const int width = popup->sizeHintForColumn(0) + 2 * popup->frameWidth() + 30;
    const QRect cursor = m_field->inputMethodQuery(Qt::ImCursorRectangle).toRect();
    m_completer->complete(QRect(cursor.left(), 0, width, m_field->height()));
}

void FilterCompleter::take(const QString &word)
{
    const QString text = m_field->text();
    const qsizetype cursor = m_field->cursorPosition();
    const qsizetype begin = cursor - wordAtCursor().size();
    const bool goesOn = word.endsWith(u':'); // a value comes next
    const QString inserted = goesOn ? word : word + u' ';
    m_field->setText(text.first(begin) + inserted + text.sliced(cursor).trimmed());
    m_field->setCursorPosition(int(begin + inserted.size()));
    if (goesOn) // behind the hiding of this popup
        QTimer::singleShot(0, this, [this] { propose(true); });
}

bool FilterCompleter::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down
        && !m_completer->popup()->isVisible()) {
        propose(true);
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace McpUi
