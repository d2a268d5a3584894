// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/definitionpart.h"

#include "forms/modebutton.h"
#include "forms/tones.h"
#include "forms/wrappedlabel.h"
#include "models/background.h"
#include "models/format.h"
#include "models/jsonindex.h"
#include "views/emptystate.h"
#include "views/rawview.h"
#include "views/structuredview.h"

#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qbuttongroup.h>
#include <QtWidgets/qstackedwidget.h>

namespace McpUi {

using namespace Qt::Literals::StringLiterals;

DefinitionPart::DefinitionPart(const QString &name, ResultExporter *exporter, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_bar(new QWidget(this))
    , m_notes(new WrappedLabel(this))
    , m_treeButton(new ModeButton(tr("Tree"), m_bar))
    , m_sourceButton(new ModeButton(tr("Source"), m_bar))
    , m_stack(new QStackedWidget(this))
    , m_tree(new StructuredView(exporter, this))
    , m_source(new RawView(exporter, this))
    , m_missing(new EmptyState(this))
{
    setObjectName(name);
    m_notes->setObjectName(name + u"Notes"_s);
    Tones::apply(m_notes, Tones::Tone::Warning);
    m_treeButton->setObjectName(name + u"Tree"_s);
    m_treeButton->setAccessibleName(tr("Show it as a tree"));
    m_sourceButton->setObjectName(name + u"Source"_s);
    m_sourceButton->setAccessibleName(tr("Show its JSON"));
    m_tree->setObjectName(name + u"TreeView"_s);
    m_source->setObjectName(name + u"SourceView"_s);
    m_missing->setObjectName(name + u"Missing"_s);
    auto *group = new QButtonGroup(this);
    group->addButton(m_treeButton);
    group->addButton(m_sourceButton);
    m_treeButton->setChecked(true);
    for (QWidget *widget : QList<QWidget *>{ m_tree, m_source, m_missing })
        m_stack->addWidget(widget);

    auto *bar = new QHBoxLayout(m_bar);
    bar->setContentsMargins(0, 4, 0, 0);
    bar->setSpacing(0);
    bar->addWidget(m_treeButton);
    bar->addWidget(m_sourceButton);
    bar->addSpacing(8);
    bar->addWidget(m_notes, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_stack, 1);
    for (QToolButton *button : { m_treeButton, m_sourceButton })
        connect(button, &QToolButton::clicked, this, &DefinitionPart::showMode);
    showMode();
}

void DefinitionPart::setValue(const Mcp::RawJson &value, const QString &title,
                              const QString &missing, const QStringList &notes)
{
    const QString file = m_name + u".json"_s;
    m_isMissing = value.isAbsent();
    // A definition is small; of one that is not, the tree finds its way without an index.
    m_tree->setValue(value, value.size() < kBackgroundSize ? JsonIndex(value) : JsonIndex(), title,
                     file);
    m_source->setValue(value, title, file);
    m_missing->setMessage(title, missing);
    m_notes->setText(notes.isEmpty() ? QString() : u"⚠ "_s + notes.join(u"\n⚠ "_s));
    showMode();
}

void DefinitionPart::showMode()
{
    m_bar->setVisible(!m_isMissing);
    if (m_isMissing)
        m_stack->setCurrentWidget(m_missing);
    else if (m_treeButton->isChecked())
        m_stack->setCurrentWidget(m_tree);
    else
        m_stack->setCurrentWidget(m_source);
}

} // namespace McpUi
