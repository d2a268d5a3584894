// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/payloadview.h"

#include "forms/elidinglabel.h"
#include "forms/jsonhighlighter.h"
#include "forms/tones.h"
#include "models/format.h"
#include "views/icons.h"
#include "json/jsontext.h"

#include <QtGui/qclipboard.h>
#include <QtGui/qguiapplication.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qplaintextedit.h>
#include <QtWidgets/qtoolbutton.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

constexpr qsizetype smallBytes = 32 * 1024; // re-indented at once

QToolButton *smallButton(QWidget *parent, const QString &name, const QString &icon,
                         const QString &text)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setIcon(McpUi::icon(icon));
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setAutoRaise(true);
    return button;
}

} // namespace

PayloadView::PayloadView(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_title(new ElidingLabel(QString(), this))
    , m_position(new QLabel(this))
    , m_previous(smallButton(this, name + u"Previous"_s, u"previous"_s, tr("Previous part")))
    , m_next(smallButton(this, name + u"Next"_s, u"next"_s, tr("Next part")))
    , m_copy(smallButton(this, name + u"Copy"_s, u"copy"_s, tr("Copy the message as received")))
    , m_edit(new QPlainTextEdit(this))
{
    setObjectName(name);
    m_title->setObjectName(name + u"Title"_s);
    m_position->setObjectName(name + u"Position"_s);
    Tones::apply(m_position, Tones::Tone::Dim);
    m_edit->setObjectName(name + u"Text"_s);
    m_edit->setAccessibleName(tr("Message as JSON"));
    m_edit->setReadOnly(true);
    m_edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_edit->setTabChangesFocus(true);
    m_highlighter = new JsonHighlighter(m_edit);
    m_edit->setFont(Tones::fixedFont());

    auto *top = new QHBoxLayout;
    top->setSpacing(2);
    top->addWidget(m_title, 1);
    top->addWidget(m_position);
    top->addWidget(m_previous);
    top->addWidget(m_next);
    top->addWidget(m_copy);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(top);
    layout->addWidget(m_edit, 1);
    connect(m_previous, &QToolButton::clicked, this, &PayloadView::showPrevious);
    connect(m_next, &QToolButton::clicked, this,
            [this] { showSlice(endOfSlice(m_begins.last())); });
    connect(m_copy, &QToolButton::clicked, this, &PayloadView::copyAll);
    clear();
}

void PayloadView::clear() { setPayload({}, {}); }

void PayloadView::setPayload(const QString &title, const QByteArray &payload, const QString &note)
{
    m_indenting.cancel();
    const QString shown = note.isEmpty() ? title : title + u" · "_s + note;
    setTitle(shown);
    setHighlighted(true);
    m_payload = payload;
    m_copy->setEnabled(!payload.isEmpty());
    if (payload.size() <= smallBytes)
        return takePretty(Mcp::JsonText::pretty(payload));
    takePretty(QByteArray());
    m_position->setText(tr("reading %1…").arg(formatSize(payload.size())));
    m_indenting.start([payload] { return Mcp::JsonText::pretty(payload); },
                      [this](const QByteArray &text) { takePretty(text); });
}

void PayloadView::setText(const QString &title, const QString &text)
{
    setTitle(title);
    setHighlighted(false);
    m_payload = text.toUtf8();
    m_copy->setEnabled(true);
    m_indenting.cancel();
    takePretty(m_payload);
}

void PayloadView::setHighlighted(bool on)
{
    QTextDocument *document = on ? m_edit->document() : nullptr;
    if (m_highlighter->document() != document)
        m_highlighter->setDocument(document);
}

void PayloadView::setTitle(const QString &title) { m_title->setText(title); }

void PayloadView::takePretty(const QByteArray &text)
{
    m_text = text;
    m_begins.clear();
    showSlice(0);
}

qsizetype PayloadView::endOfSlice(qsizetype begin) const
{
    qsizetype end = begin + sliceBytes;
    if (end >= m_text.size())
        return m_text.size();
    const qsizetype line = m_text.lastIndexOf('\n', end);
    if (line > begin + sliceBytes / 2)
        return line + 1;
    while (end > begin && (uchar(m_text.at(end)) & 0xc0) == 0x80)
        --end; // not inside a character
    return end;
}

void PayloadView::showSlice(qsizetype begin)
{
    m_begins.append(begin);
    const qsizetype end = endOfSlice(begin);
    m_edit->setPlainText(QString::fromUtf8(m_text.constData() + begin, end - begin));
    const bool sliced = m_text.size() > sliceBytes;
    m_position->setText(
            sliced ? tr("%1 – %2 of %3")
                             .arg(formatSize(begin), formatSize(end), formatSize(m_text.size()))
                   : QString());
    m_previous->setVisible(sliced);
    m_next->setVisible(sliced);
    m_previous->setEnabled(begin > 0);
    m_next->setEnabled(end < m_text.size());
}

void PayloadView::showPrevious()
{
    if (m_begins.size() < 2)
        return;
    m_begins.removeLast();
    showSlice(m_begins.takeLast());
}

void PayloadView::copyAll() const
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(m_payload));
}

} // namespace McpUi
