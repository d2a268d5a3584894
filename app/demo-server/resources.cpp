// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "resources.h"

#include "samples.h"

using namespace Qt::Literals::StringLiterals;

namespace McpDemo::Resources {

namespace {

struct Resource
{
    QLatin1String uri;
    QLatin1String name;
    QLatin1String title;
    QLatin1String mimeType;
    QLatin1String description;
};

constexpr Resource resources[] = {
    { "demo://guide"_L1, "guide"_L1, "A short guide"_L1, "text/markdown"_L1,
      "What to look at on this server, as Markdown."_L1 },
    { "demo://picture"_L1, "picture"_L1, "A small picture"_L1, "image/png"_L1,
      "Sixteen pixels square, as bytes."_L1 },
};

const QString guide = u"# Guide to the demo server\n\n"
                      "1. Call **echo** and compare the raw messages.\n"
                      "2. Start **slow-job** and cancel it.\n"
                      "3. Let **exit** end the server, then start it again.\n"_s;

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
    if (resource->mimeType == "text/markdown"_L1)
        writer.add(u"text", guide);
    else
        writer.add(u"blob",
                   QString::fromLatin1(Samples::picture(16, 16, u"gradient"_s).toBase64()));
    return writer.toRawJson();
}

} // namespace McpDemo::Resources
