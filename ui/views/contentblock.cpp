// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/contentblock.h"

#include "forms/elidinglabel.h"
#include "forms/tones.h"
#include "forms/wrappedlabel.h"
#include "models/format.h"
#include "models/jsoncell.h"
#include "models/mediatype.h"
#include "views/compactbutton.h"
#include "views/fittedtextedit.h"
#include "views/flowlayout.h"
#include "views/icons.h"
#include "views/textpane.h"

#include <QtCore/qcoreevent.h>
#include <QtGui/qpainter.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlabel.h>

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

ContentBlock::ContentBlock(const QString &number, QWidget *parent)
    : QWidget(parent)
    , m_number(number)
    , m_title(new QLabel(this))
    , m_details(new ElidingLabel({}, this))
    , m_head(new FlowLayout)
    , m_line(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_body(new QVBoxLayout(this))
{
    setObjectName(u"block"_s + number);
    setContentsMargins(1, 1, 1, 1);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setObjectName(name(u"title"_s));
    QFont bold = m_title->font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_details->setObjectName(name(u"details"_s));
    Tones::apply(m_details, Tones::Tone::Dim);

    m_head->setSpacing(4);
    auto *words = new QHBoxLayout;
    words->setSpacing(8);
    words->addWidget(m_title);
    words->addWidget(m_details, 1);
    m_line->setSpacing(2);
    m_line->setContentsMargins(8, 2, 4, 2);
    m_line->addLayout(words, 1);
    m_line->addLayout(m_head);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(2);
    m_body->addLayout(m_line);
}

QString ContentBlock::name(const QString &part) const
{
    return u"block%1.%2"_s.arg(m_number, part);
}

QString ContentBlock::fileName(const MediaType &type) const
{
    return u"block%1%2"_s.arg(m_number, type.suffix());
}

void ContentBlock::setTitle(const QString &title)
{
    m_title->setText(JsonCell::line(title, 100));
    setAccessibleName(u"Content block %1: %2"_s.arg(m_number, m_title->text()));
}

void ContentBlock::setRole(const QString &role)
{
    QString shown = role;
    shown[0] = shown.at(0).toUpper();
    setTitle(shown + u" · "_s + m_title->text());
}

void ContentBlock::setDetails(const QStringList &details)
{
    m_shownDetails = details;
    m_shownDetails.removeAll(QString());
    m_details->setText(JsonCell::line(m_shownDetails.join(u" · "_s), 300));
}

void ContentBlock::addDetail(const QString &detail) { setDetails(m_shownDetails << detail); }

QToolButton *ContentBlock::addButton(const QString &name, const QString &text,
                                     const QString &description, const QString &icon)
{
    auto *button = new CompactButton(this);
    button->setObjectName(this->name(name));
    button->setText(text);
    button->setToolTip(description);
    button->setAccessibleName(description);
    if (!icon.isEmpty())
        button->setIcon(McpUi::icon(icon));
    m_head->addWidget(button);
    return button;
}

void ContentBlock::addToHead(QWidget *widget) { m_head->addWidget(widget); }

void ContentBlock::addBody(BlockBody *body)
{
    m_bodies.append(body);
    m_body->addWidget(body);
}

void ContentBlock::addWidget(QWidget *widget) { m_body->addWidget(widget); }

bool ContentBlock::setFilling(bool filling)
{
    for (BlockBody *body : m_bodies) {
        body->setFilling(filling);
        m_body->setStretchFactor(body, filling ? 1 : 0);
    }
    return !m_bodies.isEmpty();
}

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
    text->setPlainText(displayText(value.left(kMaxField))
                       + (value.size() > kMaxField ? u"…"_s : QString()));
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

/// Where not all fits side by side, the buttons show their icons; then they go below.
void ContentBlock::arrangeHead()
{
    const int words = m_title->sizeHint().width() + fontMetrics().averageCharWidth() * 14 + 24;
    const bool compact = words + buttonsWidth(false) > width();
    const bool fits = words + buttonsWidth(compact) <= width();
    for (int i = 0; i < m_head->count(); ++i) {
        if (auto *const button = qobject_cast<CompactButton *>(m_head->itemAt(i)->widget()))
            button->setCompact(compact);
    }
    const auto wanted = fits ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom;
    m_head->setWrapping(!fits);
    if (m_line->direction() != wanted)
        m_line->setDirection(wanted);
}

int ContentBlock::buttonsWidth(bool compact) const
{
    int width = 0;
    for (int i = 0; i < m_head->count(); ++i) {
        const QLayoutItem &item = *m_head->itemAt(i);
        const auto *const button = qobject_cast<CompactButton *>(item.widget());
        if (!item.isEmpty())
            width += m_head->spacing()
                     + (button ? button->widthOf(compact) : item.sizeHint().width());
    }
    return width;
}

bool ContentBlock::event(QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        arrangeHead();
    return QWidget::event(event);
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
    addBody(pane);
    return pane;
}

} // namespace McpUi
