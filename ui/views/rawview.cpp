// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/rawview.h"

#include "forms/elidinglabel.h"
#include "forms/tones.h"
#include "models/background.h"
#include "models/format.h"
#include "views/linetextview.h"
#include "views/resultexporter.h"
#include "json/jsontext.h"

#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qbuttongroup.h>
#include <QtWidgets/qtoolbutton.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

QToolButton *makeButton(const QString &name, const QString &text, const QString &description,
                        QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setText(text);
    button->setToolTip(description);
    button->setAccessibleName(description);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

RawView::RawView(ResultExporter *exporter, QWidget *parent)
    : QWidget(parent)
    , m_exporter(exporter)
    , m_state(new ElidingLabel({}, this))
    , m_pretty(makeButton(u"rawPretty"_s, u"Pretty"_s, u"Show the JSON indented"_s, this))
    , m_asReceived(makeButton(u"rawAsReceived"_s, u"As received"_s,
                              u"Show the JSON byte for byte as the server sent it"_s, this))
    , m_view(new LineTextView(this))
{
    setObjectName(u"resultRaw"_s);
    m_view->setObjectName(u"rawText"_s);
    m_view->setAccessibleName(u"Raw JSON"_s);
    m_state->setObjectName(u"rawState"_s);
    Tones::apply(m_state, Tones::Tone::Dim);
    auto *group = new QButtonGroup(this);
    for (QToolButton *button : { m_pretty, m_asReceived }) {
        button->setCheckable(true);
        group->addButton(button);
    }
    m_pretty->setChecked(true);
    QToolButton *copyButton = makeButton(
            u"rawCopy"_s, u"Copy"_s, u"Copy the selection, or everything as it is shown"_s, this);
    QToolButton *saveButton = makeButton(u"rawSave"_s, u"Save…"_s,
                                         u"Save everything as it is shown to a file"_s, this);

    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(4, 2, 4, 2);
    bar->setSpacing(4);
    bar->addWidget(m_pretty);
    bar->addWidget(m_asReceived);
    bar->addSpacing(8);
    bar->addWidget(m_state, 1);
    bar->addWidget(copyButton);
    bar->addWidget(saveButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_view, 1);
    setFocusProxy(m_view);

    connect(m_pretty, &QToolButton::toggled, this, [this] {
        m_stale = true;
        prepare();
    });
    connect(copyButton, &QToolButton::clicked, this, &RawView::copy);
    connect(saveButton, &QToolButton::clicked, this, [this] {
        m_exporter->save(m_fileName, 0, [text = m_view->lines().text()] { return text; });
    });
}

RawView::~RawView() = default;

void RawView::setValue(const Mcp::RawJson &value, const QString &title, const QString &fileName)
{
    m_value = value;
    m_title = title;
    m_fileName = fileName;
    m_stale = true;
    if (isVisible())
        prepare();
}

void RawView::clear()
{
    setValue({}, {}, {});
    m_preparing.cancel();
    m_view->setLines({});
    m_state->clear();
    m_stale = false;
}

bool RawView::isPretty() const { return m_pretty->isChecked(); }

void RawView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    prepare();
}

void RawView::prepare()
{
    if (!m_stale)
        return;
    m_stale = false;
    m_preparing.cancel();
    const auto make = [value = m_value, pretty = isPretty()] {
        return LineIndex(pretty ? Mcp::JsonText::pretty(value.view()) : value.toByteArray());
    };
    if (m_value.size() < kBackgroundSize) {
        setLines(make());
        return;
    }
    m_state->setText(u"Preparing %1…"_s.arg(formatSize(m_value.size())));
    m_view->setLines({});
    m_preparing.start(make, [this](const LineIndex &lines) { setLines(lines); });
}

void RawView::setLines(const LineIndex &lines)
{
    m_view->setLines(lines);
    QStringList facts{ m_title, formatSize(m_value.size()),
                       formatCount(lines.lineCount(), u"line"_s, u"lines"_s) };
    facts.removeAll(QString());
    m_state->setText(facts.join(u" · "_s));
    emit shown();
}

void RawView::copy()
{
    const QByteArray text =
            m_view->hasSelection() ? m_view->selectedText() : m_view->lines().text();
    m_exporter->copy(text.size(), [text] { return QString::fromUtf8(text); });
}

} // namespace McpUi
