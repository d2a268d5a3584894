// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/textbody.h"

#include "models/format.h"
#include "views/contentblock.h"
#include "views/jsontextpane.h"
#include "views/markdownpane.h"
#include "views/modeswitch.h"
#include "views/openbutton.h"
#include "views/resultexporter.h"
#include "views/tablepane.h"
#include "views/textpane.h"
#include "json/jsontext.h"

#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qtoolbutton.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

/// An object or an array; that a number or a word is JSON, too, helps nobody.
bool isJson(const TextParts &parts)
{
    const QString beginning = parts.beginning(256).trimmed();
    if (!beginning.isEmpty() && !beginning.startsWith(u'{') && !beginning.startsWith(u'['))
        return false;
    const QByteArray text = parts.wholeUtf8();
    return !text.isEmpty() && !Mcp::JsonText::check(text);
}

} // namespace

TextBody::TextBody(const TextParts &parts, const MediaType &type, ContentBlock *block,
                   const BlockContext &context)
    : BlockBody(block)
    , m_parts(parts)
    , m_type(type)
    , m_kind(type.essence().isEmpty() ? u"text"_s : type.essence())
    , m_block(block)
    , m_context(context)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(block->name(u"body"_s));
    m_layout->setContentsMargins({});
    m_layout->setSpacing(0);
    addSwitch();
    addButtons();
    m_mode = m_context.modes->mode(m_kind, usualMode());
    if (m_mode == TextMode::Json || !m_switch->isPossible(int(m_mode)))
        m_mode = TextMode::Plain; // JSON is offered once it is known to be some
    show(m_mode);
    lookForJson();
}

TextBody::~TextBody() = default;

void TextBody::setFilling(bool filling)
{
    m_filling = filling;
    m_pane->setFilling(filling);
}

/// For those who have not chosen: what the server says it is.
TextMode TextBody::usualMode() const
{
    switch (m_type.kind()) {
    case MediaType::Kind::Markdown:
        return TextMode::Markdown;
    case MediaType::Kind::Json:
        return TextMode::Json;
    case MediaType::Kind::Table:
        return TextMode::Table;
    default:
        return TextMode::Plain;
    }
}

void TextBody::addSwitch()
{
    const bool table = m_type.kind() == MediaType::Kind::Table;
    m_switch = new ModeSwitch(m_block->name(u"mode"_s), m_block);
    m_switch->add(int(TextMode::Table), u"Table"_s, u"Table"_s, u"Show the text as a table"_s);
    m_switch->add(int(TextMode::Plain), u"Plain"_s, table ? u"Text"_s : u"Plain"_s,
                  u"Show the text as it is"_s);
    m_switch->add(int(TextMode::Markdown), u"Markdown"_s, u"Markdown"_s,
                  u"Show the text as Markdown"_s);
    m_switch->add(int(TextMode::Json), u"Json"_s, u"JSON"_s,
                  u"Show the text as JSON, indented and coloured"_s);
    m_switch->setOffered(int(TextMode::Table), table);
    m_switch->setOffered(int(TextMode::Markdown), !table && m_type.kind() != MediaType::Kind::Json);
    m_switch->setOffered(int(TextMode::Json), false);
    if (m_parts.size() > kMaxMarkdownBytes) {
        const QString why = u"Only texts of up to %1 are shown as Markdown"_s.arg(
                formatSize(kMaxMarkdownBytes));
        m_switch->setPossible(int(TextMode::Markdown), false, why);
    }
    m_block->addToHead(m_switch);
    connect(m_switch, &ModeSwitch::chosen, this, [this](int id) { choose(TextMode(id)); });
}

void TextBody::addButtons()
{
    ResultExporter *exporter = m_context.exporter;
    auto *copy = m_block->addButton(u"copy"_s, u"Copy"_s, u"Copy the whole text"_s, u"copy"_s);
    connect(copy, &QToolButton::clicked, exporter, [exporter, parts = m_parts] {
        exporter->copy(parts.size(), [parts] { return parts.wholeText(); });
    });
    auto *save = m_block->addButton(u"save"_s, u"Save…"_s, u"Save the whole text to a file"_s,
                                    u"save"_s);
    connect(save, &QToolButton::clicked, this, [this] {
        m_context.exporter->save(m_block->fileName(fileType()), m_parts.size(),
                                 [parts = m_parts] { return parts.wholeUtf8(); });
    });
    const bool plain = m_type.essence().isEmpty();
    offerToOpen(
            addOpenButton(m_block), m_block, plain ? MediaType::of(u"text/plain"_s) : m_type,
            m_parts.size(), [parts = m_parts] { return parts.wholeUtf8(); }, exporter);
}

MediaType TextBody::fileType() const
{
    if (m_type.suffix() != ".bin"_L1)
        return m_type;
    return MediaType::of(m_mode == TextMode::Markdown ? u"text/markdown"_s
                         : m_mode == TextMode::Json   ? u"application/json"_s
                                                      : u"text/plain"_s);
}

void TextBody::lookForJson()
{
    if (m_type.kind() == MediaType::Kind::Table)
        return;
    if (m_parts.size() < kBackgroundSize)
        offerJson(isJson(m_parts));
    else
        m_looking.start([parts = m_parts] { return isJson(parts); },
                        [this](bool json) { offerJson(json); });
}

void TextBody::offerJson(bool json)
{
    m_switch->setOffered(int(TextMode::Json), json);
    if (!json) {
        if (m_type.kind() == MediaType::Kind::Json)
            m_block->addDetail(u"not valid JSON"_s);
        return;
    }
    if (m_context.modes->mode(m_kind, usualMode()) == TextMode::Json)
        show(TextMode::Json);
}

void TextBody::choose(TextMode mode)
{
    m_context.modes->setMode(m_kind, mode);
    if (mode != m_mode)
        show(mode);
}

void TextBody::show(TextMode mode)
{
    m_mode = mode;
    m_switch->setCurrent(int(mode));
    delete m_pane;
    m_pane = makePane(mode);
    m_layout->addWidget(m_pane, 1);
    m_pane->show();
    if (m_filling)
        m_pane->setFilling(true);
}

BlockBody *TextBody::makePane(TextMode mode)
{
    const QString name = m_block->name(u"pane"_s);
    switch (mode) {
    case TextMode::Markdown:
        return new MarkdownPane(name, m_parts, this);
    case TextMode::Json:
        return new JsonTextPane(name, m_parts, this);
    case TextMode::Table:
        return new TablePane(name, m_parts, m_type, this);
    case TextMode::Plain:
        break;
    }
    auto *pane = new TextPane(name, u"Text of the block"_s, this);
    pane->setFixedFont(); // tables, trees and code of servers stand in columns
    pane->setParts(m_parts);
    return pane;
}

} // namespace McpUi
