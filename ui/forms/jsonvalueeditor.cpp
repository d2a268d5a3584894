// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/jsonvalueeditor.h"

#include "forms/growingtextedit.h"
#include "forms/jsonhighlighter.h"
#include "forms/tones.h"
#include "json/jsontext.h"

#include <QtWidgets/qboxlayout.h>

namespace McpUi {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kPrettyLimit = 256 * 1024; ///< longer values are shown as they are written

} // namespace

JsonValueEditor::JsonValueEditor(QWidget *parent)
    : ValueEditor(parent)
    , m_edit(new GrowingTextEdit(1, 16, this))
{
    m_edit->setFont(Tones::fixedFont());
    m_edit->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    new JsonHighlighter(m_edit);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_edit);
    setFocusProxy(m_edit);
    watch(m_edit);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_setting)
            emit edited();
    });
}

Mcp::RawJson JsonValueEditor::value() const
{
    const QByteArray text = m_edit->exactText().trimmed().toUtf8();
    return Mcp::RawJson(text, { 0, text.size() });
}

bool JsonValueEditor::setValue(const Mcp::RawJson &value)
{
    const bool pretty = value.size() <= kPrettyLimit && (value.isObject() || value.isArray());
    const QByteArray text = pretty ? Mcp::JsonText::pretty(value.view()) : value.toByteArray();
    m_setting = true;
    m_edit->setPlainText(QString::fromUtf8(text));
    m_setting = false;
    return true;
}

void JsonValueEditor::clear()
{
    m_setting = true;
    m_edit->clear();
    m_setting = false;
}

void JsonValueEditor::setBlankHint(const QString &hint) { m_edit->setPlaceholderText(hint); }

QString JsonValueEditor::inputProblem() const
{
    const QByteArray text = m_edit->exactText().trimmed().toUtf8();
    if (text.isEmpty())
        return {};
    const auto problem = Mcp::JsonText::check(text);
    if (!problem)
        return {};
    return tr("is not JSON: line %1, column %2: %3")
            .arg(problem->line)
            .arg(problem->column)
            .arg(problem->message);
}

bool JsonValueEditor::isBroken() const { return !inputProblem().isEmpty(); }

void JsonValueEditor::setIdentity(const QString &path, const QString &name)
{
    m_edit->setObjectName("input:"_L1 + path);
    m_edit->setAccessibleName(tr("%1 as JSON").arg(name));
}

QWidget *JsonValueEditor::input() { return m_edit; }

} // namespace McpUi
