// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/tablepane.h"

#include "forms/modebutton.h"
#include "forms/tones.h"
#include "forms/wrappedlabel.h"
#include "models/format.h"
#include "models/gridmodel.h"
#include "views/celltable.h"
#include "views/wheelguard.h"

#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qheaderview.h>
#include <QtWidgets/qscrollbar.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

constexpr int kMaxRows = 16;         ///< in sight
constexpr int kMaxColumnWidth = 300; ///< at first

QString words(const DelimitedText &text, qsizetype rows)
{
    const QString columns = formatCount(text.totalColumns(), u"column"_s, u"columns"_s);
    if (text.rowCount() == text.totalRows() && text.columnCount() == text.totalColumns())
        return formatCount(rows, u"row"_s, u"rows"_s) + u", "_s + columns;
    return u"Shown are the first %1 of %2 rows and %3 of %4; Text and Save… have everything."_s.arg(
            formatNumber(rows), formatNumber(text.totalRows() - (text.rowCount() - rows)),
            formatNumber(text.columnCount()), columns);
}

} // namespace

TablePane::TablePane(const QString &name, const TextParts &text, const MediaType &type,
                     QWidget *parent)
    : BlockBody(parent)
    , m_type(type)
    , m_state(new WrappedLabel(u"Reading the table…"_s, this))
    , m_header(new ModeButton(u"First row is the header"_s, this))
    , m_model(new GridModel(this))
    , m_table(new CellTable(m_model, this))
    , m_wheel(new WheelGuard(m_table))
{
    setObjectName(name);
    m_table->setObjectName(name + u".table"_s);
    m_table->setAccessibleName(u"Text of the block as a table"_s);
    m_state->setObjectName(name + u".state"_s);
    m_state->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    Tones::apply(m_state, Tones::Tone::Dim);
    m_header->setObjectName(name + u".header"_s);
    m_header->setAccessibleName(u"The first row is the header"_s);
    m_header->setAutoRaise(true);
    m_header->hide();
    m_table->hide();
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(8, 0, 4, 2);
    bar->addWidget(m_state, 1);
    bar->addWidget(m_header);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_table, 1);
    connect(m_header, &QToolButton::toggled, this, [this](bool on) {
        m_model->setHeaderRow(on);
        adjust();
    });
    const auto read = [text, tabs = type.essence().endsWith("values"_L1)] {
        const QByteArray utf8 = text.wholeUtf8();
        return DelimitedText(utf8, tabs ? '\t' : DelimitedText::delimiterOf(utf8));
    };
    if (text.size() < kBackgroundSize)
        setText(read());
    else
        m_reading.start(read, [this](const DelimitedText &table) { setText(table); });
}

TablePane::~TablePane() = default;

void TablePane::setText(const DelimitedText &text)
{
    const bool header = guessHeader(text);
    m_model->setText(text, header);
    const QSignalBlocker blocker(m_header);
    m_header->setChecked(header);
    m_header->setVisible(text.rowCount() > 1);
    m_table->setVisible(text.rowCount() > 0);
    adjust();
}

/// The type may say so (RFC 4180); else a first row with a number in it is none.
bool TablePane::guessHeader(const DelimitedText &text) const
{
    const QString said = m_type.parameter(u"header"_s);
    if (!said.isEmpty() || text.rowCount() < 2)
        return said == "present"_L1;
    for (qsizetype column = 0; column < text.columnCount(); ++column) {
        bool isNumber = false;
        text.cell(0, column, 100).trimmed().toDouble(&isNumber);
        if (isNumber)
            return false;
    }
    return true;
}

void TablePane::adjust()
{
    m_state->setText(m_model->text().rowCount() == 0 ? u"The table is empty."_s
                                                     : words(m_model->text(), m_model->rowCount()));
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->fitColumns(kMaxColumnWidth);
    fit();
}

void TablePane::setFilling(bool filling)
{
    m_filling = filling;
    m_wheel->setFilling(filling);
    fit();
}

void TablePane::fit()
{
    const int row = m_table->verticalHeader()->defaultSectionSize();
    if (m_filling) {
        m_table->setMinimumHeight(4 * row);
        m_table->setMaximumHeight(QWIDGETSIZE_MAX);
        return;
    }
    const int rows = qMin(m_model->rowCount(), kMaxRows);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + rows * row
                            + m_table->horizontalScrollBar()->sizeHint().height() + 2);
}

} // namespace McpUi
