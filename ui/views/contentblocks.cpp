// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/contentblocks.h"

#include "models/background.h"
#include "models/format.h"
#include "views/binarybody.h"
#include "views/contentblock.h"
#include "views/imagebody.h"
#include "views/resultexporter.h"
#include "views/textpane.h"
#include "json/jsontext.h"

#include <QtCore/qurl.h>
#include <QtGui/qdesktopservices.h>
#include <QtWidgets/qtoolbutton.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

/// Who a block is meant for and how much it matters, as the server annotates it.
QStringList annotationDetails(const Mcp::RawJson &annotations)
{
    QStringList audience;
    const QList<Mcp::RawJson> names = annotations.value("audience").elements();
    for (const Mcp::RawJson &name : names)
        audience.append(name.toString());
    QStringList details;
    if (!audience.isEmpty())
        details.append(u"for "_s + audience.join(u" and "_s));
    if (const Mcp::RawJson priority = annotations.value("priority"); priority.isNumber())
        details.append(u"priority "_s + QString::fromUtf8(priority.view()));
    if (const QString time = annotations.value("lastModified").toString(); !time.isEmpty())
        details.append(u"modified "_s + time);
    return details;
}

/// Copy and Save for a text, and the text.
void addText(ContentBlock *block, const Mcp::RawJson &token, const QString &suffix,
             ResultExporter *exporter)
{
    const TextParts parts(token);
    block->addText(u"Text of the block"_s)->setParts(parts);
    auto *copy = block->addButton(u"copy"_s, u"Copy"_s, u"Copy the whole text"_s);
    QObject::connect(copy, &QToolButton::clicked, exporter, [exporter, parts] {
        exporter->copy(parts.size(), [parts] { return parts.wholeText(); });
    });
    auto *save = block->addButton(u"save"_s, u"Save…"_s, u"Save the whole text to a file"_s);
    const QString part = u"block%1%2"_s.arg(QString::number(block->position()), suffix);
    QObject::connect(save, &QToolButton::clicked, exporter, [exporter, parts, part] {
        exporter->save(part, parts.size(), [parts] { return parts.wholeUtf8(); });
    });
}

/// A block that we have no better picture of: its JSON.
void fillRaw(ContentBlock *block, const Mcp::RawJson &raw, ResultExporter *exporter)
{
    TextPane *pane = block->addText(u"JSON of the block"_s);
    pane->setFixedFont();
    pane->setParts(TextParts(raw.size() < kBackgroundSize ? Mcp::JsonText::pretty(raw.view())
                                                          : raw.toByteArray()));
    auto *copy = block->addButton(u"copy"_s, u"Copy"_s, u"Copy the block's JSON as received"_s);
    QObject::connect(copy, &QToolButton::clicked, exporter, [exporter, raw] {
        exporter->copy(raw.size(), [raw] { return QString::fromUtf8(raw.view()); });
    });
    auto *save = block->addButton(u"save"_s, u"Save…"_s, u"Save the block's JSON as received"_s);
    const QString part = u"block%1.json"_s.arg(block->position());
    QObject::connect(save, &QToolButton::clicked, exporter, [exporter, raw, part] {
        exporter->save(part, raw.size(), [raw] { return raw.toByteArray(); });
    });
}

bool isImage(const QString &mimeType)
{
    return mimeType.startsWith("image/"_L1, Qt::CaseInsensitive);
}

/// Copy for the address, and Open where it leads to the web. Nothing is opened without a click.
void addLinkButtons(ContentBlock *block, const QString &uri, ResultExporter *exporter)
{
    auto *copy = block->addButton(u"copyUri"_s, u"Copy URI"_s, u"Copy the URI"_s);
    QObject::connect(copy, &QToolButton::clicked, exporter,
                     [exporter, uri] { exporter->copy(uri); });
    const QUrl url(uri, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty()
        || (url.scheme() != "https"_L1 && url.scheme() != "http"_L1))
        return;
    auto *open = block->addButton(u"open"_s, u"Open in browser"_s, u"Open %1"_s.arg(uri));
    QObject::connect(open, &QToolButton::clicked, block, [url] { QDesktopServices::openUrl(url); });
}

void fillLink(ContentBlock *block, const Mcp::Content &content, ResultExporter *exporter)
{
    const Mcp::RawJson &raw = content.raw();
    block->setTitle(u"Resource link"_s);
    const std::optional<qint64> size = raw.value("size").toInteger();
    block->setDetails(QStringList{ content.mimeType(), size ? formatSize(*size) : QString() }
                      + annotationDetails(content.annotations()));
    block->addField(u"Title"_s, raw.value("title").toString());
    block->addField(u"Name"_s, raw.value("name").toString());
    block->addField(u"URI"_s, content.uri());
    block->addField(u"Description"_s, raw.value("description").toString());
    if (content.uri().isEmpty())
        block->addWarning(u"The link has no URI."_s);
    else
        addLinkButtons(block, content.uri(), exporter);
}

void fillResource(ContentBlock *block, const ResultDigest::Block &from, ResultExporter *exporter)
{
    const Mcp::Content &content = from.content;
    block->setTitle(u"Embedded resource"_s);
    block->setDetails(QStringList{ content.mimeType(),
                                   from.text.isAbsent() ? QString() : formatSize(from.text.size()) }
                      + annotationDetails(content.annotations()));
    block->addField(u"URI"_s, content.uri());
    if (!content.uri().isEmpty())
        addLinkButtons(block, content.uri(), exporter);
    if (!from.text.isAbsent()) {
        const QString mime = content.mimeType();
        addText(block, from.text, mime.isEmpty() ? u".txt"_s : ResultExporter::suffixFor(mime),
                exporter);
    } else if (isImage(content.mimeType())) {
        block->addBody(new ImageBody(content, block, exporter));
    } else {
        block->addBody(new BinaryBody(content, block, exporter));
    }
}

} // namespace

ContentBlock *makeContentBlock(const ResultDigest::Block &from, int position,
                               ResultExporter *exporter, QWidget *parent)
{
    auto *block = new ContentBlock(position, parent);
    const Mcp::Content &content = from.content;
    const QStringList annotations = annotationDetails(content.annotations());
    switch (from.type) {
    case Mcp::Content::Type::Text:
        if (from.text.isAbsent())
            break;
        block->setTitle(u"Text"_s);
        block->setDetails(QStringList{ formatSize(qMax<qsizetype>(0, from.text.size() - 2)) }
                          + annotations);
        addText(block, from.text, u".txt"_s, exporter);
        return block;
    case Mcp::Content::Type::Image:
        block->setTitle(u"Image"_s);
        block->setDetails(QStringList{ content.mimeType() } + annotations);
        block->addBody(new ImageBody(content, block, exporter));
        return block;
    case Mcp::Content::Type::Audio:
        block->setTitle(u"Audio"_s);
        block->setDetails(QStringList{ content.mimeType() } + annotations);
        block->addBody(new BinaryBody(content, block, exporter));
        return block;
    case Mcp::Content::Type::ResourceLink:
        fillLink(block, content, exporter);
        return block;
    case Mcp::Content::Type::Resource:
        if (!content.resource().isObject())
            break;
        fillResource(block, from, exporter);
        return block;
    case Mcp::Content::Type::Unknown:
        break;
    }
    const QString type = content.typeName();
    block->setTitle(type.isEmpty() ? u"Content without a type"_s
                    : from.type == Mcp::Content::Type::Unknown
                            ? u"Unknown content \"%1\""_s.arg(type)
                            : u"Incomplete content \"%1\""_s.arg(type));
    block->setDetails({ formatSize(content.raw().size()) });
    fillRaw(block, content.raw(), exporter);
    return block;
}

} // namespace McpUi
