// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/structuredview.h"

#include "forms/elidinglabel.h"
#include "forms/tones.h"
#include "models/findsession.h"
#include "models/format.h"
#include "models/jsonfinder.h"
#include "models/jsontreemodel.h"
#include "views/findbar.h"
#include "views/icons.h"
#include "views/jsontreeview.h"
#include "views/pointerbar.h"
#include "views/resultexporter.h"
#include "views/searchkeys.h"

#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qtoolbutton.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

QToolButton *addButton(QBoxLayout *bar, const QString &name, const QString &text,
                       const QString &description)
{
    auto *button = new QToolButton;
    button->setObjectName(name);
    button->setText(text);
    button->setAccessibleName(description);
    button->setToolTip(description);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    bar->addWidget(button);
    return button;
}

} // namespace

StructuredView::StructuredView(ResultExporter *exporter, QWidget *parent)
    : QWidget(parent)
    , m_title(new ElidingLabel({}, this))
    , m_tree(new JsonTreeView(this))
    , m_session(new FindSession(this))
    , m_find(new FindBar(u"treeFind"_s, m_session, this))
    , m_pointer(new PointerBar(u"treePointer"_s, this))
{
    setObjectName(u"resultStructured"_s);
    m_title->setObjectName(u"structuredTitle"_s);
    Tones::apply(m_title, Tones::Tone::Dim);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    buildBar(exporter);
    layout->addWidget(m_find);
    layout->addWidget(m_pointer);
    layout->addWidget(m_tree, 1);
    setFocusProxy(m_tree);

    auto *keys = new SearchKeys(m_find, m_pointer, this);
    connect(keys, &SearchKeys::findRequested, this, [this] { m_find->open(); });
    connect(m_find, &FindBar::queryChanged, this, &StructuredView::find);
    connect(m_find, &FindBar::closed, m_tree, qOverload<>(&QWidget::setFocus));
    connect(m_pointer, &PointerBar::entered, this, &StructuredView::goTo);
    connect(m_pointer, &PointerBar::closed, m_tree, qOverload<>(&QWidget::setFocus));
    connect(m_session, &FindSession::currentChanged, this, [this](Mcp::JsonRange match) {
        m_tree->reveal(JsonPlace::at(m_value, m_index, match.begin).rows);
    });
}

void StructuredView::buildBar(ResultExporter *exporter)
{
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(8, 2, 4, 2);
    bar->addWidget(m_title, 1);
    static_cast<QBoxLayout *>(layout())->addLayout(bar);
    QToolButton *find =
            addButton(bar, u"findStructured"_s, u"Find"_s, u"Find in keys and values (Ctrl+F)"_s);
    QToolButton *goTo =
            addButton(bar, u"goToStructured"_s, u"Go to"_s, u"Go to a JSON pointer (Ctrl+G)"_s);
    QToolButton *copy =
            addButton(bar, u"copyStructured"_s, u"Copy"_s, u"Copy this JSON as received"_s);
    QToolButton *save = addButton(bar, u"saveStructured"_s, u"Save…"_s,
                                  u"Save this JSON as received to a file"_s);
    find->setIcon(icon(u"find"_s));
    goTo->setIcon(icon(u"goto"_s));
    connect(find, &QToolButton::clicked, this, [this] { m_find->open(); });
    connect(goTo, &QToolButton::clicked, m_pointer, &PointerBar::open);
    connect(copy, &QToolButton::clicked, this, [this, exporter] {
        exporter->copy(m_value.size(),
                       [value = m_value] { return QString::fromUtf8(value.view()); });
    });
    connect(save, &QToolButton::clicked, this, [this, exporter] {
        exporter->save(m_fileName, m_value.size(),
                       [value = m_value] { return value.toByteArray(); });
    });
}

void StructuredView::setValue(const Mcp::RawJson &value, const JsonIndex &index,
                              const QString &title, const QString &fileName)
{
    m_locating.cancel();
    m_value = value;
    m_index = index;
    m_fileName = fileName;
    m_titleText = u"%1 · %2"_s.arg(title, formatSize(value.size()));
    m_title->setText(m_titleText);
    m_tree->setValue(value, index);
    m_session->clear();
    m_find->restart();
}

void StructuredView::setMarks(const JsonMarks &marks) { m_tree->setMarks(marks); }

void StructuredView::setNote(const QString &note)
{
    m_title->setText(m_titleText + u" · "_s + note);
}

void StructuredView::clear()
{
    setValue({}, {}, {}, {});
    m_title->clear();
}

void StructuredView::reveal(const Mcp::JsonPointer &pointer)
{
    withPlace(pointer, [this](const JsonPlace &place) {
        m_tree->reveal(place.rows);
        m_tree->setFocus();
    });
}

void StructuredView::goTo(const Mcp::JsonPointer &pointer)
{
    withPlace(pointer, [this, pointer](const JsonPlace &place) {
        m_tree->reveal(place.rows);
        m_pointer->setProblem(place.problem(m_value, pointer));
    });
}

/// Calls @p use now or, where keys of a large value have to be compared, when the place is found.
void StructuredView::withPlace(const Mcp::JsonPointer &pointer,
                               const std::function<void(const JsonPlace &place)> &use)
{
    const auto work = [value = m_value, index = m_index, pointer] {
        return JsonPlace::of(value, index, pointer);
    };
    m_locating.cancel();
    if (m_value.size() < kBackgroundSize)
        use(work());
    else
        m_locating.start(work, use);
}

void StructuredView::find(const FindQuery &query)
{
    if (query.text.isEmpty() || m_value.isAbsent()) {
        m_session->clear();
        return;
    }
    const JsonFinder finder(m_value, query);
    if (!finder.problem().isEmpty()) {
        m_session->fail(finder.problem());
        return;
    }
    // From the row one looks at, which counts: a longer word is found where the shorter one was.
    const QModelIndex current = m_tree->currentIndex();
    const QByteArrayView key = m_tree->jsonModel()->rawKey(current);
    const qsizetype origin = key.isEmpty() ? m_tree->jsonModel()->value(current).range().begin
                                           : key.data() - m_value.buffer().constData();
    m_session->start(
            m_value.range(), [finder](qsizetype from) { return finder.step(from); }, origin);
}

} // namespace McpUi
