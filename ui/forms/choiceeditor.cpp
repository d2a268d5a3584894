// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/choiceeditor.h"

#include "models/format.h"
#include "schema/jsonequality.h"
#include "schema/schemawords.h"
#include "json/unseen.h"

#include <QtCore/qset.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qcombobox.h>
#include <QtWidgets/qcompleter.h>
#include <QtWidgets/qlineedit.h>

#include <algorithm>

namespace McpUi {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kSearchable = 12; ///< from here on typing is quicker than looking

} // namespace

ChoiceEditor::ChoiceEditor(QList<Mcp::SchemaChoice> choices, QWidget *parent)
    : ValueEditor(parent)
    , m_choices(std::move(choices))
    , m_box(new QComboBox(this))
{
    m_box->addItems(labels(m_choices));
    for (int i = 0; i < m_box->count(); ++i) {
        const Mcp::SchemaChoice &choice = m_choices[i];
        const QString tip =
                choice.title.isEmpty() || choice.value.toString() == choice.title
                        ? choice.description
                        : QString::fromUtf8(choice.value.view()) + u'\n' + choice.description;
        m_box->setItemData(i, formatToolTip(tip.trimmed()), Qt::ToolTipRole);
    }
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setMinimumContentsLength(8);
    m_box->setMaxVisibleItems(16);
    if (m_choices.size() > kSearchable)
        makeSearchable();
    m_box->setCurrentIndex(-1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_box);
    setFocusProxy(m_box);
    watch(m_box);
    connect(m_box, &QComboBox::activated, this, &ChoiceEditor::edited);
}

void ChoiceEditor::makeSearchable()
{
    m_box->setEditable(true);
    m_box->setInsertPolicy(QComboBox::NoInsert);
    m_box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_box->completer()->setFilterMode(Qt::MatchContains);
    m_box->completer()->setCaseSensitivity(Qt::CaseInsensitive);
    watch(m_box->lineEdit());
    connect(m_box->lineEdit(), &QLineEdit::textEdited, this, [this](const QString &text) {
        const int index = m_box->findText(text, Qt::MatchFixedString | Qt::MatchCaseSensitive);
        if (index != m_box->currentIndex()) {
            const int cursor = m_box->lineEdit()->cursorPosition();
            m_box->setCurrentIndex(index);
            m_box->setEditText(text);
            m_box->lineEdit()->setCursorPosition(cursor);
        }
        emit edited();
    });
}

QStringList ChoiceEditor::labels(const QList<Mcp::SchemaChoice> &choices)
{
    QStringList result;
    QSet<QString> taken;
    for (const Mcp::SchemaChoice &choice : choices) {
        QString label = choice.title.isEmpty() ? Mcp::SchemaWords::value(choice.value, 100)
                                               : Mcp::Unseen::line(choice.title);
        if (taken.contains(label))
            label += " ("_L1 + Mcp::Unseen::line(QString::fromUtf8(choice.value.view())) + u')';
        taken.insert(label);
        result.append(label);
    }
    return result;
}

Mcp::RawJson ChoiceEditor::value() const
{
    const int index = m_box->currentIndex();
    if (!m_box->isEditable())
        return index < 0 ? Mcp::RawJson() : m_choices[index].value;
    const QString text = m_box->currentText();
    if (index >= 0 && m_box->itemText(index) == text)
        return m_choices[index].value;
    return text.isEmpty() ? Mcp::RawJson() : Mcp::RawJson::fromString(text);
}

bool ChoiceEditor::setValue(const Mcp::RawJson &value)
{
    const int index = indexOf(value);
    if (index >= 0) {
        m_box->setCurrentIndex(index);
        return true;
    }
    // Another text can stand in the search line, unless it reads like one of the choices.
    const QString text = value.toString();
    if (!m_box->isEditable() || !value.isString() || text.isEmpty()
        || m_box->findText(text, Qt::MatchFixedString) >= 0)
        return false;
    m_box->setCurrentIndex(-1);
    m_box->setEditText(text);
    return true;
}

void ChoiceEditor::clear()
{
    m_box->setCurrentIndex(-1);
    if (m_box->isEditable())
        m_box->clearEditText();
}

void ChoiceEditor::setBlankHint(const QString &hint)
{
    if (m_box->isEditable())
        m_box->lineEdit()->setPlaceholderText(hint);
    else
        m_box->setPlaceholderText(hint);
}

void ChoiceEditor::setIdentity(const QString &path, const QString &name)
{
    m_box->setObjectName("input:"_L1 + path);
    m_box->setAccessibleName(name);
    if (m_box->isEditable())
        m_box->lineEdit()->setAccessibleName(name);
}

QWidget *ChoiceEditor::input() { return m_box; }

int ChoiceEditor::indexOf(const Mcp::RawJson &value) const
{
    // The same bytes first: a list may offer both 1 and 1.0.
    const auto find = [this](auto &&fits) {
        const auto it = std::find_if(m_choices.cbegin(), m_choices.cend(), fits);
        return it == m_choices.cend() ? -1 : int(it - m_choices.cbegin());
    };
    const int exact = find([&](const Mcp::SchemaChoice &c) { return c.value == value; });
    if (exact >= 0)
        return exact;
    return find([&](const Mcp::SchemaChoice &c) { return Mcp::sameJson(c.value, value); });
}

} // namespace McpUi
