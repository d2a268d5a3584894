// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/markdownpane.h"

#include "forms/elidinglabel.h"
#include "forms/tones.h"
#include "models/format.h"
#include "views/markdownview.h"
#include "views/weblink.h"

#include <QtCore/qthread.h>
#include <QtGui/qevent.h>
#include <QtWidgets/qboxlayout.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

MarkdownPane::MarkdownPane(const QString &name, const TextParts &text, QWidget *parent)
    : BlockBody(parent)
    , m_text(text)
    , m_view(new MarkdownView(this))
    , m_target(new ElidingLabel({}, this))
{
    setObjectName(name);
    m_view->setObjectName(name + u".markdown"_s);
    m_view->setAccessibleName(u"Text of the block as Markdown"_s);
    m_target->setObjectName(name + u".target"_s);
    Tones::apply(m_target, Tones::Tone::Dim);
    m_target->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_view, 1);
    auto *below = new QHBoxLayout;
    below->setContentsMargins(8, 2, 8, 2);
    below->addWidget(m_target);
    layout->addLayout(below);
    connect(m_view, &MarkdownView::highlighted, this, &MarkdownPane::showTarget);
    connect(m_view, &MarkdownView::anchorClicked, this, [this](const QUrl &target) {
        showTarget(target);
        openWebLink(target);
    });
    connect(m_view, &MarkdownView::documentWanted, this, [this] {
        if (!m_wanted)
            render();
    });
}

MarkdownPane::~MarkdownPane() = default;

void MarkdownPane::setFilling(bool filling) { m_view->setFilling(filling); }

void MarkdownPane::changeEvent(QEvent *event)
{
    BlockBody::changeEvent(event);
    // Colours are part of the document.
    const bool other =
            event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange;
    if (other && m_wanted)
        render();
}

void MarkdownPane::render()
{
    m_wanted = true;
    const MarkdownStyle style = MarkdownStyle::of(font(), palette());
    const auto work = [text = m_text, style, owner = thread()] {
        const QString whole = text.wholeText();
        Rendered rendered{ nullptr, markdownObstacle(whole) };
        if (rendered.obstacle.isEmpty())
            rendered.document = renderMarkdown(whole, style, owner);
        return rendered;
    };
    m_rendering.start(work, [this](const Rendered &rendered) { showRendered(rendered); });
}

void MarkdownPane::showRendered(const Rendered &rendered)
{
    if (rendered.document) {
        m_view->show(rendered.document);
        // Room for the targets is there from the start: a line that comes and goes makes the page
        // jump under the mouse.
        m_target->setVisible(m_view->hasLinks());
        showTarget({});
    } else {
        m_view->setPlainText(rendered.obstacle);
    }
}

void MarkdownPane::showTarget(const QUrl &target)
{
    const QString address = displayLine(target.toString(QUrl::FullyEncoded));
    if (address.isEmpty())
        m_target->setText(u"Links show here where they lead."_s);
    else if (isWebLink(target))
        m_target->setText(u"Opens %1"_s.arg(address));
    else
        m_target->setText(u"Not opened, because it is no web address: %1"_s.arg(address));
    m_view->viewport()->setToolTip(address.isEmpty() ? QString() : formatToolTip(address));
}

} // namespace McpUi
