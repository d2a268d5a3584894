// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "resources.h"

#include "samples.h"

using namespace Qt::Literals::StringLiterals;

namespace McpDemo::Resources {

namespace {

using Maker = void (*)(Mcp::JsonObjectWriter &writer);

void addBytes(Mcp::JsonObjectWriter &writer, const QByteArray &bytes)
{
    writer.add(u"blob", QString::fromLatin1(bytes.toBase64()));
}

const QString guide = u"# Guide to the demo server\n\n"
                      "1. Call **echo** and compare the raw messages.\n"
                      "2. Start **slow-job** and cancel it.\n"
                      "3. Let **exit** end the server, then start it again.\n"_s;

void addGuide(Mcp::JsonObjectWriter &writer) { writer.add(u"text", guide); }
void addTable(Mcp::JsonObjectWriter &writer) { writer.add(u"text", Samples::table(60)); }
void addSettings(Mcp::JsonObjectWriter &writer) { writer.add(u"text", Samples::json()); }

void addPicture(Mcp::JsonObjectWriter &writer)
{
    addBytes(writer, Samples::picture(16, 16, u"gradient"_s));
}

void addDrawing(Mcp::JsonObjectWriter &writer) { addBytes(writer, Samples::drawing()); }
void addSound(Mcp::JsonObjectWriter &writer) { addBytes(writer, Samples::tone(523.25, 1.0)); }
void addRawBytes(Mcp::JsonObjectWriter &writer) { addBytes(writer, Samples::bytes(1000)); }

struct Resource
{
    QLatin1String uri;
    QLatin1String name;
    QLatin1String title;
    QLatin1String mimeType;
    QLatin1String description;
    Maker add = nullptr;
};

constexpr Resource resources[] = {
    { "demo://guide"_L1, "guide"_L1, "A short guide"_L1, "text/markdown"_L1,
      "What to look at on this server, as Markdown."_L1, addGuide },
    { "demo://picture"_L1, "picture"_L1, "A small picture"_L1, "image/png"_L1,
      "Sixteen pixels square, as bytes."_L1, addPicture },
    { "demo://table"_L1, "table"_L1, "A table"_L1, "text/csv"_L1,
      "Comma separated values with quoted cells."_L1, addTable },
    { "demo://settings"_L1, "settings"_L1, "Settings"_L1, "application/json"_L1,
      "JSON whose digits and order must stay."_L1, addSettings },
    { "demo://drawing"_L1, "drawing"_L1, "A drawing"_L1, "image/svg+xml"_L1, "An SVG drawing."_L1,
      addDrawing },
    { "demo://sound"_L1, "sound"_L1, "A sound"_L1, "audio/wav"_L1, "One second of a tone."_L1,
      addSound },
    { "demo://bytes"_L1, "bytes"_L1, "Bytes"_L1, "application/octet-stream"_L1,
      "Bytes that mean nothing."_L1, addRawBytes },
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
    writer.add(u"title", QString(resource.title));
    writer.add(u"description", QString(resource.description));
    writer.add(u"mimeType", QString(resource.mimeType));
}

} // namespace

Mcp::RawJson list()
{
    Mcp::JsonArrayWriter entries;
    for (const Resource &resource : resources) {
        Mcp::JsonObjectWriter entry;
        describe(entry, resource);
        entries.add(entry.toRawJson());
    }
    return Mcp::JsonObjectWriter().add(u"resources", entries.toRawJson()).toRawJson();
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
    Mcp::JsonObjectWriter writer;
    writer.add(u"uri", uri).add(u"mimeType", QString(resource->mimeType));
    resource->add(writer);
    return writer.toRawJson();
}

} // namespace McpDemo::Resources
