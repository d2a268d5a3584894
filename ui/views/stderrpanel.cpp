// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/stderrpanel.h"

#include "forms/tones.h"
#include "models/format.h"
#include "views/emptystate.h"
#include "views/loglinedelegate.h"

#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlistview.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

StderrPanel::StderrPanel(QWidget *parent)
    : LogPanel(u"stderr"_s, new StderrModel, new QListView, parent)
    , m_model(static_cast<StderrModel *>(logModel()))
{
    m_model->setParent(this);
    auto *list = static_cast<QListView *>(view());
    list->setUniformItemSizes(true);
    list->setAccessibleName(tr("Standard error of the server"));
    list->setFont(Tones::fixedFont());
    list->setItemDelegate(new LogLineDelegate(m_model, list));
    setEmptyState([this] {
        return m_server.isEmpty() ? std::pair(tr("No server selected"), QString())
                                  : std::pair(tr("Nothing on stderr yet"),
                                              tr("What %1 writes to its standard error appears "
                                                 "here as it comes.")
                                                      .arg(m_server));
    });
    setDroppedText(
            tr("older line"), tr("older lines"),
            tr("The limit stderrLines or stderrBytes of the server is reached: Server, Edit, "
               "More options."));
    connect(this, &LogPanel::clearRequested, this, &StderrPanel::clear);
}

void StderrPanel::setServer(const QString &name, Mcp::StderrLog *log)
{
    m_server = name;
    m_model->setLog(log);
    setFollowing(true);
}

QString StderrPanel::proposedFileName() const
{
    return formatFileName(m_server) + u"-stderr.txt"_s;
}

void StderrPanel::clear()
{
    if (m_model->log())
        m_model->log()->clear();
}

} // namespace McpUi
