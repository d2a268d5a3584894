// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtWidgets/qwidget.h>

class QBoxLayout;
class QLabel;
class QToolButton;

namespace McpUi {

class TextPane;

/*!
 * The frame of one content block: a line that says what it is, with what can be done with it, and
 * the body below. The factory puts the bodies in; owned by the content view.
 */
class ContentBlock : public QWidget
{
    Q_OBJECT

public:
    /// @p position counts from 1 and becomes part of the objectNames ("block1").
    ContentBlock(int position, QWidget *parent = nullptr);

    int position() const { return m_position; }
    QString name(const QString &part) const;

    void setTitle(const QString &title);
    /// A quiet addition to the title, e.g. a size.
    void setDetails(const QStringList &details);
    QToolButton *addButton(const QString &name, const QString &text, const QString &description);
    void addBody(QWidget *body);
    /// A line of the form "URI  file:///…", plain and selectable. Nothing for an empty value.
    void addField(const QString &label, const QString &value);
    /// Something about this block is not as it should be.
    void addWarning(const QString &sentence);
    TextPane *addText(const QString &accessibleName);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_position;
    QLabel *m_title;
    QLabel *m_details;
    QBoxLayout *m_head;
    QBoxLayout *m_body;
};

} // namespace McpUi
