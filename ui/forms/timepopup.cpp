// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/timepopup.h"

#include <QtCore/qdatetime.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qcalendarwidget.h>
#include <QtWidgets/qdatetimeedit.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qpushbutton.h>

namespace McpUi {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What @p text says, in UTC; invalid parts where it says nothing.
QDateTime read(TextStyle style, const QString &text)
{
    if (style == TextStyle::Date)
        return { QDate::fromString(text, Qt::ISODate), QTime(0, 0), Qt::UTC };
    if (style == TextStyle::DateTime)
        return QDateTime::fromString(text, Qt::ISODate).toUTC();
    return QDateTime::fromString("1970-01-01T"_L1 + text, Qt::ISODate).toUTC();
}

} // namespace

TimePopup::TimePopup(TextStyle style, const QString &text, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_style(style)
{
    setObjectName(u"timePopup"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    const QDateTime stated = read(style, text);
    const QDateTime shown = stated.isValid() ? stated : QDateTime::currentDateTimeUtc();
    if (style != TextStyle::Time) {
        m_calendar = new QCalendarWidget(this);
        m_calendar->setObjectName(u"calendar"_s);
        m_calendar->setAccessibleName(tr("Date"));
        m_calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
        m_calendar->setSelectedDate(shown.date());
        layout->addWidget(m_calendar);
        setFocusProxy(m_calendar);
        // A date alone is picked by one click.
        if (style == TextStyle::Date)
            connect(m_calendar, &QCalendarWidget::clicked, this, &TimePopup::take);
        connect(m_calendar, &QCalendarWidget::activated, this, &TimePopup::take);
    }
    auto *line = new QHBoxLayout;
    if (style != TextStyle::Date) {
        m_time = new QTimeEdit(shown.time(), this);
        m_time->setObjectName(u"time"_s);
        m_time->setAccessibleName(tr("Time in UTC"));
        m_time->setDisplayFormat(u"HH:mm:ss"_s);
        line->addWidget(m_time);
        line->addWidget(new QLabel(tr("UTC"), this));
        if (!m_calendar)
            setFocusProxy(m_time);
    }
    line->addStretch();
    auto *now = new QPushButton(style == TextStyle::Date ? tr("Today") : tr("Now"), this);
    now->setObjectName(u"now"_s);
    auto *use = new QPushButton(tr("Use"), this);
    use->setObjectName(u"use"_s);
    use->setDefault(true);
    line->addWidget(now);
    line->addWidget(use);
    layout->addLayout(line);
    connect(now, &QPushButton::clicked, this, &TimePopup::useNow);
    connect(use, &QPushButton::clicked, this, &TimePopup::take);
}

void TimePopup::useNow()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (m_calendar)
        m_calendar->setSelectedDate(m_time ? now.date() : QDate::currentDate());
    if (m_time)
        m_time->setTime(now.time());
    take();
}

void TimePopup::take()
{
    const QString time = m_time ? m_time->time().toString(u"HH:mm:ss"_s) + u'Z' : QString();
    const QString date = m_calendar ? m_calendar->selectedDate().toString(Qt::ISODate) : QString();
    emit picked(m_style == TextStyle::DateTime ? date + u'T' + time : date + time);
    close();
}

} // namespace McpUi
