// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/linkbody.h"

#include "forms/linkbutton.h"
#include "forms/tones.h"
#include "forms/wrappedlabel.h"
#include "models/format.h"
#include "views/contentblock.h"
#include "views/contentblocks.h"
#include "views/resourcerequest.h"
#include "views/resultexporter.h"
#include "views/weblink.h"

#include <QtCore/qurl.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qtoolbutton.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

constexpr qsizetype kMaxContents = 50;
constexpr int kMaxSentence = 500; ///< characters: the server may be quoted in it

} // namespace

void addLinkButtons(ContentBlock *block, const QString &uri, const BlockContext &context)
{
    auto *copy = block->addButton(u"copyUri"_s, u"Copy URI"_s, u"Copy the URI"_s, u"link"_s);
    QObject::connect(copy, &QToolButton::clicked, context.exporter,
                     [exporter = context.exporter, uri] { exporter->copy(uri); });
    const QUrl url(uri, QUrl::StrictMode);
    if (!isWebLink(url))
        return;
    const QString where = u"Open %1"_s.arg(displayLine(QString::fromLatin1(url.toEncoded()), 300));
    auto *open = block->addButton(u"openUri"_s, u"Open in browser"_s, where, u"open"_s);
    open->setToolTip(formatToolTip(where)); // an address may look like HTML
    QObject::connect(open, &QToolButton::clicked, block, [url] { openWebLink(url); });
}

LinkBody::LinkBody(const QString &uri, ContentBlock *block, const BlockContext &context)
    : QWidget(block)
    , m_uri(uri)
    , m_block(block)
    , m_context(context)
    , m_read(block->addButton(u"read"_s, u"Read"_s, u"Ask the server for this resource"_s))
    , m_bar(new QWidget(this))
    , m_state(new WrappedLabel(m_bar))
    , m_cancel(new LinkButton(u"Cancel"_s, m_bar))
    , m_layout(new QVBoxLayout(this))
{
    addLinkButtons(block, uri, context);
    m_state->setObjectName(block->name(u"state"_s));
    m_cancel->setObjectName(block->name(u"cancel"_s));
    m_cancel->setAccessibleName(u"Stop reading the resource"_s);
    m_cancel->setTone(Tones::Tone::Key);
    auto *bar = new QHBoxLayout(m_bar);
    bar->setContentsMargins(8, 0, 8, 4);
    bar->setSpacing(12);
    bar->addWidget(m_state, 1);
    bar->addWidget(m_cancel, 0, Qt::AlignTop);
    m_bar->hide();
    m_layout->setContentsMargins({});
    m_layout->setSpacing(4);
    m_layout->addWidget(m_bar);
    connect(m_read, &QToolButton::clicked, this, &LinkBody::read);
    connect(m_cancel, &LinkButton::clicked, this, [this] {
        stop();
        say(u"Reading was cancelled."_s);
    });
}

LinkBody::~LinkBody() = default;

void LinkBody::read()
{
    stop();
    delete m_contents;
    m_contents = nullptr;
    m_request = new ResourceRequest(m_uri, this);
    connect(m_request, &ResourceRequest::settled, this, &LinkBody::onSettled);
    connect(m_request, &ResourceRequest::progressed, this, [this](const QString &progress) {
        say(u"Reading… "_s + progress);
        m_cancel->show();
    });
    m_read->setEnabled(false);
    say(u"Reading…"_s);
    m_cancel->show();
    m_context.read(m_request);
}

/// Ends what is under way, if anything is.
void LinkBody::stop()
{
    m_digesting.cancel();
    m_read->setEnabled(true);
    if (m_request) {
        m_request->cancel();
        m_request->disconnect(this);
        m_request->deleteLater();
        m_request = nullptr;
    }
}

void LinkBody::onSettled(const Mcp::Result<Mcp::RawJson> &outcome)
{
    m_request->deleteLater();
    m_request = nullptr;
    if (!outcome) {
        m_read->setEnabled(true);
        say(outcome.error().describe(), true);
        return;
    }
    const Mcp::RawJson &result = outcome.value();
    if (result.size() < kBackgroundSize)
        showContents(ResultDigest::contentsOf(result, kMaxContents));
    else
        m_digesting.start(
                [result] { return ResultDigest::contentsOf(result, kMaxContents); },
                [this](const QList<ResultDigest::Block> &blocks) { showContents(blocks); });
}

void LinkBody::showContents(const QList<ResultDigest::Block> &blocks)
{
    m_read->setEnabled(true);
    m_read->setText(u"Read again"_s);
    if (blocks.isEmpty()) {
        say(u"The server answered without any contents."_s, true);
        return;
    }
    say(blocks.size() == 1 ? u"Read from the server:"_s
                           : u"Read from the server, %1:"_s.arg(
                                   formatCount(blocks.size(), u"content"_s, u"contents"_s)));
    m_contents = new QWidget(this);
    auto *layout = new QVBoxLayout(m_contents);
    layout->setContentsMargins(8, 0, 8, 8);
    layout->setSpacing(6);
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        const QString number = u"%1.%2"_s.arg(m_block->number(), QString::number(i + 1));
        layout->addWidget(makeContentBlock(blocks.at(i), number, m_context, m_contents));
    }
    m_layout->addWidget(m_contents);
    m_contents->show();
}

void LinkBody::say(const QString &sentence, bool isProblem)
{
    Tones::apply(m_state, isProblem ? Tones::Tone::Error : Tones::Tone::Dim);
    m_state->setText(displayLine(isProblem ? u"✗ "_s + sentence : sentence, kMaxSentence));
    m_cancel->hide();
    m_bar->show();
}

} // namespace McpUi
