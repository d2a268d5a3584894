// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "resources.h"

#include "icons.h"
#include "resourcetexts.h"
#include "samples.h"

using namespace Qt::Literals::StringLiterals;

namespace McpDemo::Resources {

namespace {

/// What a resource holds: one of the two.
struct Body
{
    QString text; ///< null: bytes
    QByteArray bytes;

    qsizetype size() const { return text.isNull() ? bytes.size() : text.toUtf8().size(); }
};

using Maker = Body (*)();
using Icons::Colour;

struct Resource
{
    QLatin1String uri;
    QLatin1String name;
    QLatin1String title;
    QLatin1String mimeType;
    QLatin1String description;
    Maker make = nullptr;
    Colour colour = Colour::Blue;
    QLatin1String annotations = {}; ///< JSON
};

Body ofText(const QString &text) { return { text, {} }; }
Body ofBytes(const QByteArray &bytes) { return { {}, bytes }; }

constexpr Resource resources[] = {
    { "demo://guide"_L1, "guide"_L1, "A short guide"_L1, "text/markdown"_L1,
      "What to look at on this server, as Markdown. Begin here."_L1,
      [] { return ofText(ResourceTexts::guide()); }, Colour::Green,
      R"({"audience":["user","assistant"],"priority":1.0,"lastModified":"2026-07-28T09:00:00Z"})"_L1 },
    { "demo://picture"_L1, "picture"_L1, "A small picture"_L1, "image/png"_L1,
      "Sixteen pixels square, as bytes."_L1,
      [] { return ofBytes(Samples::picture(16, 16, u"gradient"_s)); }, Colour::Orange },
    { "demo://table"_L1, "table"_L1, "A table"_L1, "text/csv"_L1,
      "Comma separated values with quoted cells."_L1, [] { return ofText(Samples::table(60)); } },
    { "demo://settings"_L1, "settings"_L1, "Settings"_L1, "application/json"_L1,
      "JSON whose digits and order must stay."_L1, [] { return ofText(Samples::json()); } },
    { "demo://drawing"_L1, "drawing"_L1, "A drawing"_L1, "image/svg+xml"_L1, "An SVG drawing."_L1,
      [] { return ofBytes(Samples::drawing()); }, Colour::Orange },
    { "demo://sound"_L1, "sound"_L1, "A sound"_L1, "audio/wav"_L1, "One second of a tone."_L1,
      [] { return ofBytes(Samples::tone(523.25, 1.0)); }, Colour::Violet },
    { "demo://bytes"_L1, "bytes"_L1, "Bytes"_L1, "application/octet-stream"_L1,
      "Bytes that mean nothing."_L1, [] { return ofBytes(Samples::bytes(1000)); } },
    { "demo://photo"_L1, "photo"_L1, "A larger picture"_L1, "image/png"_L1,
      "480 x 320 pixels, rings."_L1, [] { return ofBytes(Samples::picture(480, 320, u"rings"_s)); },
      Colour::Orange, R"({"audience":["user"],"priority":0.5})"_L1 },
    { "demo://release-notes"_L1, "release-notes"_L1, "Release notes"_L1, "text/markdown"_L1,
      "Markdown with everything that is common, and with what a viewer must not follow."_L1,
      [] { return ofText(Samples::markdown()); }, Colour::Green },
    { "demo://note"_L1, "note"_L1, "A note"_L1, "text/plain"_L1, "A few words in many scripts."_L1,
      [] { return ofText(ResourceTexts::note()); } },
    { "demo://inventory"_L1, "inventory"_L1, "Inventory"_L1, "application/json"_L1,
      "Fifty records as JSON."_L1, [] { return ofText(ResourceTexts::inventory()); } },
    { "demo://book"_L1, "book"_L1, "A book"_L1, "text/plain"_L1,
      "Half a megabyte of text in numbered lines: opening it must not take long."_L1,
      [] { return ofText(ResourceTexts::book()); }, Colour::Blue, R"({"priority":0.1})"_L1 },
    { "demo://page"_L1, "page"_L1, "A page"_L1, "text/html"_L1,
      "HTML with a script: to be read, not to be run."_L1,
      [] { return ofText(ResourceTexts::page()); } },
    { "ui://demo/panel"_L1, "panel"_L1, "A panel"_L1, "text/html;profile=mcp-app"_L1,
      "A scheme for other programs: a client that does not know it shows the text."_L1,
      [] { return ofText(ResourceTexts::page()); }, Colour::Violet },
    { "demo://untyped"_L1,
      "untyped"_L1,
      {},
      {},
      {}, // the least that a resource can be
      [] { return ofText(u"No title, no type, no description."_s); } },
};

const Resource *find(QStringView uri)
{
    for (const Resource &resource : resources) {
        if (uri == resource.uri)
            return &resource;
    }
    return nullptr;
}

void describe(Mcp::JsonObjectWriter &writer, const Resource &resource)
{
    writer.add(u"uri", QString(resource.uri)).add(u"name", QString(resource.name));
    if (resource.title.isEmpty())
        return;
    writer.add(u"title", QString(resource.title));
    writer.add(u"description", QString(resource.description));
    writer.add(u"mimeType", QString(resource.mimeType));
}

Mcp::RawJson entryFor(const Resource &resource)
{
    Mcp::JsonObjectWriter entry;
    describe(entry, resource);
    entry.add(u"size", resource.make().size());
    if (!resource.annotations.isEmpty())
        entry.addRaw(u"annotations", QByteArrayView(resource.annotations));
    if (!resource.title.isEmpty())
        entry.add(u"icons", resource.colour == Colour::Orange ? Icons::square(resource.colour)
                                                              : Icons::disc(resource.colour));
    return entry.toRawJson();
}

} // namespace

const QList<Mcp::RawJson> &list()
{
    static const QList<Mcp::RawJson> entries = [] {
        QList<Mcp::RawJson> all;
        for (const Resource &resource : resources)
            all.append(entryFor(resource));
        return all;
    }();
    return entries;
}

Mcp::RawJson link(QStringView uri)
{
    const Resource *resource = find(uri);
    if (!resource)
        return {};
    Mcp::JsonObjectWriter block;
    block.add(u"type", u"resource_link");
    describe(block, *resource);
    return block.toRawJson();
}

Mcp::RawJson contents(QStringView uri)
{
    const Resource *resource = find(uri);
    if (!resource)
        return {};
    const Body body = resource->make();
    if (!body.text.isNull())
        return textContents(uri, QString(resource->mimeType), body.text);
    Mcp::JsonObjectWriter writer;
    writer.add(u"uri", uri).add(u"mimeType", QString(resource->mimeType));
    writer.add(u"blob", QString::fromLatin1(body.bytes.toBase64()));
    return writer.toRawJson();
}

Mcp::RawJson textContents(QStringView uri, QStringView mimeType, QStringView text)
{
    Mcp::JsonObjectWriter writer;
    writer.add(u"uri", uri);
    if (!mimeType.isEmpty())
        writer.add(u"mimeType", mimeType);
    writer.add(u"text", text);
    return writer.toRawJson();
}

} // namespace McpDemo::Resources
