// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "forms/textstyle.h"
#include "forms/valueeditor.h"

class QLineEdit;

namespace Mcp {
struct SchemaNode;
}

namespace McpUi {

class ExactNote;
class GrowingTextEdit;
class TextPicker;

/*!
 * Edits a text: one line, several, hidden as a password, or a line with a picker. Changes from one
 * line to several by itself when the text has line breaks. Emptied by hand it holds the empty text,
 * which is something else than blank; Backspace in a blank field makes it the empty text, too.
 */
class TextEditor : public ValueEditor
{
    Q_OBJECT

public:
    explicit TextEditor(TextStyle style, QWidget *parent = nullptr);

    Mcp::RawJson value() const override;
    bool setValue(const Mcp::RawJson &value) override;
    void clear() override;
    Mcp::RawJson emptyValue() const override { return Mcp::RawJson::fromText("\"\""); }
    void setBlankHint(const QString &hint) override;
    void setIdentity(const QString &path, const QString &name) override;
    QWidget *input() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeLine();
    void makeLines();
    void onChanged();
    QString text() const;
    bool setText(const QString &text);
    void updateHint();
    void updateNote();

    TextStyle m_style;
    QLineEdit *m_line = nullptr;
    TextPicker *m_picker = nullptr; ///< of a line that has one
    GrowingTextEdit *m_lines = nullptr;
    ExactNote *m_exact = nullptr; ///< made for the first text that needs it
    QString m_hint;
    bool m_blank = true;
    bool m_setting = false;
};

} // namespace McpUi
