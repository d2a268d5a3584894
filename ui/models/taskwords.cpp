// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/taskwords.h"

#include "models/format.h"
#include "orchestrator/taskstore.h"

#include <QtCore/qcoreapplication.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

using Mcp::Tool;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("TaskWords", text); }

} // namespace

TaskChoice TaskChoice::of(const std::optional<Mcp::ConnectionInfo> &connection, const Tool &tool,
                          bool isDeclared)
{
    if (!connection)
        return {};
    const Mcp::RawJson capabilities = connection->capabilities();
    if (connection->era == Mcp::Era::Modern) {
        const bool makes =
                capabilities.value("extensions").contains("io.modelcontextprotocol/tasks");
        return { Kind::None, makes && isDeclared
                                     ? tr("The server may make a task of it, which is followed.")
                                     : QString() };
    }
    // Without the capability nothing runs as a task, whatever the tool says.
    const Mcp::RawJson requests = capabilities.value("tasks").value("requests");
    if (connection->revision < Mcp::Revision::V2025_11_25
        || !requests.value("tools").contains("call"))
        return {};
    switch (tool.taskSupport()) {
    case Tool::TaskSupport::Required:
        return { Kind::Required, tr("This tool runs as a task only: its definition says so.") };
    case Tool::TaskSupport::Optional:
        return { Kind::Optional,
                 tr("The server works on it in the background and is asked how it is; Tasks below "
                    "lists it, also when its page is closed.") };
    case Tool::TaskSupport::Forbidden:
        break;
    }
    return {};
}

QString TaskWords::status(const Mcp::Task &task)
{
    switch (task.status()) {
    case Mcp::Task::Status::Working:
        return tr("working");
    case Mcp::Task::Status::InputRequired:
        return tr("input required");
    case Mcp::Task::Status::Completed:
        return tr("completed");
    case Mcp::Task::Status::Failed:
        return tr("failed");
    case Mcp::Task::Status::Cancelled:
        return tr("cancelled");
    case Mcp::Task::Status::Unknown:
        break;
    }
    const QString name = displayLine(task.statusName(), 40);
    return name.isEmpty() ? tr("not known yet") : name;
}

QString TaskWords::status(const Mcp::KnownTask &task)
{
    if (task.isUnknown)
        return tr("unknown to server");
    const QString now = status(task.task);
    return task.isRunning() || task.task.isOver() ? now : tr("was %1").arg(now);
}

QString TaskWords::line(const Mcp::Task &task)
{
    QString text = tr("Task %1").arg(status(task));
    if (const QString message = displayLine(task.statusMessage(), 200); !message.isEmpty())
        text += u": "_s + message;
    if (!task.isOver())
        text += u" · "_s
                + tr("asked every %1").arg(formatDuration(qint64(task.pollInterval()) * 1000));
    return text + u" · "_s + displayLine(task.id(), 60);
}

} // namespace McpUi
