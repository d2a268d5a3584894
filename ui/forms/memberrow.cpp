// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/memberrow.h"

#include "forms/exactnote.h"
#include "forms/valueslot.h"
#include "models/format.h"

#include <QtWidgets/qabstractitemview.h>
#include <QtWidgets/qcompleter.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qstyleditemdelegate.h>

namespace McpUi {

namespace {

/// A suggestion is taken over as it is, but must not look like another one.
class SuggestionDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QString displayText(const QVariant &value, const QLocale &) const override
    {
        return displayLine(value.toString(), 200);
    }
};

} // namespace

MemberRow::MemberRow(const QStringList &suggestions, const FormContext &context, int depth,
                     QWidget *parent)
    : FormRow(new QLineEdit, context, depth, parent)
    , m_key(findChild<QLineEdit *>(QString(), Qt::FindDirectChildrenOnly))
    , m_exact(new ExactNote(this))
{
    m_key->setPlaceholderText(tr("name"));
    m_key->setMaxLength(std::numeric_limits<int>::max());
    m_key->setMinimumWidth(fontMetrics().averageCharWidth() * 8); // where it is narrow
    m_key->setMaximumWidth(fontMetrics().averageCharWidth() * 16);
    if (!suggestions.isEmpty()) {
        auto *completer = new QCompleter(suggestions, m_key);
        completer->setFilterMode(Qt::MatchContains);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        completer->popup()->setItemDelegate(new SuggestionDelegate(completer));
        m_key->setCompleter(completer);
    }
    addNote(m_exact);
    connect(m_key, &QLineEdit::textChanged, m_exact, &ExactNote::setExactText);
    connect(m_key, &QLineEdit::textEdited, this, [this] {
        m_named = true;
        emit keyEdited();
    });
    connect(m_key, &QLineEdit::returnPressed, this,
            [this] { slot()->editor()->input()->setFocus(Qt::TabFocusReason); });
    connect(m_key, &QLineEdit::editingFinished, this, &FormRow::left);
}

QString MemberRow::key() const { return m_key->text(); }

void MemberRow::setKey(const QString &key)
{
    m_key->setText(key);
    m_key->setCursorPosition(0);
    m_named = true;
}

} // namespace McpUi
