// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/markdownrenderer.h"

#include "forms/tones.h"
#include "models/format.h"

#include <QtCore/qregularexpression.h>
#include <QtCore/qthread.h>
#include <QtCore/qurl.h>
#include <QtGui/qtextcursor.h>
#include <QtGui/qtextobject.h>
#include <QtGui/qtexttable.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

// Qt's time for both grows with their square: 8,000 rows take three seconds.
constexpr qsizetype kMaxTableRows = 2000;
constexpr qsizetype kMaxMarks = 3000; ///< in one paragraph
/// Laying out a word grows with its square, too; from here on it may be broken anywhere.
constexpr qsizetype kLongWord = 500;

bool isMark(QChar c)
{
    return c == u'`' || c == u'*' || c == u'_' || c == u'[' || c == u'~' || c == u'<';
}

struct Piece
{
    int begin = 0;
    int length = 0;
    QTextCharFormat format;
};

QList<Piece> piecesOf(const QTextDocument &document)
{
    QList<Piece> pieces;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextFragment fragment = it.fragment();
            const QTextCharFormat format = fragment.charFormat();
            if (format.isImageFormat() || format.isAnchor() || format.fontFixedPitch())
                pieces.append({ fragment.position(), fragment.length(), format });
        }
    }
    return pieces;
}

/// A picture as a link to it, because Qt would load even files of this computer for it.
void replaceImage(QTextCursor &cursor, const QTextImageFormat &image, const MarkdownStyle &style)
{
    const QString alt = image.property(QTextFormat::ImageAltText).toString();
    QTextCharFormat format;
    format.setAnchor(true);
    format.setAnchorHref(image.name());
    format.setForeground(style.link);
    format.setFontUnderline(true);
    cursor.insertText(alt.isEmpty() ? u"picture"_s : u"picture: "_s + alt, format);
}

void replacePieces(QTextDocument &document, const MarkdownStyle &style)
{
    QList<Piece> pieces = piecesOf(document);
    QTextCursor cursor(&document);
    // From the end, so that places in front stay what they are.
    std::reverse(pieces.begin(), pieces.end());
    for (const Piece &piece : std::as_const(pieces)) {
        cursor.setPosition(piece.begin);
        cursor.setPosition(piece.begin + piece.length, QTextCursor::KeepAnchor);
        if (piece.format.isImageFormat()) {
            replaceImage(cursor, piece.format.toImageFormat(), style);
            continue;
        }
        QTextCharFormat format;
        if (piece.format.isAnchor()) {
            format.setForeground(style.link);
            format.setFontUnderline(true);
        }
        if (piece.format.fontFixedPitch())
            format.setBackground(style.code);
        cursor.mergeCharFormat(format);
    }
}

void breakLongWords(QTextDocument &document)
{
    QTextCursor cursor(&document);
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (block.length() <= kLongWord)
            continue;
        const QString text = block.text();
        QList<int> places;
        qsizetype run = 0;
        for (qsizetype i = 0; i < text.size(); ++i) {
            run = text.at(i).isSpace() ? 0 : run + 1;
            if (run >= kLongWord && !text.at(i).isHighSurrogate()) {
                places.append(int(i) + 1);
                run = 0;
            }
        }
        std::reverse(places.begin(), places.end());
        for (const int place : std::as_const(places)) {
            cursor.setPosition(block.position() + place);
            cursor.insertText(QString(QChar(0x200b))); // a place to break, of no width
        }
    }
}

/// The last to hold it may be the thread that made it, when nobody wants it any more.
void endInItsThread(QTextDocument *document)
{
    if (document->thread() == QThread::currentThread())
        delete document;
    else
        document->deleteLater();
}

/// Qt sets headings, code and quotations without room around them, and quotations like all else.
void styleBlocks(QTextDocument &document, const MarkdownStyle &style)
{
    QTextCursor cursor(&document);
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        QTextBlockFormat format = block.blockFormat();
        if (format.headingLevel() > 0) {
            format.setTopMargin(block.blockNumber() == 0 ? 0 : 12);
            format.setBottomMargin(4);
        } else if (format.hasProperty(QTextFormat::BlockCodeFence) || format.nonBreakableLines()) {
            format.setBackground(style.code);
            format.setNonBreakableLines(false); // else it would be as wide as its longest line
        } else if (format.intProperty(QTextFormat::BlockQuoteLevel) > 0) {
            format.setBackground(style.code);
            format.setLeftMargin(12);
        } else {
            continue;
        }
        cursor.setPosition(block.position());
        cursor.setBlockFormat(format);
    }
}

/// The importer leaves an empty paragraph in a table's first cell and its words not bold.
void styleHeaderCell(const QTextTableCell &cell)
{
    QTextCursor cursor = cell.firstCursorPosition();
    if (cursor.block().length() == 1 && cell.lastCursorPosition().block() != cursor.block())
        cursor.deleteChar();
    cursor.setPosition(cell.lastCursorPosition().position(), QTextCursor::KeepAnchor);
    QTextCharFormat bold;
    bold.setFontWeight(QFont::Bold);
    cursor.mergeCharFormat(bold);
}

void styleTables(QTextFrame *frame, const MarkdownStyle &style)
{
    const QList<QTextFrame *> children = frame->childFrames();
    for (QTextFrame *child : children) {
        if (auto *table = qobject_cast<QTextTable *>(child)) {
            QTextTableFormat format = table->format();
            format.setBorderCollapse(true);
            format.setBorder(1);
            format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
            format.setBorderBrush(style.line);
            format.setCellPadding(4);
            format.setCellSpacing(0);
            format.setTopMargin(4);
            format.setBottomMargin(8);
            table->setFormat(format);
            for (int column = 0; column < table->columns(); ++column)
                styleHeaderCell(table->cellAt(0, column));
        }
        styleTables(child, style);
    }
}

/// What turns the direction of text around, the address of a link as well, is shown as \uXXXX;
/// where links lead stays.
void escapeTurns(QTextDocument &document)
{
    static const QRegularExpression turns(u"[\u202a-\u202e\u2066-\u2069]+"_s);
    for (QTextCursor found = document.find(turns); !found.isNull();
         found = document.find(turns, found)) {
        const QTextCharFormat format = found.charFormat();
        found.insertText(displayText(found.selectedText()), format);
    }
}

} // namespace

MarkdownStyle MarkdownStyle::of(const QFont &font, const QPalette &palette)
{
    MarkdownStyle style{ font, Tones::text(Tones::Tone::Key, palette), Tones::line(palette),
                         Tones::text(Tones::Tone::Dim, palette) };
    style.code.setAlphaF(0.15F);
    return style;
}

std::shared_ptr<QTextDocument> renderMarkdown(const QString &text, const MarkdownStyle &style,
                                              QThread *owner)
{
    const std::shared_ptr<QTextDocument> document(new QTextDocument, &endInItsThread);
    document->setUndoRedoEnabled(false);
    document->setDefaultFont(style.font);
    document->setDocumentMargin(8);
    document->setMarkdown(text,
                          QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub)
                                  | QTextDocument::MarkdownNoHTML);
    replacePieces(*document, style);
    escapeTurns(*document);
    breakLongWords(*document);
    styleBlocks(*document, style);
    styleTables(document->rootFrame(), style);
    document->moveToThread(owner);
    return document;
}

QString markdownObstacle(QStringView text)
{
    qsizetype rows = 0;
    qsizetype marks = 0;
    bool row = false;
    bool blank = true;
    for (const QChar c : text) {
        if (c == u'\n') {
            rows += row ? 1 : 0;
            if (blank)
                marks = 0;
            row = false;
            blank = true;
        } else {
            row = row || c == u'|';
            blank = blank && c.isSpace();
            marks += isMark(c) ? 1 : 0;
        }
        if (rows > kMaxTableRows)
            return u"Too many table rows to be rendered as Markdown."_s;
        if (marks > kMaxMarks)
            return u"Too many marks in one paragraph to be rendered as Markdown."_s;
    }
    return {};
}

} // namespace McpUi
