// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/contentblocks.h"

#include "models/background.h"
#include "models/format.h"
#include "models/mediatype.h"
#include "views/binarybody.h"
#include "views/blockcontext.h"
#include "views/contentblock.h"
#include "views/imagebody.h"
#include "views/linkbody.h"
#include "views/resultexporter.h"
#include "views/textbody.h"
#include "views/textpane.h"
#include "json/jsontext.h"

#include <QtWidgets/qtoolbutton.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

/// Who a block is meant for and how much it matters, as the server annotates it.
QStringList annotationDetails(const Mcp::Content &content)
{
    Mcp::RawJson annotations = content.annotations();
    if (!annotations.isObject())
        annotations = content.resource().value("annotations");
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

QString textSize(const Mcp::RawJson &text)
{
    return text.isAbsent() ? QString() : formatSize(qMax<qsizetype>(0, text.size() - 2));
}

/// A block that we have no better picture of: its JSON.
void fillRaw(ContentBlock *block, const Mcp::RawJson &raw, ResultExporter *exporter)
{
    TextPane *pane = block->addText(u"JSON of the block"_s);
    pane->setFixedFont();
    pane->setParts(TextParts(raw.size() < kBackgroundSize ? Mcp::JsonText::pretty(raw.view())
                                                          : raw.toByteArray()));
    auto *copy = block->addButton(u"copy"_s, u"Copy"_s, u"Copy the block's JSON as received"_s,
                                  u"copy"_s);
    QObject::connect(copy, &QToolButton::clicked, exporter, [exporter, raw] {
        exporter->copy(raw.size(), [raw] { return QString::fromUtf8(raw.view()); });
    });
    auto *save = block->addButton(u"save"_s, u"Save…"_s, u"Save the block's JSON as received"_s,
                                  u"save"_s);
    const QString part = block->fileName(MediaType::of(u"application/json"_s));
    QObject::connect(save, &QToolButton::clicked, exporter, [exporter, raw, part] {
        exporter->save(part, raw.size(), [raw] { return raw.toByteArray(); });
    });
}

/// The pictures a server offers for a link, which are not loaded: one line each.
QString iconLines(const Mcp::RawJson &icons)
{
    QStringList lines;
    const QList<Mcp::RawJson> entries = icons.elements();
    for (const Mcp::RawJson &icon : entries) {
        QStringList facts{ icon.value("src").toString(), icon.value("mimeType").toString() };
        const QList<Mcp::RawJson> sizes = icon.value("sizes").elements();
        for (const Mcp::RawJson &size : sizes)
            facts.append(size.toString());
        facts.removeAll(QString());
        lines.append(facts.join(u" · "_s));
    }
    return lines.join(u'\n');
}

/// What every kind may carry besides its content.
void addExtras(ContentBlock *block, const Mcp::RawJson &of)
{
    block->addField(u"Icons"_s, iconLines(of.value("icons")));
    if (const Mcp::RawJson meta = of.value("_meta"); !meta.isAbsent())
        block->addField(u"_meta"_s, QString::fromUtf8(meta.view().first(
                                            qMin<qsizetype>(meta.size(), 16 * 1024))));
}

void fillLink(ContentBlock *block, const Mcp::Content &content, const BlockContext &context)
{
    const Mcp::RawJson &raw = content.raw();
    block->setTitle(u"Resource link"_s);
    const std::optional<qint64> size = raw.value("size").toInteger();
    block->setDetails(QStringList{ content.mimeType(), size ? formatSize(*size) : QString() }
                      + annotationDetails(content));
    block->addField(u"Title"_s, displayLine(raw.value("title").toString()));
    block->addField(u"Name"_s, displayLine(raw.value("name").toString()));
    block->addField(u"URI"_s, displayLine(content.uri()));
    block->addField(u"Description"_s, raw.value("description").toString());
    addExtras(block, raw);
    if (content.uri().isEmpty())
        block->addWarning(u"The link has no URI."_s);
    else
        block->addWidget(new LinkBody(content.uri(), block, context));
}

void addData(ContentBlock *block, const Mcp::Content &content, const MediaType &type,
             const BlockContext &context)
{
    if (type.kind() == MediaType::Kind::Image)
        block->addBody(new ImageBody(content, type.essence(), block, context));
    else
        block->addBody(new BinaryBody(content, type, block, context));
}

void fillResource(ContentBlock *block, const ResultDigest::Block &from, const BlockContext &context)
{
    const Mcp::Content &content = from.facts;
    const MediaType type = MediaType::of(content.mimeType(), content.uri());
    block->setTitle(from.standsAlone ? u"Content"_s : u"Embedded resource"_s);
    const bool isText = !from.text.isAbsent() || !from.blobText.isEmpty();
    const TextParts text = from.text.isAbsent() ? TextParts(from.blobText) : TextParts(from.text);
    block->setDetails(
            QStringList{ content.mimeType(), isText ? formatSize(text.size()) : QString() }
            + annotationDetails(content));
    block->addField(u"URI"_s, displayLine(content.uri()));
    addExtras(block, content.raw());
    addExtras(block, content.resource());
    if (isText && type.essence() != "image/svg+xml"_L1)
        block->addBody(new TextBody(text, type, block, context));
    else
        addData(block, from.content, type, context);
    if (!content.uri().isEmpty())
        addLinkButtons(block, content.uri(), context);
}

/// False when the block lacks what its type needs.
bool fill(ContentBlock *block, const ResultDigest::Block &from, const BlockContext &context)
{
    const Mcp::Content &content = from.facts;
    const QStringList annotations = annotationDetails(content);
    switch (from.type) {
    case Mcp::Content::Type::Text:
        if (from.text.isAbsent())
            return false;
        block->setTitle(u"Text"_s);
        block->setDetails(QStringList{ content.mimeType(), textSize(from.text) } + annotations);
        block->addBody(new TextBody(TextParts(from.text), MediaType::of(content.mimeType()), block,
                                    context));
        break;
    case Mcp::Content::Type::Image:
        block->setTitle(u"Image"_s);
        block->setDetails(QStringList{ content.mimeType() } + annotations);
        block->addBody(new ImageBody(from.content, content.mimeType(), block, context));
        break;
    case Mcp::Content::Type::Audio:
        block->setTitle(u"Audio"_s);
        block->setDetails(QStringList{ content.mimeType() } + annotations);
        block->addBody(
                new BinaryBody(from.content, MediaType::of(content.mimeType()), block, context));
        break;
    case Mcp::Content::Type::ResourceLink:
        fillLink(block, content, context);
        return true;
    case Mcp::Content::Type::Resource:
        if (!content.resource().isObject())
            return false;
        fillResource(block, from, context);
        return true;
    case Mcp::Content::Type::Unknown:
        return false;
    }
    addExtras(block, content.raw());
    return true;
}

} // namespace

ContentBlock *makeContentBlock(const ResultDigest::Block &from, const QString &number,
                               const BlockContext &context, QWidget *parent)
{
    auto *block = new ContentBlock(number, parent);
    if (fill(block, from, context))
        return block;
    const QString type = from.facts.typeName();
    block->setTitle(type.isEmpty() ? u"Content without a type"_s
                    : from.type == Mcp::Content::Type::Unknown
                            ? u"Unknown content \"%1\""_s.arg(type)
                            : u"Incomplete content \"%1\""_s.arg(type));
    block->setDetails({ formatSize(from.content.raw().size()) });
    fillRaw(block, from.content.raw(), context.exporter);
    return block;
}

} // namespace McpUi
