// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/callpage.h"

#include "forms/argumenteditor.h"
#include "forms/argumentform.h"
#include "models/format.h"
#include "orchestrator/orchestrator.h"
#include "orchestrator/toolcatalog.h"
#include "schema/schemadefaults.h"
#include "views/callcontrols.h"
#include "views/callcopier.h"
#include "views/callheader.h"
#include "views/callsplitter.h"
#include "views/keptarguments.h"
#include "views/pagebody.h"
#include "views/resourcereader.h"
#include "views/resourcerequest.h"
#include "views/resultview.h"
#include "views/serverbar.h"
#include "json/jsontext.h"
#include "json/jsonwriter.h"

#include <QtGui/qevent.h>
#include <QtWidgets/qboxlayout.h>

namespace McpUi {

using namespace Qt::Literals::StringLiterals;
using Mcp::RawJson;
using Mcp::Server;

CallPage::CallPage(Mcp::Orchestrator *orchestrator, const QString &serverName,
                   const QString &toolName, QWidget *parent)
    : QWidget(parent)
    , m_orchestrator(orchestrator)
    , m_serverName(serverName)
    , m_toolName(toolName)
    , m_earlier(orchestrator)
    , m_header(new CallHeader(this))
    , m_serverBar(new ServerBar(this))
    , m_arguments(new ArgumentEditor(this))
    , m_controls(new CallControls(this))
    , m_result(new ResultView(this))
    , m_splitter(new CallSplitter(this))
    , m_body(new PageBody(m_splitter, this))
    , m_copier(new CallCopier(orchestrator, this))
{
    setObjectName("callPage:"_L1 + toolName);
    m_arguments->setObjectName(u"arguments"_s);
    m_result->setObjectName(u"result"_s);
    auto *left = new QWidget(m_splitter);
    auto *leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(0, 0, 4, 0);
    leftLayout->addWidget(m_arguments, 1);
    leftLayout->addWidget(m_controls);
    m_splitter->addWidget(left);
    m_splitter->addWidget(m_result);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({ 450, 550 });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 8);
    layout->setSpacing(6);
    layout->addWidget(m_header);
    layout->addWidget(m_serverBar);
    layout->addWidget(m_body, 1);
    m_header->setPlace(serverName, toolName);

    connect(m_arguments, &ArgumentEditor::edited, this, [this] {
        m_pristine = false;
        emit stateChanged();
    });
    connect(m_arguments, &ArgumentEditor::problemsChanged, this, &CallPage::updateControls);
    connect(m_result, &ResultView::readRequested, this, [this](ResourceRequest *request) {
        readResource(m_orchestrator, m_serverName, request);
    });
    m_result->setCompareSource([this] { return m_earlier.list(m_serverName, m_toolName); });
    connect(m_controls, &CallControls::callRequested, this, &CallPage::call);
    connect(m_controls, &CallControls::cancelRequested, this, &CallPage::cancel);
    connect(m_controls, &CallControls::problemsRequested, m_arguments,
            &ArgumentEditor::showProblems);
    connect(m_serverBar, &ServerBar::startRequested, this,
            [this] { emit startRequested(m_serverName); });
    connect(m_splitter, &QSplitter::splitterMoved, this, &CallPage::stateChanged);
    connectBody();
    connectOrchestrator();
    attach();
}

CallPage::~CallPage()
{
    // Nobody will see the answer: the server need not work for it.
    if (m_call)
        m_call->cancel();
}

void CallPage::connectOrchestrator()
{
    connect(m_orchestrator, &Mcp::Orchestrator::serverAdded, this, [this](const QString &name) {
        if (name == m_serverName)
            attach();
    });
    connect(m_orchestrator, &Mcp::Orchestrator::serverRemoved, this, [this](const QString &name) {
        if (name == m_serverName)
            onServerState();
    });
    connect(m_orchestrator, &Mcp::Orchestrator::serverRenamed, this,
            [this](const QString &from, const QString &to) {
                if (from != m_serverName)
                    return;
                m_serverName = to;
                m_header->setPlace(to, m_toolName);
                attach();
                emit titleChanged();
            });
}

void CallPage::connectBody()
{
    connect(m_header, &CallHeader::detailsToggled, m_body, &PageBody::showDetails);
    connect(m_body, &PageBody::detailsShown, this, [this](bool shown) {
        m_header->setDetailsShown(shown);
        if (!shown)
            m_arguments->focusInput();
    });
    connect(m_header, &CallHeader::copyRequestRequested, m_copier, &CallCopier::copyRequest);
    connect(m_header, &CallHeader::copyCommandRequested, m_copier, &CallCopier::copyCommand);
    connect(m_body, &PageBody::saveRequested, m_result, &ResultView::saveRequested);
}

void CallPage::attach()
{
    if (Server *known = server()) {
        // A rename attaches to the same server again.
        connect(known, &Server::stateChanged, this, &CallPage::onServerState, Qt::UniqueConnection);
        connect(known, &Server::stepChanged, this, &CallPage::onServerState, Qt::UniqueConnection);
    }
    if (Mcp::ToolCatalog *catalog = m_orchestrator->tools(m_serverName)) {
        connect(catalog, &Mcp::ToolCatalog::changed, this, &CallPage::onCatalogChanged,
                Qt::UniqueConnection);
    }
    onCatalogChanged();
    onServerState();
}

Server *CallPage::server() const { return m_orchestrator->server(m_serverName); }

bool CallPage::isServerReady() const
{
    const Server *known = server();
    return known && known->state() == Server::State::Ready;
}

QString CallPage::title() const
{
    return displayLine(m_tool.name().isEmpty() ? m_toolName : m_tool.displayName(), 200);
}

void CallPage::onServerState()
{
    const Server *known = server();
    m_serverBar->show(m_serverName, known);
    updateControls();
    if (!m_waiting)
        return;
    if (isServerReady()) {
        setWaiting(false);
        startCall();
    } else if (!known || known->state() == Server::State::Failed) {
        setWaiting(false); // the bar says why
    } else if (known->state() == Server::State::Stopped) {
        // That of a restart goes on right after this signal.
        QMetaObject::invokeMethod(
                this,
                [this] {
                    if (!server() || server()->state() == Server::State::Stopped)
                        giveUpWaiting();
                },
                Qt::QueuedConnection);
    }
}

void CallPage::onCatalogChanged()
{
    Mcp::ToolCatalog *catalog = m_orchestrator->tools(m_serverName);
    if (!catalog || !catalog->isListed())
        return;
    const std::optional<Mcp::Tool> tool = catalog->find(m_toolName);
    m_header->setNotice(tool ? QString()
                             : tr("“%1” is not in the server's list of tools (any more). It can be "
                                  "called all the same.")
                                        .arg(displayLine(m_toolName, 200)));
    if (tool && !(tool->raw() == m_tool.raw()))
        adoptTool(*tool);
    else if (!tool && !m_arguments->form()->isSchemaKnown())
        m_arguments->setSchema({}); // nothing says it, now or later
}

void CallPage::adoptTool(const Mcp::Tool &tool)
{
    const bool first = m_tool.name().isEmpty();
    const bool sameSchema = !first && tool.inputSchema() == m_tool.inputSchema();
    const QString before = title();
    m_tool = tool;
    m_header->setTool(tool);
    m_result->setOutputSchema(tool.outputSchema()); // the call may have come before the list
    m_body->setTool(tool);
    if (!sameSchema) {
        m_arguments->setSchema(tool.inputSchema());
        m_callAnyway = false;
        if (m_pristine) {
            m_arguments->setArguments(
                    Mcp::SchemaDefaults::initialArguments(m_arguments->form()->parser()));
        }
    }
    updateControls();
    if (title() != before)
        emit titleChanged();
}

RawJson CallPage::arguments() const { return m_arguments->arguments(); }

void CallPage::setArguments(const RawJson &arguments)
{
    m_pristine = false;
    m_arguments->setArguments(arguments);
    emit stateChanged();
}

bool CallPage::isRunning() const { return m_call || m_waiting; }

RawJson CallPage::saveState() const
{
    Mcp::JsonObjectWriter state;
    const bool json = m_arguments->mode() == ArgumentEditor::Mode::Json;
    state.add(u"mode", json ? u"json" : u"form");
    const auto text = keptArguments(m_arguments->text(), arguments(), m_tool.inputSchema());
    if (text && !m_pristine)
        state.add(u"text", *text);
    Mcp::JsonArrayWriter sizes;
    for (const int size : m_splitter->sizes())
        sizes.addRaw(QByteArray::number(size));
    state.add(u"splitter", sizes.toRawJson());
    return state.toRawJson();
}

void CallPage::restoreState(const RawJson &state)
{
    if (const RawJson text = state.value("text"); text.isString()) {
        m_pristine = false;
        m_arguments->setText(text.toString().toUtf8(), ArgumentEditor::Mode::Form);
    }
    m_arguments->setMode(state.value("mode").toString() == "json"_L1 ? ArgumentEditor::Mode::Json
                                                                     : m_arguments->mode());
    QList<int> sizes;
    for (const RawJson &size : state.value("splitter").elements())
        sizes.append(int(qBound(qint64(0), size.toInteger().value_or(0), qint64(100'000))));
    if (sizes.size() == m_splitter->count())
        m_splitter->setSizes(sizes);
}

void CallPage::call()
{
    m_body->showDetails(false);
    if (isRunning() || !checkArguments())
        return;
    if (isServerReady()) {
        startCall();
        return;
    }
    if (!server())
        return; // the bar says so
    setWaiting(true);
    const Server::State state = server()->state();
    if (state == Server::State::Stopped || state == Server::State::Failed)
        emit startRequested(m_serverName);
}

/// True when the arguments may be sent; else their problems are shown now.
bool CallPage::checkArguments()
{
    const bool broken = m_arguments->isBroken();
    if (!broken && (m_callAnyway || m_arguments->problems().isEmpty()))
        return true;
    m_callAnyway = !broken;
    m_arguments->showProblems();
    updateControls();
    return false;
}

void CallPage::startCall()
{
    // Line breaks between values are the user's layout; a line-framed message must not have them.
    const RawJson sent = RawJson::fromText(Mcp::JsonText::compact(arguments().view()));
    m_call = m_orchestrator->callServerTool(m_serverName, m_toolName, sent);
    m_controls->start({});
    m_result->setPending();
    connect(m_call, &Mcp::Call::progressed, m_controls, &CallControls::report);
    connect(m_call, &Mcp::Call::finished, this, &CallPage::onFinished);
    emit runningChanged(true);
}

void CallPage::onFinished()
{
    CallOutcome outcome{ m_call->outcome(), m_call->elapsed(), m_call->warnings(), m_toolName,
                         m_tool.outputSchema() };
    m_call = nullptr;
    m_controls->stop();
    if (outcome.result)
        m_earlier.add(outcome.result.value());
    m_result->setOutcome(outcome);
    updateControls();
    emit runningChanged(false);
}

void CallPage::cancel()
{
    if (m_call)
        m_call->cancel();
    else if (m_waiting)
        setWaiting(false);
}

void CallPage::giveUpWaiting()
{
    if (m_waiting)
        setWaiting(false);
}

void CallPage::setWaiting(bool waiting)
{
    m_waiting = waiting;
    if (waiting)
        m_controls->start(tr("waiting for “%1” to be ready").arg(m_serverName));
    else
        m_controls->stop();
    updateControls();
    emit runningChanged(waiting);
}

void CallPage::toggleJson()
{
    m_body->showDetails(false);
    m_arguments->toggleMode();
}

void CallPage::updateControls()
{
    const qsizetype problems = m_arguments->problems().size();
    m_callAnyway = m_callAnyway && problems > 0 && !m_arguments->isBroken();
    m_controls->setProblemCount(problems, m_pristine);
    const Server *known = server();
    const bool stopped = known
                         && (known->state() == Server::State::Stopped
                             || known->state() == Server::State::Failed);
    m_controls->setLabel(m_callAnyway ? CallControls::Label::CallAnyway
                         : stopped    ? CallControls::Label::StartAndCall
                                      : CallControls::Label::Call);
}

void CallPage::focusArguments()
{
    m_body->showDetails(false);
    m_arguments->focusInput();
}

void CallPage::keyPressEvent(QKeyEvent *event)
{
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const bool control = modifiers == Qt::ControlModifier;
    if (control && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        call();
    else if (control && event->key() == Qt::Key_J)
        toggleJson();
    else if (modifiers == Qt::NoModifier && event->key() == Qt::Key_Escape && isRunning())
        cancel();
    else
        QWidget::keyPressEvent(event);
}

} // namespace McpUi
