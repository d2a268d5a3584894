// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/valueeditor.h"

#include "forms/formrow.h"

#include <QtGui/qevent.h>
#include <QtWidgets/qlineedit.h>

namespace McpUi {

namespace {

bool isOurs(const QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return (event->modifiers() & ~Qt::KeypadModifier) == Qt::AltModifier;
    return event->modifiers() == Qt::ControlModifier
           && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_0);
}

/// Calling and switching to JSON: keys of the page that a line edit would take for its own.
bool isForThePage(const QKeyEvent *event)
{
    return (event->modifiers() & ~Qt::KeypadModifier) == Qt::ControlModifier
           && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter
               || event->key() == Qt::Key_J);
}

/// Is @p event a key of the row around @p widget, if there is one?
bool isForTheRow(const QObject *widget, const QKeyEvent *event)
{
    if (!FormRow::isRowKey(event))
        return false;
    for (const QObject *at = widget; at; at = at->parent()) {
        if (qobject_cast<const FormRow *>(at))
            return true;
    }
    return false;
}

} // namespace

QList<Mcp::SchemaProblem> ValueEditor::placeProblems(const QList<Mcp::SchemaProblem> &problems,
                                                     bool)
{
    return problems;
}

void ValueEditor::collectInputProblems(const Mcp::JsonPointer &at,
                                       QList<Mcp::SchemaProblem> &problems) const
{
    if (const QString problem = inputProblem(); !problem.isEmpty())
        problems.append({ at, problem });
}

void ValueEditor::reveal(const Mcp::JsonPointer &) { input()->setFocus(Qt::OtherFocusReason); }

void ValueEditor::watch(QWidget *input)
{
    input->installEventFilter(this);
    // The wheel scrolls the form; it must not change a value on its way.
    if (!qobject_cast<QLineEdit *>(input))
        input->setFocusPolicy(Qt::StrongFocus);
}

bool ValueEditor::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        if (isOurs(static_cast<QKeyEvent *>(event))
            || isForTheRow(watched, static_cast<QKeyEvent *>(event))) {
            event->accept();
            return true;
        }
        break;
    case QEvent::KeyPress: {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (isOurs(key)) {
            if (key->key() == Qt::Key_Delete)
                emit clearRequested();
            else if (key->key() == Qt::Key_0)
                emit nullRequested();
            else
                emit menuRequested();
            return true;
        }
        if (isForThePage(key) || isForTheRow(watched, key)) {
            event->ignore(); // on to whoever is around the editor
            return true;
        }
        break;
    }
    case QEvent::FocusOut:
        emit left();
        break;
    case QEvent::Wheel:
        if (auto *widget = qobject_cast<QWidget *>(watched); widget && !widget->hasFocus()) {
            event->ignore();
            return true;
        }
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace McpUi
