// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "forms/valueeditor.h"

class QLineEdit;

namespace Mcp {
struct SchemaNode;
}

namespace McpUi {

class GrowingTextEdit;

/*!
 * Edits a text: one line, several, or hidden as a password. Changes from one line to several by
 * itself when the text has line breaks. Emptied by hand it holds the empty text, which is something
 * else than blank; Backspace in a blank field makes it the empty text, too.
 */
class TextEditor : public ValueEditor
{
    Q_OBJECT

public:
    enum class Style { Line, Lines, Password };

    explicit TextEditor(Style style, QWidget *parent = nullptr);
    /// What fits a text of that name: several lines for a content, query, code …, hidden for a
    /// password.
    static Style styleFor(const QString &name, const Mcp::SchemaNode &node);

    Mcp::RawJson value() const override;
    bool setValue(const Mcp::RawJson &value) override;
    void clear() override;
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

    Style m_style;
    QLineEdit *m_line = nullptr;
    GrowingTextEdit *m_lines = nullptr;
    QString m_hint;
    bool m_blank = true;
    bool m_setting = false;
};

} // namespace McpUi
