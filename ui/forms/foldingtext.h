// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtWidgets/qwidget.h>

class QBoxLayout;
class QLabel;

namespace McpUi {

class ElidingLabel;
class LinkButton;

/// A description from a server: wrapped, selectable, dim plain text. Long ones show their beginning
/// and a button for the rest.
class FoldingText : public QWidget
{
    Q_OBJECT

public:
    /// Texts longer than about @p lines lines are folded.
    explicit FoldingText(int lines = 3, QWidget *parent = nullptr);

    void setText(const QString &text);
    /// One line, cut, with the button beside it, until that is pressed.
    void setBrief(bool brief);
    QString text() const { return m_text; }
    bool isFolded() const { return m_folded; }

private:
    bool isFoldable() const;
    void setFolded(bool folded);
    QString beginning() const;

    int m_lines;
    QString m_text;
    bool m_folded = false;
    bool m_isBrief = false;
    QBoxLayout *m_layout;
    ElidingLabel *m_line; ///< of a brief one
    QLabel *m_label;
    LinkButton *m_more;
};

} // namespace McpUi
