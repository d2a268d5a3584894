// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/markdowntext.h"

#include "models/format.h"
#include "views/markdownrenderer.h"
#include "views/weblink.h"

#include <QtCore/qthread.h>
#include <QtGui/qabstracttextdocumentlayout.h>
#include <QtGui/qevent.h>
#include <QtGui/qtextdocument.h>

#include <algorithm>

namespace McpUi {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kMaxLength = 16 * 1024;
constexpr qsizetype kMaxRows = 1000;
constexpr qsizetype kMaxMarkers = 200; ///< of lists and quotes in front of a row's text

bool isMarker(QChar c) { return c.isSpace() || c.isDigit() || u">-*+.)"_s.contains(c); }

} // namespace

bool MarkdownText::canShow(const QString &text)
{
    if (text.size() > kMaxLength || text.count(u'\n') > kMaxRows)
        return false;
    const QList<QStringView> rows = QStringView(text).split(u'\n');
    return std::none_of(rows.begin(), rows.end(), [](QStringView row) {
        return row.size() > kMaxMarkers
               && std::all_of(row.begin(), row.begin() + kMaxMarkers, isMarker);
    });
}

MarkdownText::MarkdownText(QWidget *parent)
    : QTextBrowser(parent)
{
    setOpenLinks(false);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(4);
    connect(this, &QTextBrowser::anchorClicked, this, &MarkdownText::openLink);
    connect(this, &QTextBrowser::highlighted, this, [this](const QUrl &url) {
        setToolTip(url.isEmpty() ? QString() : formatToolTip(url.toString()));
    });
}

MarkdownText::~MarkdownText() = default;

void MarkdownText::setSource(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    read();
}

void MarkdownText::read()
{
    // In a document that is not shown: one that is would be laid out for every word. Its content
    // goes on as Qt's own HTML, with what the text has of HTML escaped and without pictures, for
    // which Qt would load files of this computer.
    const auto parse = [text = m_text, style = MarkdownStyle::of(font(), palette())] {
        return renderMarkdown(text, style, QThread::currentThread())->toHtml();
    };
    m_reading.start(parse, [this](const QString &html) { take(html); });
}

void MarkdownText::take(const QString &html)
{
    document()->setHtml(html);
    fit();
}

QVariant MarkdownText::loadResource(int, const QUrl &) { return {}; }

void MarkdownText::openLink(const QUrl &url) { openWebLink(url); }

QSize MarkdownText::sizeHint() const { return { fontMetrics().averageCharWidth() * 40, height() }; }

QSize MarkdownText::minimumSizeHint() const
{
    return { fontMetrics().averageCharWidth() * 10, height() };
}

void MarkdownText::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fit();
}

void MarkdownText::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // it is shown whole: the page around it scrolls
}

void MarkdownText::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    // The colour of links is fixed when the text is read.
    if (event->type() == QEvent::PaletteChange && !m_text.isEmpty())
        read();
}

void MarkdownText::fit()
{
    const int wanted = qCeil(document()->documentLayout()->documentSize().height()) + 1;
    if (wanted != minimumHeight() || wanted != maximumHeight())
        setFixedHeight(wanted);
}

} // namespace McpUi
