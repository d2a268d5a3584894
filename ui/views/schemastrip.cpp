// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/schemastrip.h"

#include "forms/linkbutton.h"
#include "models/format.h"
#include "models/jsoncell.h"

#include <QtGui/qpainter.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlistwidget.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

constexpr int kShownRows = 4;
constexpr qsizetype kMaxChars = 300;
/// Where SchemaValidator stops.
constexpr qsizetype kMostProblems = 200;

/// "/items/0/price  must be a number"
QString sentence(const Mcp::SchemaProblem &problem)
{
    const QString place =
            problem.pointer.isRoot() ? u"The whole value"_s : problem.pointer.toString();
    return JsonCell::line(place + u"  "_s + problem.message, kMaxChars);
}

QString summary(const StructuredCheck &check)
{
    const qsizetype count = check.wrongCount();
    if (count == 0)
        return u"⚠ Not wholly checked against the tool's output schema"_s;
    return u"⚠ Does not fit the tool's output schema: %1%2"_s.arg(
            formatCount(count, u"problem"_s, u"problems"_s),
            count < kMostProblems ? QString() : u" or more"_s);
}

} // namespace

SchemaStrip::SchemaStrip(QWidget *parent)
    : QFrame(parent)
    , m_title(new LinkButton({}, this))
    , m_list(new QListWidget(this))
{
    setObjectName(u"schemaStrip"_s);
    m_title->setObjectName(u"schemaSummary"_s);
    m_title->setTone(Tones::Tone::Warning);
    m_list->setObjectName(u"schemaProblems"_s);
    m_list->setAccessibleName(
            u"Where the result does not fit the output schema or was not checked"_s);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->viewport()->setCursor(Qt::PointingHandCursor);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 2, 4, 2);
    layout->setSpacing(0);
    layout->addWidget(m_title);
    layout->addWidget(m_list);

    connect(m_title, &LinkButton::clicked, this, [this] { fold(m_list->isVisibleTo(this)); });
    connect(m_list, &QListWidget::clicked, this,
            [this](const QModelIndex &index) { jump(index.row()); });
    connect(m_list, &QListWidget::activated, this,
            [this](const QModelIndex &index) { jump(index.row()); });
    hide();
}

void SchemaStrip::check(const Mcp::RawJson &value, const JsonIndex &index,
                        const Mcp::RawJson &schema)
{
    clear();
    const auto work = [value, index, schema] { return StructuredCheck::of(value, index, schema); };
    if (value.size() + schema.size() < kBackgroundSize)
        setCheck(work());
    else
        m_checking.start(work, [this](const StructuredCheck &check) { setCheck(check); });
}

void SchemaStrip::clear()
{
    m_checking.cancel();
    m_problems.clear();
    m_list->clear();
    hide();
}

void SchemaStrip::setCheck(const StructuredCheck &check)
{
    m_problems = check.problems;
    m_summary = summary(check);
    for (const Mcp::SchemaProblem &problem : std::as_const(m_problems)) {
        auto *item = new QListWidgetItem(sentence(problem), m_list);
        item->setToolTip(formatToolTip(problem.pointer.toString() + u'\n' + problem.message));
    }
    for (const QString &note : check.notes)
        new QListWidgetItem(JsonCell::line(note, kMaxChars), m_list);
    fold(false);
    setVisible(!check.fits());
    emit checked(check);
}

void SchemaStrip::fold(bool folded)
{
    m_list->setVisible(!folded);
    m_title->setText((folded ? u"▸ "_s : u"▾ "_s) + m_summary);
    m_title->setAccessibleName(m_summary);
    fitList();
}

void SchemaStrip::fitList()
{
    const int rows = qBound(1, m_list->count(), kShownRows);
    const int height = m_list->count() > 0 ? m_list->sizeHintForRow(0) : 0;
    m_list->setFixedHeight(rows * height + 2 * m_list->frameWidth());
    if (m_list->currentRow() < 0)
        m_list->setCurrentRow(0, QItemSelectionModel::NoUpdate);
}

void SchemaStrip::jump(int row)
{
    if (row >= 0 && row < m_problems.size())
        emit jumpRequested(m_problems.at(row).pointer);
}

void SchemaStrip::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Tones::background(Tones::Tone::Warning, palette()));
}

} // namespace McpUi
