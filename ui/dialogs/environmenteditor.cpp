// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "dialogs/environmenteditor.h"

#include "orchestrator/configimport.h"

#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qheaderview.h>
#include <QtWidgets/qstyleditemdelegate.h>
#include <QtWidgets/qtablewidget.h>
#include <QtWidgets/qtoolbutton.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

enum Column { Name, Value };

/// Shows dots for the values of variables whose name looks secret.
class SecretDelegate : public QStyledItemDelegate
{
public:
    SecretDelegate(const QToolButton *show, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_show(show)
    {}

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const QString name = index.siblingAtColumn(Name).data().toString();
        if (!m_show->isChecked() && !option->text.isEmpty() && Mcp::looksSecret(name))
            option->text = u"••••••••"_s;
    }

private:
    const QToolButton *m_show;
};

} // namespace

EnvironmentEditor::EnvironmentEditor(QWidget *parent)
    : QWidget(parent)
    , m_table(new QTableWidget(0, 2, this))
    , m_show(new QToolButton(this))
{
    m_table->setObjectName(u"environmentTable"_s);
    m_table->setAccessibleName(tr("Environment variables"));
    m_table->setHorizontalHeaderLabels({ tr("Name"), tr("Value") });
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_table->setColumnWidth(Name, 160);
    m_table->setTabKeyNavigation(false);
    m_table->setItemDelegateForColumn(Value, new SecretDelegate(m_show, this));
    m_table->setMinimumHeight(4 * (fontMetrics().height() + 8) + 4);
    // Asks for no more than that, and takes what there is.
    m_table->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    m_show->setObjectName(u"environmentShowButton"_s);
    m_show->setText(tr("Show secrets"));
    m_show->setAccessibleName(m_show->text());
    m_show->setCheckable(true);
    auto *remove = new QToolButton(this);
    remove->setObjectName(u"environmentRemoveButton"_s);
    remove->setText(tr("Remove"));
    remove->setAccessibleName(tr("Remove the selected variable"));

    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(3);
    buttons->addWidget(remove);
    buttons->addWidget(m_show);
    buttons->addStretch();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table, 1);
    layout->addLayout(buttons);

    connect(m_show, &QToolButton::toggled, m_table->viewport(), qOverload<>(&QWidget::update));
    connect(remove, &QToolButton::clicked, this, &EnvironmentEditor::removeCurrent);
    connect(m_table, &QTableWidget::cellChanged, this, [this] {
        if (m_filling)
            return;
        keepEmptyRow();
        emit changed();
    });
    keepEmptyRow();
}

QList<Mcp::EnvironmentVariable> EnvironmentEditor::variables() const
{
    QList<Mcp::EnvironmentVariable> list;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const QString name = m_table->item(row, Name)->text().trimmed();
        const QString value = m_table->item(row, Value)->text();
        if (!name.isEmpty() || !value.isEmpty())
            list.append({ name, value });
    }
    return list;
}

void EnvironmentEditor::setVariables(const QList<Mcp::EnvironmentVariable> &variables)
{
    if (variables == this->variables())
        return;
    m_filling = true;
    m_table->setRowCount(0);
    for (const Mcp::EnvironmentVariable &variable : variables)
        addRow(variable);
    keepEmptyRow();
    m_filling = false;
    emit changed();
}

QString EnvironmentEditor::problem() const
{
    const QList<Mcp::EnvironmentVariable> list = variables();
    for (const Mcp::EnvironmentVariable &variable : list) {
        if (variable.name.isEmpty())
            return tr("A value has no name.");
        if (variable.name.contains(u'='))
            return tr("“%1” is no name for a variable: it contains “=”.").arg(variable.name);
    }
    return {};
}

void EnvironmentEditor::addRow(const Mcp::EnvironmentVariable &variable)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    m_table->setItem(row, Name, new QTableWidgetItem(variable.name));
    m_table->setItem(row, Value, new QTableWidgetItem(variable.value));
}

void EnvironmentEditor::keepEmptyRow()
{
    const int last = m_table->rowCount() - 1;
    if (last >= 0 && m_table->item(last, Name)->text().isEmpty()
        && m_table->item(last, Value)->text().isEmpty())
        return;
    const bool filling = std::exchange(m_filling, true);
    addRow({});
    m_filling = filling;
}

void EnvironmentEditor::removeCurrent()
{
    const int row = m_table->currentRow();
    if (row < 0)
        return;
    m_table->removeRow(row);
    keepEmptyRow();
    emit changed();
}

} // namespace McpUi
