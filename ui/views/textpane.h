// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/textparts.h"
#include "views/blockbody.h"

class QLabel;

namespace McpUi {

class FittedTextEdit;
class LinkButton;

/*!
 * A server's text, plain and selectable, whatever its size: one part at a time is in the widget,
 * buttons below lead to the next and the previous one.
 */
class TextPane : public BlockBody
{
    Q_OBJECT

public:
    /// @p name becomes part of the objectNames, @p accessibleName says what text it is.
    TextPane(const QString &name, const QString &accessibleName, QWidget *parent = nullptr);

    void setParts(const TextParts &parts);
    void setText(const QString &text);
    /// While it does not fill: as high as so many lines at most.
    void setMaximumLines(int lines);
    void setFilling(bool filling) override;
    void setFixedFont();
    FittedTextEdit *edit() const { return m_edit; }

private:
    void show(qsizetype position);
    void showNext();
    void showPrevious();

    FittedTextEdit *m_edit;
    QWidget *m_bar;
    QLabel *m_position;
    LinkButton *m_previous;
    LinkButton *m_next;
    TextParts m_parts;
    QList<qsizetype> m_begins; ///< of the parts up to the one shown
    qsizetype m_end = 0;       ///< of the part shown
};

} // namespace McpUi
