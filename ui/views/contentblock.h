// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "views/blockbody.h"

#include <QtCore/qlist.h>
#include <QtCore/qstringlist.h>

class QBoxLayout;
class QLabel;
class QToolButton;

namespace McpUi {

class FlowLayout;
class MediaType;
class TextPane;

/*!
 * The frame of one content block: a line that says what it is, with what can be done with it, and
 * the body below. The factory puts the bodies in; owned by the content view.
 */
class ContentBlock : public QWidget
{
    Q_OBJECT

public:
    /// @p number, "1" or "1.2" for a block inside of another one, becomes part of the objectNames
    /// ("block1").
    explicit ContentBlock(const QString &number, QWidget *parent = nullptr);

    QString number() const { return m_number; }
    QString name(const QString &part) const;
    /// The end of a proposed file name.
    QString fileName(const MediaType &type) const;

    void setTitle(const QString &title);
    /// Who says it, in front of the title.
    void setRole(const QString &role);
    /// A quiet addition to the title, e.g. a size.
    void setDetails(const QStringList &details);
    void addDetail(const QString &detail);
    /// @p icon is shown alone where there is no room for the text; empty: the text stays.
    QToolButton *addButton(const QString &name, const QString &text, const QString &description,
                           const QString &icon = {});
    /// Between the details and the buttons.
    void addToHead(QWidget *widget);
    void addBody(BlockBody *body);
    /// A body that is no BlockBody stays as high as it is.
    void addWidget(QWidget *widget);
    /// The block is all there is; false if nothing in it can take the room.
    bool setFilling(bool filling);
    /// A line of the form "URI  file:///…", plain and selectable. Nothing for an empty value.
    void addField(const QString &label, const QString &value);
    /// Something about this block is not as it should be.
    void addWarning(const QString &sentence);
    TextPane *addText(const QString &accessibleName);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void arrangeHead();
    int buttonsWidth(bool compact) const;

    QString m_number;
    QStringList m_shownDetails;
    QList<BlockBody *> m_bodies;
    QLabel *m_title;
    QLabel *m_details;
    FlowLayout *m_head; ///< the buttons
    QBoxLayout *m_line; ///< the words and the buttons
    QBoxLayout *m_body;
};

} // namespace McpUi
