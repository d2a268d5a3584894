// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/addresslabel.h"

#include "forms/tones.h"
#include "models/addressfacts.h"

#include <QtCore/qcoreevent.h>
#include <QtGui/qtextcursor.h>
#include <QtGui/qtextlayout.h>
#include <QtGui/qtextobject.h>

namespace McpUi {

namespace {

constexpr int kMostLines = 8; ///< in sight at one time

} // namespace

AddressLabel::AddressLabel(const AddressFacts &facts, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_hostBegin(facts.before.size())
    , m_hostEnd(m_hostBegin + facts.host.size())
{
    setAccessibleName(tr("The whole address"));
    setReadOnly(true);
    setTabChangesFocus(true);
    setFont(Tones::fixedFont());
    setWordWrapMode(QTextOption::WrapAnywhere);
    setPlainText(facts.text());
    emphasise();
    fit();
}

void AddressLabel::emphasise()
{
    QTextCharFormat quiet;
    quiet.setForeground(Tones::text(Tones::Tone::Dim, palette()));
    QTextCharFormat strong;
    strong.setFontWeight(QFont::Bold);
    strong.setForeground(palette().text());
    QTextCursor cursor(document());
    cursor.select(QTextCursor::Document);
    cursor.setCharFormat(m_hostEnd > m_hostBegin ? quiet : strong);
    cursor.setPosition(int(m_hostBegin));
    cursor.setPosition(int(m_hostEnd), QTextCursor::KeepAnchor);
    cursor.setCharFormat(strong);
}

void AddressLabel::fit()
{
    const QTextLayout *layout = document()->firstBlock().layout();
    const int lines = qBound(1, layout->lineCount(), kMostLines);
    const int margins = int(2 * document()->documentMargin()) + 2 * frameWidth();
    const int height = lines * fontMetrics().lineSpacing() + margins + 2;
    if (height != minimumHeight())
        setFixedHeight(height);
}

void AddressLabel::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fit();
}

void AddressLabel::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        emphasise();
    if (event->type() == QEvent::FontChange)
        fit();
}

} // namespace McpUi
