// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/rawview.h"

#include "forms/elidinglabel.h"
#include "forms/modebutton.h"
#include "forms/tones.h"
#include "models/findsession.h"
#include "models/format.h"
#include "models/textfinder.h"
#include "views/findbar.h"
#include "views/icons.h"
#include "views/linetextview.h"
#include "views/pointerbar.h"
#include "views/resultexporter.h"
#include "views/searchkeys.h"

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

ModeButton *makeModeButton(const QString &name, const QString &text, const QString &description,
                           QWidget *parent)
{
    auto *button = new ModeButton(text, parent);
    button->setObjectName(name);
    button->setToolTip(description);
    button->setAccessibleName(description);
    return button;
}

/// A selection that is short enough to be what one looks for.
constexpr qsizetype kMaxFindBytes = 200;

} // namespace

RawView::RawView(ResultExporter *exporter, QWidget *parent)
    : QWidget(parent)
    , m_exporter(exporter)
    , m_state(new ElidingLabel({}, this))
    , m_pretty(makeModeButton(u"rawPretty"_s, u"Pretty"_s, u"Show the JSON indented"_s, this))
    , m_asReceived(makeModeButton(u"rawAsReceived"_s, u"As received"_s,
                                  u"Show the JSON byte for byte as the server sent it"_s, this))
    , m_view(new LineTextView(this))
    , m_session(new FindSession(this))
    , m_find(new FindBar(u"rawFind"_s, m_session, this))
    , m_pointer(new PointerBar(u"rawPointer"_s, this))
{
    setObjectName(u"resultRaw"_s);
    m_view->setObjectName(u"rawText"_s);
    m_view->setAccessibleName(u"Raw JSON"_s);
    m_state->setObjectName(u"rawState"_s);
    m_state->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // gives way to the buttons
    Tones::apply(m_state, Tones::Tone::Dim);
    auto *group = new QButtonGroup(this);
    auto *modes = new QHBoxLayout;
    modes->setSpacing(0);
    for (QToolButton *button : { m_pretty, m_asReceived }) {
        group->addButton(button);
        modes->addWidget(button);
    }
    m_pretty->setChecked(true);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(4, 2, 4, 2);
    bar->setSpacing(4);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_find);
    layout->addWidget(m_pointer);
    layout->addWidget(m_view, 1);
    setFocusProxy(m_view);
    bar->addLayout(modes);
    buildBar(bar);
    connectSearch();
    connect(m_pretty, &QToolButton::toggled, this, [this] {
        m_stale = true;
        prepare();
    });
}

RawView::~RawView() = default;

void RawView::buildBar(QBoxLayout *bar)
{
    QToolButton *wrap = makeModeButton(u"rawWrap"_s, u"Wrap"_s,
                                       u"Let long lines go on in the next row"_s, this);
    QToolButton *find = makeButton(u"rawFindOpen"_s, u"Find"_s, u"Find (Ctrl+F)"_s, this);
    QToolButton *goTo =
            makeButton(u"rawGoTo"_s, u"Go to"_s, u"Go to a JSON pointer (Ctrl+G)"_s, this);
    QToolButton *copyButton = makeButton(
            u"rawCopy"_s, u"Copy"_s, u"Copy the selection, or everything as it is shown"_s, this);
    QToolButton *saveButton = makeButton(u"rawSave"_s, u"Save…"_s,
                                         u"Save everything as it is shown to a file"_s, this);
    find->setIcon(icon(u"find"_s));
    goTo->setIcon(icon(u"goto"_s));
    wrap->setChecked(true);
    bar->addWidget(wrap);
    bar->addSpacing(4);
    bar->addWidget(m_state, 1);
    for (QToolButton *button : { find, goTo, copyButton, saveButton })
        bar->addWidget(button);
    connect(wrap, &QToolButton::toggled, m_view, &LineTextView::setWrapped);
    connect(find, &QToolButton::clicked, this, [this] { m_find->open(); });
    connect(goTo, &QToolButton::clicked, m_pointer, &PointerBar::open);
    connect(copyButton, &QToolButton::clicked, this, &RawView::copy);
    connect(saveButton, &QToolButton::clicked, this, [this] {
        m_exporter->save(m_fileName, 0, [text = m_view->lines().text()] { return text; });
    });
}

void RawView::connectSearch()
{
    auto *keys = new SearchKeys(m_find, m_pointer, this);
    connect(keys, &SearchKeys::findRequested, this, [this] {
        const bool isShort = m_view->selection().size() <= kMaxFindBytes;
        const QByteArray selected = isShort ? m_view->selectedText() : QByteArray();
        m_find->open(selected.contains('\n') ? QString() : QString::fromUtf8(selected));
    });
    connect(m_find, &FindBar::queryChanged, this, &RawView::find);
    connect(m_find, &FindBar::closed, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_session, &FindSession::currentChanged, m_view, &LineTextView::reveal);
    connect(m_session, &FindSession::changed, this,
            [this] { m_view->setMatches(m_session->matches()); });
    connect(m_pointer, &PointerBar::entered, this, &RawView::goTo);
    connect(m_pointer, &PointerBar::closed, m_view, qOverload<>(&QWidget::setFocus));
}

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
    m_locating.cancel();
    m_session->clear();
    m_view->setText({});
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
    m_locating.cancel();
    m_session->clear();
    const auto make = [value = m_value, pretty = isPretty()] { return RawText::of(value, pretty); };
    if (m_value.size() < kBackgroundSize) {
        setText(make());
        return;
    }
    m_state->setText(u"Preparing %1…"_s.arg(formatSize(m_value.size())));
    m_view->setText({});
    m_preparing.start(make, [this](const RawText &text) { setText(text); });
}

void RawView::setText(const RawText &text)
{
    m_view->setText(text);
    QStringList facts{ m_title, formatSize(m_value.size()),
                       formatCount(text.lines.lineCount(), u"line"_s, u"lines"_s) };
    facts.removeAll(QString());
    m_state->setText(facts.join(u" · "_s));
    m_find->restart();
    emit shown();
}

void RawView::copy()
{
    const QByteArray text =
            m_view->hasSelection() ? m_view->selectedText() : m_view->lines().text();
    m_exporter->copy(text.size(), [text] { return QString::fromUtf8(text); });
}

void RawView::find(const FindQuery &query)
{
    const QByteArray &text = m_view->lines().text();
    if (query.text.isEmpty() || text.isEmpty()) {
        m_session->clear();
        return;
    }
    const TextFinder finder(text, query);
    if (finder.problem().isEmpty())
        m_session->start(
                { 0, text.size() }, [finder](qsizetype from) { return finder.step(from); },
                m_view->cursor());
    else
        m_session->fail(finder.problem());
}

void RawView::goTo(const Mcp::JsonPointer &pointer)
{
    const RawText &text = m_view->text();
    const auto work = [root = text.root, index = text.index, pointer] {
        return JsonPlace::of(root, index, pointer);
    };
    const auto use = [this, pointer](const JsonPlace &place) {
        m_view->reveal(place.value);
        m_pointer->setProblem(place.problem(m_view->text().root, pointer));
    };
    m_locating.cancel();
    if (text.root.size() < kBackgroundSize)
        use(work());
    else
        m_locating.start(work, use);
}

} // namespace McpUi
