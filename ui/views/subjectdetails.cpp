// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/subjectdetails.h"

#include "models/subjectwords.h"
#include "views/definitionpart.h"
#include "views/descriptionview.h"
#include "views/resultexporter.h"
#include "views/subjectabout.h"

#include <QtWidgets/qtabbar.h>

namespace McpUi {

using namespace Qt::Literals::StringLiterals;

SubjectDetails::SubjectDetails(QWidget *parent)
    : QTabWidget(parent)
    , m_exporter(new ResultExporter(this))
    , m_about(new SubjectAbout(this))
{
    setObjectName(u"toolDetails"_s);
    tabBar()->setObjectName(u"toolDetailsTabs"_s);
    tabBar()->setAccessibleName(tr("Parts of the definition"));
    setDocumentMode(true);
    addTab(m_about, tr("About"));
    connect(m_about->description(), &DescriptionView::markdownChosen, this,
            &SubjectDetails::markdownChosen);
    connect(m_exporter, &ResultExporter::saveReady, this, &SubjectDetails::saveRequested);
}

void SubjectDetails::setInfo(const SubjectInfo &info)
{
    setAccessibleName(SubjectWords::of(info.subject.kind).about);
    m_exporter->setToolName(info.name);
    m_about->setInfo(info);
    for (const SubjectPart &part : info.parts)
        setPart(part);
}

void SubjectDetails::setPart(const SubjectPart &part)
{
    DefinitionPart *&view = m_parts[part.id];
    if (!view) {
        view = new DefinitionPart(part.id, m_exporter, this);
        addTab(view, part.title);
    }
    view->setValue(part.value, part.title, part.missing, part.notes);
    setTabVisible(indexOf(view), !part.value.isAbsent() || !part.missing.isEmpty());
}

void SubjectDetails::setMarkdown(bool enabled) { m_about->description()->setMarkdown(enabled); }

} // namespace McpUi
