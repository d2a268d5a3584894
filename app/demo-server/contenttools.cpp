// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "tools.h"

#include "resources.h"
#include "samples.h"
#include "toolcall.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace McpDemo::Tools {

namespace {

QByteArray smallPicture() { return Samples::picture(48, 32, u"gradient"_s).toBase64(); }

Mcp::RawJson embedded(QStringView uri)
{
    Mcp::JsonObjectWriter block;
    block.add(u"type", u"resource").add(u"resource", Resources::contents(uri));
    return block.toRawJson();
}

Mcp::RawJson json(const char *text) { return Mcp::RawJson::fromText(text); }

} // namespace

void text(ToolCall &call)
{
    const QString kind =
            call.arguments().choice("kind", { u"markdown"_s, u"json"_s, u"table"_s, u"plain"_s });
    if (call.endedByBadArguments())
        return;
    call.finish(kind == "json"_L1    ? Samples::json()
                : kind == "table"_L1 ? Samples::table(20)
                : kind == "plain"_L1 ? u"Plain <b>text</b>, *as it is*.\n\tA tab, and 日本語."_s
                                     : Samples::markdown());
}

void image(ToolCall &call)
{
    Arguments &arguments = call.arguments();
    const int width = int(arguments.integer("width", 320, 1, 4096));
    const int height = int(arguments.integer("height", 200, 1, 4096));
    const QString pattern =
            arguments.choice("pattern", { u"gradient"_s, u"checkers"_s, u"rings"_s });
    const QString format = arguments.choice("format", { u"png"_s, u"gif"_s, u"svg"_s });
    const bool broken = arguments.flag("broken", false);
    if (call.endedByBadArguments())
        return;
    if (format == "gif"_L1) {
        const int size = qBound(16, width, 512);
        return call.finish(
                ToolResult().addImage(Samples::animation(size, 12).toBase64(), u"image/gif"));
    }
    if (format == "svg"_L1)
        return call.finish(ToolResult().addImage(Samples::drawing().toBase64(), u"image/svg+xml"));
    const QByteArray png = Samples::picture(width, height, pattern);
    QByteArray base64 = png.toBase64();
    if (broken)
        base64 = base64.first(base64.size() / 2) + "!!";
    call.finish(ToolResult()
                        .addImage(base64, u"image/png")
                        .addText(u"%1 x %2 pixels, %3 bytes of PNG, %4 characters of base64"_s
                                         .arg(width)
                                         .arg(height)
                                         .arg(png.size())
                                         .arg(base64.size())));
}

void audio(ToolCall &call)
{
    const double frequency = call.arguments().number("frequency", 440, 20, 10000);
    const double seconds = call.arguments().number("seconds", 0.5, 0.001, 60);
    if (call.endedByBadArguments())
        return;
    call.finish(ToolResult()
                        .addAudio(Samples::tone(frequency, seconds).toBase64(), u"audio/wav")
                        .addText(u"%1 Hz for %2 s"_s.arg(frequency).arg(seconds)));
}

void resourceLink(ToolCall &call)
{
    call.finish(ToolResult()
                        .addBlock(Resources::link(u"demo://guide"))
                        .addBlock(Resources::link(u"demo://picture"))
                        .addBlock(Resources::link(u"demo://table"))
                        .addBlock(json(R"({"type":"resource_link","name":"with icons",)"
                                       R"("uri":"demo://settings","mimeType":"application/json",)"
                                       R"("icons":[{"src":"https://example.com/icon.png",)"
                                       R"("mimeType":"image/png","sizes":["48x48"]}],)"
                                       R"("_meta":{"org.example/rank":1.0}})"))
                        .addBlock(json(R"({"type":"resource_link","name":"specification",)"
                                       R"("uri":"https://modelcontextprotocol.io/specification",)"
                                       R"("description":"On the web","mimeType":"text/html"})"))
                        .addBlock(json(R"({"type":"resource_link","name":"nowhere",)"
                                       R"("uri":"demo://nowhere","size":12345,)"
                                       R"("description":"Reading it ends with an error"})")));
}

void embeddedResource(ToolCall &call)
{
    const QString kind = call.arguments().choice("kind", { u"both"_s, u"text"_s, u"bytes"_s,
                                                           u"table"_s, u"json"_s, u"drawing"_s,
                                                           u"sound"_s, u"raw"_s, u"all"_s });
    if (call.endedByBadArguments())
        return;
    ToolResult result;
    const auto add = [&](std::initializer_list<QStringView> kinds, QStringView uri) {
        if (kind == "all"_L1 || std::find(kinds.begin(), kinds.end(), kind) != kinds.end())
            result.addBlock(embedded(uri));
    };
    add({ u"both", u"text" }, u"demo://guide");
    add({ u"both", u"bytes" }, u"demo://picture");
    add({ u"table" }, u"demo://table");
    add({ u"json" }, u"demo://settings");
    add({ u"drawing" }, u"demo://drawing");
    add({ u"sound" }, u"demo://sound");
    add({ u"raw" }, u"demo://bytes");
    call.finish(result);
}

void everyContent(ToolCall &call)
{
    const bool unknown = call.arguments().flag("unknown_kind", false);
    if (call.endedByBadArguments())
        return;
    ToolResult result;
    result.addBlock(json(R"({"type":"text","text":"A text for the user, important.",)"
                         R"("annotations":{"audience":["user"],"priority":0.9,)"
                         R"("lastModified":"2026-07-28T12:00:00Z"},"_meta":{"org.example/n":1}})"));
    result.addText(Samples::markdown());
    result.addText(Samples::json());
    result.addImage(smallPicture(), u"image/png");
    result.addImage(Samples::animation(48, 12).toBase64(), u"image/gif");
    result.addImage(Samples::drawing().toBase64(), u"image/svg+xml");
    result.addAudio(Samples::tone(660, 0.2).toBase64(), u"audio/wav");
    result.addBlock(Resources::link(u"demo://guide"));
    result.addBlock(embedded(u"demo://guide"));
    result.addBlock(embedded(u"demo://picture"));
    result.addBlock(embedded(u"demo://table"));
    result.addBlock(embedded(u"demo://settings"));
    result.addBlock(embedded(u"demo://bytes"));
    if (unknown)
        result.addBlock(json(R"({"type":"hologram","data":{"depth":3},"note":"no such kind"})"));
    result.addText(u"The last block is text again: the order counts.");
    call.finish(result);
}

void manyBlocks(ToolCall &call)
{
    const qint64 count = call.arguments().integer("count", 100, 0, 100000);
    if (call.endedByBadArguments())
        return;
    ToolResult result;
    for (qint64 i = 1; i <= count; ++i)
        result.addText(u"Block %1 of %2"_s.arg(i).arg(count));
    call.finish(result);
}

} // namespace McpDemo::Tools
