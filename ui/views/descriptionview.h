// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtWidgets/qwidget.h>

class QLabel;
class QToolButton;

namespace McpUi {

class MarkdownText;
class TextPane;

/// A tool's whole description, as plain text or, when the user asks for it, as Markdown.
class DescriptionView : public QWidget
{
    Q_OBJECT

public:
    explicit DescriptionView(QWidget *parent = nullptr);

    void setText(const QString &text);
    void setMarkdown(bool enabled);
    bool isMarkdown() const;

signals:
    /// By the user.
    void markdownChosen(bool enabled);

private:
    void showText();

    QString m_text;
    QToolButton *m_plainButton;
    QToolButton *m_markdownButton;
    QLabel *m_note;
    TextPane *m_plain;
    MarkdownText *m_markdown;
};

} // namespace McpUi
