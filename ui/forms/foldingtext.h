// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtWidgets/qwidget.h>

class QLabel;

namespace McpUi {

class LinkButton;

/// A description from a server: wrapped, selectable plain text. Long ones show their beginning and
/// a button for the rest.
class FoldingText : public QWidget
{
    Q_OBJECT

public:
    /// Texts longer than about @p lines lines are folded.
    explicit FoldingText(int lines = 3, QWidget *parent = nullptr);

    void setText(const QString &text);
    QString text() const { return m_text; }
    bool isFolded() const { return m_folded; }
    QLabel *label() const { return m_label; }

private:
    void setFolded(bool folded);
    QString beginning() const;

    int m_lines;
    QString m_text;
    bool m_folded = false;
    QLabel *m_label;
    LinkButton *m_more;
};

} // namespace McpUi
