// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/contentblock.h"

#include "forms/elidinglabel.h"
#include "forms/tones.h"
#include "forms/wrappedlabel.h"
#include "models/jsoncell.h"
#include "views/fittedtextedit.h"
#include "views/textpane.h"

#include <QtGui/qpainter.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qtoolbutton.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

/// What can be laid out without being felt.
constexpr qsizetype kMaxField = 4000;

QLabel *plainLabel(const QString &text)
{
    auto *label = new WrappedLabel;
    label->setText(text);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

ContentBlock::ContentBlock(int position, QWidget *parent)
    : QWidget(parent)
    , m_position(position)
    , m_title(new QLabel(this))
    , m_details(new ElidingLabel({}, this))
    , m_head(new QHBoxLayout)
    , m_body(new QVBoxLayout(this))
{
    setObjectName(u"block%1"_s.arg(position));
    setContentsMargins(1, 1, 1, 1);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setObjectName(name(u"title"_s));
    QFont bold = m_title->font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_details->setObjectName(name(u"details"_s));
    Tones::apply(m_details, Tones::Tone::Dim);

    m_head->setSpacing(8);
    m_head->setContentsMargins(8, 2, 4, 2);
    m_head->addWidget(m_title);
    m_head->addWidget(m_details, 1);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(2);
    m_body->addLayout(m_head);
}

QString ContentBlock::name(const QString &part) const
{
    return u"block%1.%2"_s.arg(QString::number(m_position), part);
}

void ContentBlock::setTitle(const QString &title)
{
    m_title->setText(JsonCell::line(title, 100));
    setAccessibleName(u"Content block %1: %2"_s.arg(QString::number(m_position), m_title->text()));
}

void ContentBlock::setDetails(const QStringList &details)
{
    QStringList present = details;
    present.removeAll(QString());
    m_details->setText(JsonCell::line(present.join(u" · "_s), 300));
}

QToolButton *ContentBlock::addButton(const QString &name, const QString &text,
                                     const QString &description)
{
    auto *button = new QToolButton(this);
    button->setObjectName(this->name(name));
    button->setText(text);
    button->setToolTip(description);
    button->setAccessibleName(description);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    m_head->addWidget(button);
    return button;
}

void ContentBlock::addBody(QWidget *body) { m_body->addWidget(body); }

void ContentBlock::addField(const QString &label, const QString &value)
{
    if (value.isEmpty())
        return;
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(8, 0, 8, 2);
    auto *key = new QLabel(label, row);
    Tones::apply(key, Tones::Tone::Dim);
    key->setMinimumWidth(fontMetrics().horizontalAdvance(u"Last modified "_s));
    auto *text = new FittedTextEdit(row);
    text->setObjectName(name(label.toLower() + u".field"_s));
    text->setAccessibleName(label);
    text->setMaximumLines(4);
    text->document()->setDocumentMargin(0);
    text->setFrameShape(QFrame::NoFrame);
    text->viewport()->setAutoFillBackground(false);
    text->setPlainText(value.left(kMaxField) + (value.size() > kMaxField ? u"…"_s : QString()));
    layout->addWidget(key, 0, Qt::AlignTop);
    layout->addWidget(text, 1);
    m_body->addWidget(row);
}

void ContentBlock::addWarning(const QString &sentence)
{
    QLabel *label = plainLabel(u"⚠ "_s + sentence);
    label->setObjectName(name(u"warning"_s));
    label->setContentsMargins(8, 0, 8, 4);
    Tones::apply(label, Tones::Tone::Warning);
    m_body->addWidget(label);
}

/// The style's own frames vanish on dark windows.
void ContentBlock::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(Tones::line(palette()));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

TextPane *ContentBlock::addText(const QString &accessibleName)
{
    auto *pane = new TextPane(name(u"pane"_s), accessibleName, this);
    m_body->addWidget(pane);
    return pane;
}

} // namespace McpUi
