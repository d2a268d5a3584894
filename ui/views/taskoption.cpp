// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/taskoption.h"

#include "client/client.h"
#include "models/format.h"
#include "orchestrator/orchestrator.h"
#include "orchestrator/toolcatalog.h"
#include "views/callcontrols.h"
#include "views/callpage.h"
#include "views/callrunner.h"
#include "json/jsonwriter.h"

#include <QtGui/qvalidator.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qlineedit.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {
constexpr int kMostSeconds = 30 * 24 * 60 * 60;
} // namespace

TaskOption::TaskOption(Mcp::Orchestrator *orchestrator, CallPage *page)
    : QCheckBox(tr("Run as &task"), page)
    , m_orchestrator(orchestrator)
    , m_page(page)
    , m_keeping(new QWidget(page))
    , m_seconds(new QLineEdit(m_keeping))
{
    setObjectName(u"runAsTask"_s);
    setAccessibleName(tr("Run as task"));
    hide();
    buildKeeping();
    connect(page->runner(), &CallRunner::serverChanged, this, &TaskOption::attach);
    connect(page->runner(), &CallRunner::waiting, this, &TaskOption::showKeeping);
    connect(page->runner(), &CallRunner::started, this, &TaskOption::showKeeping);
    connect(page->runner(), &CallRunner::gaveUp, this, &TaskOption::showKeeping);
    connect(page->runner(), &CallRunner::finished, this, &TaskOption::showKeeping);
    connect(this, &QCheckBox::clicked, this, [this](bool checked) {
        m_isWanted = checked;
        refresh();
        emit changed();
    });
    attach();
}

/// 2025-11-25, basic/utilities/tasks: the requestor may ask for a time, the receiver decides.
void TaskOption::buildKeeping()
{
    m_seconds->setObjectName(u"taskSeconds"_s);
    m_seconds->setAccessibleName(tr("For how many seconds the server is asked to keep the task"));
    m_seconds->setToolTip(tr("The ttl of the task: the server is asked to keep it and its result "
                             "for so long; it may decide otherwise."));
    m_seconds->setPlaceholderText(tr("blank: as the server likes"));
    m_seconds->setValidator(new QIntValidator(0, kMostSeconds, m_seconds));
    m_seconds->setMinimumWidth(fontMetrics().averageCharWidth() * 28);
    auto *caption = new QLabel(tr("Keep it for"), m_keeping);
    caption->setBuddy(m_seconds);
    auto *layout = new QHBoxLayout(m_keeping);
    layout->setContentsMargins({});
    layout->addWidget(caption);
    layout->addWidget(m_seconds);
    layout->addWidget(new QLabel(tr("seconds"), m_keeping));
    layout->addStretch(1);
    m_keeping->hide();
    connect(m_seconds, &QLineEdit::textChanged, this, [this] {
        refresh();
        emit changed();
    });
}

void TaskOption::placeIn(CallControls *controls)
{
    m_controls = controls;
    controls->addOption(this);
    controls->addBelow(m_keeping);
    refresh();
}

void TaskOption::saveTo(Mcp::JsonObjectWriter &state) const
{
    if (m_isWanted)
        state.add(u"asTask", true);
    if (m_seconds->text().toLongLong() > 0)
        state.add(u"taskSeconds", m_seconds->text().toLongLong());
}

void TaskOption::restoreFrom(const Mcp::RawJson &state)
{
    m_isWanted = state.value("asTask").toBool();
    const qint64 seconds = state.value("taskSeconds").toInteger().value_or(0);
    m_seconds->setText(seconds > 0 && seconds <= kMostSeconds ? QString::number(seconds)
                                                              : QString());
    refresh();
}

/// To the list that the tool stands in, of the server that there is now.
void TaskOption::attach()
{
    if (const Mcp::ToolCatalog *catalog = m_orchestrator->tools(m_page->serverName()))
        connect(catalog, &Mcp::Catalog::changed, this, &TaskOption::refresh, Qt::UniqueConnection);
    refresh();
}

/// Only before a call: while one runs, what is said of it stands there.
void TaskOption::showKeeping()
{
    m_keeping->setVisible(m_choice.kind != TaskChoice::Kind::None && isChecked()
                          && !m_page->runner()->isRunning());
}

void TaskOption::refresh()
{
    const QString server = m_page->serverName();
    const Mcp::ToolCatalog *catalog = m_orchestrator->tools(server);
    const Mcp::Client *client = m_orchestrator->defaultClient(server);
    const auto tool = catalog ? catalog->find(m_page->subject().name) : std::nullopt;
    m_choice = client ? TaskChoice::of(client->connection(), tool.value_or(Mcp::Tool()),
                                       client->declared().tasks)
                      : TaskChoice();
    using Kind = TaskChoice::Kind;
    if (m_choice.kind == Kind::Required)
        m_isWanted = true; // also on the next start, when the tool is not listed yet
    setVisible(m_choice.kind != Kind::None);
    setEnabled(m_choice.kind == Kind::Optional);
    setChecked(m_choice.kind == Kind::Required || (m_choice.kind == Kind::Optional && m_isWanted));
    showKeeping();
    setToolTip(formatToolTip(m_choice.why));
    setAccessibleDescription(m_choice.why);
    Mcp::CallOptions options = m_page->runner()->options();
    options.taskTtl.reset();
    const bool isListed = catalog && catalog->isListed();
    if (isChecked() || (m_isWanted && !isListed))
        options.taskTtl = m_seconds->text().toLongLong() * 1000;
    m_page->runner()->setOptions(options);
    if (m_controls)
        m_controls->setCallHint(m_choice.kind == Kind::None ? m_choice.why : QString());
}

} // namespace McpUi
