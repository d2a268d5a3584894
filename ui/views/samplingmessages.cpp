// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/samplingmessages.h"

#include "forms/tones.h"
#include "forms/wrappedlabel.h"
#include "models/format.h"
#include "models/textmodes.h"
#include "protocol/sampling.h"
#include "views/contentblock.h"
#include "views/contentblocks.h"
#include "views/resourcerequest.h"
#include "views/resultexporter.h"
#include "views/textpane.h"

#include <QtCore/qelapsedtimer.h>
#include <QtCore/qtimer.h>
#include <QtWidgets/qboxlayout.h>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

constexpr qint64 kSliceMs = 15;
constexpr qsizetype kMaxListedTools = 100; ///< whose names are listed
constexpr int kMaxListedName = 80;

/// Tools are no content of results: other words than "unknown".
QString titleOf(const Mcp::Content &content)
{
    if (content.typeName() == "tool_use"_L1)
        return SamplingMessages::tr("Use of the tool %1")
                .arg(displayLine(content.raw().value("name").textStart(kMaxListedName),
                                 kMaxListedName));
    if (content.typeName() == "tool_result"_L1)
        return SamplingMessages::tr("Result of a tool");
    return {};
}

} // namespace

SamplingMessages::SamplingMessages(QWidget *parent)
    : QScrollArea(parent)
    , m_exporter(new ResultExporter(this))
{
    setObjectName(u"samplingMessages"_s);
    setAccessibleName(tr("The request"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    m_exporter->setToolName(u"sampling"_s);
    m_context.exporter = m_exporter;
    m_context.modes = new TextModes(this);
    m_context.read = [](ResourceRequest *request) {
        request->settle(Mcp::Error::usage(u"Nobody reads it here."_s));
    };
    connect(m_exporter, &ResultExporter::saveReady, this, &SamplingMessages::saveRequested);
    connect(m_exporter, &ResultExporter::openReady, this, &SamplingMessages::openRequested);
}

void SamplingMessages::setRequest(const Mcp::RawJson &params)
{
    m_page = new QWidget;
    m_layout = new QVBoxLayout(m_page);
    m_layout->setContentsMargins(0, 4, 6, 4);
    m_layout->setSpacing(6);
    m_layout->addStretch(1);
    setWidget(m_page); // deletes the last one
    m_pieces.clear();
    m_made = 0;
    m_left = 0;
    addWishes(params);
    addTools(params);
    const QList<Mcp::SamplingMessage> messages = Mcp::SamplingRequest(params).messages();
    for (const Mcp::SamplingMessage &message : messages) {
        QString role = displayLine(message.role.isEmpty() ? tr("(no role)") : message.role, 40);
        for (const Mcp::Content &content : message.content) {
            if (m_pieces.size() < maxBlocks)
                m_pieces.append({ std::exchange(role, {}), content });
            else
                ++m_left;
        }
    }
    addPieces();
}

void SamplingMessages::addWishes(const Mcp::RawJson &params)
{
    const Mcp::SamplingRequest request(params);
    QStringList wishes;
    if (const auto tokens = request.maxTokens())
        wishes += tr("At most %1 tokens").arg(formatNumber(*tokens));
    wishes += request.wishes();
    addNote(wishes.join(u'\n'));
    const Mcp::RawJson prompt = request.systemPrompt();
    if (!prompt.isString())
        return;
    addHeading(tr("System prompt"), u"samplingSystem"_s);
    auto *text = new TextPane(u"samplingSystemPrompt"_s, tr("System prompt"), m_page);
    text->setParts(TextParts(prompt));
    m_layout->insertWidget(m_layout->count() - 1, text);
}

void SamplingMessages::addTools(const Mcp::RawJson &params)
{
    const QList<Mcp::RawJson> tools = Mcp::SamplingRequest(params).tools();
    if (tools.isEmpty())
        return;
    QStringList names;
    for (const Mcp::RawJson &tool : tools.first(qMin(tools.size(), kMaxListedTools)))
        names += displayLine(tool.value("name").textStart(kMaxListedName), kMaxListedName);
    addNote(tr("Tools: %1%2")
                    .arg(names.join(u", "_s), tools.size() > kMaxListedTools ? u", …"_s : u""_s));
}

void SamplingMessages::addHeading(const QString &text, const QString &name)
{
    auto *label = new WrappedLabel(text, m_page);
    label->setObjectName(name);
    QFont bold = label->font();
    bold.setBold(true);
    label->setFont(bold);
    m_layout->insertWidget(m_layout->count() - 1, label);
}

void SamplingMessages::addNote(const QString &text)
{
    if (text.isEmpty())
        return;
    auto *label = new WrappedLabel(text, m_page);
    Tones::apply(label, Tones::Tone::Dim);
    m_layout->insertWidget(m_layout->count() - 1, label);
}

/// As many as the time allows, the others when the event loop comes round.
void SamplingMessages::addPieces()
{
    QElapsedTimer time;
    time.start();
    const qsizetype begin = m_made;
    for (; m_made < m_pieces.size() && (m_made == begin || time.elapsed() < kSliceMs); ++m_made)
        addPiece(m_pieces.at(m_made));
    if (m_made < m_pieces.size())
        QTimer::singleShot(0, m_page, [this] { addPieces(); });
    else if (m_left > 0)
        addNote(tr("%1 more content blocks are in the JSON.").arg(formatNumber(m_left)));
}

void SamplingMessages::addPiece(const Piece &piece)
{
    if (!piece.role.isEmpty())
        addHeading(piece.role, u"samplingRole%1"_s.arg(m_made + 1));
    ContentBlock *block = makeContentBlock(ResultDigest::Block::of(piece.content),
                                           QString::number(m_made + 1), m_context, m_page);
    if (const QString title = titleOf(piece.content); !title.isEmpty())
        block->setTitle(title);
    m_layout->insertWidget(m_layout->count() - 1, block);
    block->show();
}

} // namespace McpUi
