// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/choicelisteditor.h"

#include "forms/choiceeditor.h"
#include "models/format.h"
#include "schema/jsonequality.h"
#include "json/jsonwriter.h"

#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlistwidget.h>

#include <algorithm>

namespace McpUi {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kVisibleRows = 6;

} // namespace

ChoiceListEditor::ChoiceListEditor(QList<Mcp::SchemaChoice> choices, QWidget *parent)
    : ValueEditor(parent)
    , m_choices(std::move(choices))
    , m_labels(ChoiceEditor::labels(m_choices))
    , m_list(new QListWidget(this))
{
    for (int i = 0; i < m_labels.size(); ++i) {
        auto *item = new QListWidgetItem(m_labels[i], m_list);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
        item->setToolTip(formatToolTip(m_choices[i].description));
    }
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    const int rows = qBound(1, int(m_labels.size()), kVisibleRows);
    const int row = qMax(m_list->sizeHintForRow(0), fontMetrics().height());
    m_list->setFixedHeight(rows * row + 2 * m_list->frameWidth() + 4);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list);
    setFocusProxy(m_list);
    watch(m_list);
    connect(m_list, &QListWidget::itemChanged, this, &ChoiceListEditor::onItemChanged);
}

Mcp::RawJson ChoiceListEditor::value() const
{
    Mcp::JsonArrayWriter writer;
    for (const int index : m_ticked)
        writer.add(m_choices[index].value);
    return writer.toRawJson();
}

bool ChoiceListEditor::setValue(const Mcp::RawJson &value)
{
    if (!value.isArray())
        return false;
    QList<int> ticked;
    for (const Mcp::RawJson &element : value.elements()) {
        const auto it =
                std::find_if(m_choices.cbegin(), m_choices.cend(), [&](const Mcp::SchemaChoice &c) {
                    return Mcp::sameJson(c.value, element);
                });
        const int index = int(it - m_choices.cbegin());
        if (it == m_choices.cend())
            return false;
        ticked.append(index);
    }
    m_ticked = ticked;
    showTicks();
    return true;
}

void ChoiceListEditor::clear()
{
    m_ticked.clear();
    showTicks();
}

void ChoiceListEditor::setIdentity(const QString &path, const QString &name)
{
    m_list->setObjectName("input:"_L1 + path);
    m_list->setAccessibleName(name);
}

QWidget *ChoiceListEditor::input() { return m_list; }

void ChoiceListEditor::onItemChanged(QListWidgetItem *item)
{
    if (m_setting)
        return;
    const int index = m_list->row(item);
    m_ticked.removeAll(index);
    if (item->checkState() == Qt::Checked)
        m_ticked.append(index);
    showTicks();
    emit edited();
}

void ChoiceListEditor::showTicks()
{
    m_setting = true;
    for (int i = 0; i < m_list->count(); ++i) {
        m_list->item(i)->setCheckState(m_ticked.contains(i) ? Qt::Checked : Qt::Unchecked);
        // One that stands there several times is kept, and said to be.
        const qsizetype times = m_ticked.count(i);
        m_list->item(i)->setText(
                times > 1 ? tr("%1 (%2 times)").arg(m_labels[i], QString::number(times))
                          : m_labels[i]);
    }
    m_setting = false;
}

} // namespace McpUi
