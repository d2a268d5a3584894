// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/structuredview.h"

#include "forms/elidinglabel.h"
#include "forms/tones.h"
#include "models/format.h"
#include "views/jsontreeview.h"
#include "views/resultexporter.h"

#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qtoolbutton.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

StructuredView::StructuredView(ResultExporter *exporter, QWidget *parent)
    : QWidget(parent)
    , m_title(new ElidingLabel({}, this))
    , m_tree(new JsonTreeView(this))
{
    setObjectName(u"resultStructured"_s);
    m_title->setObjectName(u"structuredTitle"_s);
    Tones::apply(m_title, Tones::Tone::Dim);
    auto *copy = new QToolButton(this);
    copy->setObjectName(u"copyStructured"_s);
    copy->setText(u"Copy"_s);
    copy->setAccessibleName(u"Copy this JSON as received"_s);
    auto *save = new QToolButton(this);
    save->setObjectName(u"saveStructured"_s);
    save->setText(u"Save…"_s);
    save->setAccessibleName(u"Save this JSON as received to a file"_s);
    for (QToolButton *button : { copy, save }) {
        button->setToolTip(button->accessibleName());
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
    }

    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(8, 2, 4, 2);
    bar->addWidget(m_title, 1);
    bar->addWidget(copy);
    bar->addWidget(save);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_tree, 1);

    connect(copy, &QToolButton::clicked, this, [this, exporter] {
        exporter->copy(m_value.size(),
                       [value = m_value] { return QString::fromUtf8(value.view()); });
    });
    connect(save, &QToolButton::clicked, this, [this, exporter] {
        exporter->save(m_fileName, m_value.size(),
                       [value = m_value] { return value.toByteArray(); });
    });
}

void StructuredView::setValue(const Mcp::RawJson &value, const QString &title,
                              const QString &fileName)
{
    m_value = value;
    m_fileName = fileName;
    m_title->setText(u"%1 · %2"_s.arg(title, formatSize(value.size())));
    m_tree->setValue(value);
}

void StructuredView::clear()
{
    m_value = {};
    m_title->clear();
    m_tree->setValue({});
}

} // namespace McpUi
