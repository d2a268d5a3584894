// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/callheader.h"

#include "forms/elidinglabel.h"
#include "forms/foldingtext.h"
#include "forms/tones.h"
#include "forms/wrappedlabel.h"
#include "models/format.h"
#include "models/subjectwords.h"
#include "views/icons.h"
#include "views/tooliconlabel.h"

#include <QtCore/qcoreevent.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qmenu.h>
#include <QtWidgets/qtoolbutton.h>

namespace McpUi {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kSpacing = 8;
constexpr int kLowLines = 32; ///< of text, in the height of the page
constexpr char kWarningProperty[] = "isWarning";
constexpr int kNameCharacters = 300;

bool isWarning(const QWidget *badge) { return badge->property(kWarningProperty).toBool(); }

QLabel *makeStrip(const QString &name, QWidget *parent)
{
    auto *label = new WrappedLabel(parent);
    label->setObjectName(name);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->hide();
    Tones::apply(label, Tones::Tone::Warning);
    return label;
}

} // namespace

CallHeader::CallHeader(QWidget *parent)
    : QWidget(parent)
    , m_icon(new ToolIconLabel(this))
    , m_title(new ElidingLabel({}, this))
    , m_name(new ElidingLabel({}, this))
    , m_place(new ElidingLabel({}, this))
    , m_badges(new QHBoxLayout)
    , m_copy(new QToolButton(this))
    , m_details(new QToolButton(this))
    , m_description(new FoldingText(3, this))
    , m_warnings(makeStrip(u"toolWarnings"_s, this))
    , m_notice(makeStrip(u"toolNotice"_s, this))
{
    m_title->setObjectName(u"toolTitle"_s);
    QFont font = m_title->font();
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * 1.2);
    m_title->setFont(font);
    m_name->setFont(Tones::fixedFont());
    m_name->setObjectName(u"toolName"_s);
    m_place->setObjectName(u"toolPlace"_s);
    Tones::apply(m_name, Tones::Tone::Dim);
    Tones::apply(m_place, Tones::Tone::Dim);
    m_description->setObjectName(u"toolDescription"_s);

    auto *line = new QHBoxLayout;
    line->setSpacing(kSpacing);
    line->addWidget(m_icon);
    line->addWidget(m_title);
    line->addWidget(m_name);
    m_badges->setSpacing(4);
    line->addLayout(m_badges);
    line->addStretch(1);
    line->addWidget(m_place);
    addButtons(line);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(3);
    layout->addLayout(line);
    layout->addWidget(m_description);
    layout->addWidget(m_warnings);
    layout->addWidget(m_notice);
    m_description->hide();
    if (parent)
        parent->installEventFilter(this);
}

void CallHeader::addButtons(QHBoxLayout *line)
{
    m_copy->setObjectName(u"copyAsButton"_s);
    m_copy->setText(tr("Copy as"));
    m_copy->setIcon(icon(u"copy"_s));
    m_copy->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_copy->setToolTip(tr("Copy the call with its arguments, for use elsewhere"));
    m_copy->setAccessibleName(m_copy->toolTip());
    m_copy->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_copy);
    menu->setObjectName(u"copyAsMenu"_s);
    menu->addAction(tr("&JSON-RPC request"), this, &CallHeader::copyRequestRequested);
    menu->addAction(tr("&Command line"), this, &CallHeader::copyCommandRequested);
    m_copy->setMenu(menu);
    m_details->setObjectName(u"detailsButton"_s);
    m_details->setIcon(icon(u"info"_s));
    m_details->setCheckable(true);
    m_details->setEnabled(false); // until it is listed
    for (QToolButton *button : { m_copy, m_details }) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        line->addWidget(button);
    }
    m_copyWidth = m_copy->sizeHint().width();
    connect(m_details, &QToolButton::clicked, this, &CallHeader::detailsToggled);
}

/// What the first line takes with that much in it.
int CallHeader::widthWith(Room room) const
{
    const auto of = [](const QWidget *part) { return part->sizeHint().width() + kSpacing; };
    int width = of(m_title) + of(m_details) + (m_icon->isHidden() ? 0 : of(m_icon));
    width += room >= Room::ForCopy ? m_copyWidth : m_details->sizeHint().width();
    if (room >= Room::ForName && !m_name->text().isEmpty())
        width += of(m_name);
    if (room >= Room::ForPlace)
        width += of(m_place);
    for (int i = 0; i < m_badges->count(); ++i) {
        const QWidget *const badge = m_badges->itemAt(i)->widget();
        if (room >= Room::ForBadges || isWarning(badge))
            width += of(badge);
    }
    return width;
}

/// The title needs the room more than what the tab's tool tip and About say, too.
void CallHeader::arrange()
{
    Room room = Room::ForPlace;
    while (room > Room::ForTitle && widthWith(room) > width())
        room = Room(int(room) - 1);
    m_place->setVisible(room >= Room::ForPlace);
    m_name->setVisible(room >= Room::ForName && !m_name->text().isEmpty());
    m_copy->setToolButtonStyle(room >= Room::ForCopy ? Qt::ToolButtonTextBesideIcon
                                                     : Qt::ToolButtonIconOnly);
    for (int i = 0; i < m_badges->count(); ++i) { // what warns stays
        QWidget *const badge = m_badges->itemAt(i)->widget();
        badge->setVisible(room >= Room::ForBadges || isWarning(badge));
    }
}

bool CallHeader::event(QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        arrange();
    return QWidget::event(event);
}

/// In a low page one line of the description must do; the rest is a click away.
bool CallHeader::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        m_description->setBrief(parentWidget()->height() < fontMetrics().height() * kLowLines);
    return QWidget::eventFilter(watched, event);
}

void CallHeader::setDetailsShown(bool shown)
{
    m_details->setChecked(shown);
    m_description->setVisible(!shown && !m_description->text().isEmpty());
}

void CallHeader::setPlace(const QString &serverName, const Mcp::CallSubject &subject)
{
    const SubjectWords &words = SubjectWords::of(subject.kind);
    m_place->setText(tr("%1 ▸ %2").arg(serverName, words.list));
    m_details->setAccessibleName(words.about);
    m_details->setToolTip(tr("%1: description and definition (Ctrl+I)").arg(words.about));
    m_title->setText(displayLine(subject.name, kNameCharacters));
    m_name->clear();
    arrange();
}

void CallHeader::setInfo(const SubjectInfo &info)
{
    m_icon->setIcons(info.icons);
    m_title->setText(displayLine(info.displayName, kNameCharacters));
    const bool isOther = info.displayName != info.name;
    m_name->setText(isOther ? displayLine(info.name, kNameCharacters) : QString());
    m_description->setText(displayText(info.description));
    setDetailsShown(m_details->isChecked());
    m_warnings->setText(info.problems.isEmpty() ? QString()
                                                : u"⚠ "_s + info.problems.join(u"\n⚠ "_s));
    m_warnings->setVisible(!info.problems.isEmpty());
    setBadges(info.badges);
    arrange();
    m_details->setEnabled(info.isListed());
}

void CallHeader::setNotice(const QString &text)
{
    m_notice->setText(text.isEmpty() ? text : u"⚠ "_s + text);
    m_notice->setVisible(!text.isEmpty());
}

void CallHeader::setBadges(const QList<SubjectBadge> &badges)
{
    while (QLayoutItem *item = m_badges->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const SubjectBadge &badge : badges) {
        auto *label = new QLabel(badge.text, this);
        label->setObjectName("badge:"_L1 + badge.text);
        label->setTextFormat(Qt::PlainText);
        label->setToolTip(badge.toolTip);
        label->setFrameShape(QFrame::StyledPanel);
        label->setMargin(1);
        Tones::apply(label, badge.isWarning ? Tones::Tone::Warning : Tones::Tone::Dim);
        label->setProperty(kWarningProperty, badge.isWarning);
        m_badges->addWidget(label);
    }
}

} // namespace McpUi
