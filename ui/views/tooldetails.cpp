// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/tooldetails.h"

#include "models/toolfacts.h"
#include "views/definitionpart.h"
#include "views/descriptionview.h"
#include "views/resultexporter.h"
#include "views/toolabout.h"

#include <QtWidgets/qtabbar.h>

namespace McpUi {

using namespace Qt::Literals::StringLiterals;

ToolDetails::ToolDetails(QWidget *parent)
    : QTabWidget(parent)
    , m_exporter(new ResultExporter(this))
    , m_about(new ToolAbout(this))
{
    setObjectName(u"toolDetails"_s);
    setAccessibleName(tr("About the tool"));
    tabBar()->setObjectName(u"toolDetailsTabs"_s);
    tabBar()->setAccessibleName(tr("Parts of the tool's definition"));
    setDocumentMode(true);
    addTab(m_about, tr("About"));
    m_input = addPart(u"inputSchema"_s, tr("Input schema"));
    m_output = addPart(u"outputSchema"_s, tr("Output schema"));
    m_meta = addPart(u"toolMeta"_s, tr("_meta"));
    m_all = addPart(u"definition"_s, tr("Definition"));
    connect(m_about->description(), &DescriptionView::markdownChosen, this,
            &ToolDetails::markdownChosen);
    connect(m_exporter, &ResultExporter::saveReady, this, &ToolDetails::saveRequested);
}

DefinitionPart *ToolDetails::addPart(const QString &name, const QString &title)
{
    auto *part = new DefinitionPart(name, m_exporter, this);
    addTab(part, title);
    return part;
}

void ToolDetails::setTool(const Mcp::Tool &tool)
{
    m_exporter->setToolName(tool.name());
    m_about->setTool(tool);
    m_input->setValue(tool.inputSchema(), tr("Input schema"),
                      tr("The tool has none: any arguments are assumed to be allowed."),
                      schemaNotes(tool.inputSchema()));
    m_output->setValue(tool.outputSchema(), tr("Output schema"),
                       tr("The tool has none: its result may be anything."),
                       schemaNotes(tool.outputSchema()));
    m_meta->setValue(tool.meta(), tr("_meta"), tr("The tool has none."));
    setTabVisible(indexOf(m_meta), !tool.meta().isAbsent());
    m_all->setValue(tool.raw(), tr("The whole definition"), tr("The tool is not listed."));
}

void ToolDetails::setMarkdown(bool enabled) { m_about->description()->setMarkdown(enabled); }

} // namespace McpUi
