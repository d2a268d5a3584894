// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/jsontextpane.h"

#include "forms/tones.h"
#include "views/linetextview.h"
#include "views/wheelguard.h"

#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qscrollbar.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

constexpr qsizetype kMaxShownLines = 24;

} // namespace

JsonTextPane::JsonTextPane(const QString &name, const TextParts &json, QWidget *parent)
    : BlockBody(parent)
    , m_state(new QLabel(u"Preparing…"_s, this))
    , m_view(new LineTextView(this))
    , m_wheel(new WheelGuard(m_view))
{
    setObjectName(name);
    m_view->setObjectName(name + u".json"_s);
    m_view->setAccessibleName(u"Text of the block as JSON"_s);
    m_state->setContentsMargins(8, 0, 8, 2);
    m_state->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    Tones::apply(m_state, Tones::Tone::Dim);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_state);
    layout->addWidget(m_view, 1);
    const auto make = [json] {
        return RawText::of(Mcp::RawJson::fromText(json.wholeUtf8()), true);
    };
    if (json.size() < kBackgroundSize) {
        setText(make());
        return;
    }
    m_view->hide();
    m_preparing.start(make, [this](const RawText &text) { setText(text); });
}

JsonTextPane::~JsonTextPane() = default;

void JsonTextPane::setText(const RawText &text)
{
    m_state->hide();
    m_view->setText(text);
    m_view->show();
    fit();
}

void JsonTextPane::setFilling(bool filling)
{
    m_filling = filling;
    m_wheel->setFilling(filling);
    fit();
}

void JsonTextPane::resizeEvent(QResizeEvent *event)
{
    BlockBody::resizeEvent(event);
    fit();
}

void JsonTextPane::fit()
{
    if (m_filling) {
        m_view->setMinimumHeight(4 * m_view->fontMetrics().lineSpacing());
        m_view->setMaximumHeight(QWIDGETSIZE_MAX);
        return;
    }
    const qsizetype lines = qMin(m_view->rows().rowCount(), kMaxShownLines);
    const QScrollBar *bar = m_view->horizontalScrollBar();
    const int extra = bar->maximum() > 0 ? bar->sizeHint().height() : 0;
    m_view->setFixedHeight(int(lines) * m_view->fontMetrics().lineSpacing() + extra + 2);
}

} // namespace McpUi
