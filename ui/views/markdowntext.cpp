// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/markdowntext.h"

#include "models/format.h"

#include <QtGui/qabstracttextdocumentlayout.h>
#include <QtGui/qdesktopservices.h>
#include <QtGui/qevent.h>
#include <QtGui/qtextdocument.h>

namespace McpUi {

using namespace Qt::Literals::StringLiterals;

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
    // In a document that is not shown: one that is would be laid out for every word.
    const auto parse = [text = m_text.left(kMaxLength)] {
        QTextDocument::MarkdownFeatures features = QTextDocument::MarkdownDialectGitHub;
        features |= QTextDocument::MarkdownNoHTML;
        QTextDocument read;
        read.setMarkdown(text, features);
        return QTextDocumentFragment(&read);
    };
    m_reading.start(parse, [this](const QTextDocumentFragment &content) { show(content); });
}

void MarkdownText::show(const QTextDocumentFragment &content)
{
    clear();
    QTextCursor(document()).insertFragment(content);
    fit();
}

QVariant MarkdownText::loadResource(int, const QUrl &) { return {}; }

void MarkdownText::openLink(const QUrl &url)
{
    const QString scheme = url.scheme();
    if (url.isValid() && !url.host().isEmpty() && (scheme == "https"_L1 || scheme == "http"_L1))
        QDesktopServices::openUrl(url);
}

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
