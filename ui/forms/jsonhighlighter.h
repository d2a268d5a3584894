// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGui/qsyntaxhighlighter.h>

class QPlainTextEdit;

namespace McpUi {

/// Colours JSON in an edit: keys, strings, numbers and words, from the palette. A line at a time,
/// because JSON strings end on their line; lines over 20,000 characters stay plain.
class JsonHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    explicit JsonHighlighter(QPlainTextEdit *edit);

protected:
    void highlightBlock(const QString &text) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace McpUi
