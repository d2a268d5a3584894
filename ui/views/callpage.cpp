// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/callpage.h"

#include "forms/argumenteditor.h"
#include "forms/argumentform.h"
#include "models/format.h"
#include "models/subjectwords.h"
#include "orchestrator/catalog.h"
#include "orchestrator/orchestrator.h"
#include "orchestrator/subjectkind.h"
#include "schema/schemadefaults.h"
#include "views/callcontrols.h"
#include "views/callcopier.h"
#include "views/callheader.h"
#include "views/callquestion.h"
#include "views/callrunner.h"
#include "views/callsplitter.h"
#include "views/keptarguments.h"
#include "views/liststate.h"
#include "views/pagebody.h"
#include "views/resourcereader.h"
#include "views/resourcerequest.h"
#include "views/resultview.h"
#include "views/serverbar.h"
#include "views/taskoption.h"
#include "views/uripreview.h"
#include "views/watchbar.h"
#include "json/jsonwriter.h"

#include <QtGui/qevent.h>
#include <QtWidgets/qboxlayout.h>

namespace McpUi {

using namespace Qt::Literals::StringLiterals;
using Mcp::RawJson;

CallPage::CallPage(Mcp::Orchestrator *orchestrator, const QString &serverName,
                   const Mcp::CallSubject &subject, QWidget *parent)
    : QWidget(parent)
    , m_orchestrator(orchestrator)
    , m_info(SubjectInfo::of(subject, {}))
    , m_earlier(orchestrator)
    , m_runner(new CallRunner(orchestrator, serverName, subject, this))
    , m_header(new CallHeader(this))
    , m_serverBar(new ServerBar(this))
    , m_question(new CallQuestion(orchestrator, this))
    , m_arguments(new ArgumentEditor(this))
    , m_controls(new CallControls(this))
    , m_result(new ResultView(this))
    , m_splitter(new CallSplitter(this))
    , m_body(new PageBody(m_splitter, this))
    , m_copier(new CallCopier(orchestrator, this))
{
    setObjectName("callPage:"_L1 + subject.name);
    m_arguments->setObjectName(u"arguments"_s);
    m_result->setObjectName(u"result"_s);
    const SubjectWords &words = SubjectWords::of(subject.kind);
    m_arguments->form()->setWords({ words.noArguments, words.unknownArguments,
                                    words.undeclaredArguments, words.arguments });
    m_arguments->setTitle(words.arguments);
    m_controls->setSubjectKind(subject.kind);
    m_result->setSubjectKind(subject.kind);
    m_header->setPlace(serverName, subject);
    if (!m_info.schema.isAbsent())
        m_arguments->setSchema(m_info.schema); // it does not depend on a list
    m_parts = PageParts::of(orchestrator, this);
    placeParts();
    connectParts();
    connectRunner();
    attach();
    onServerChanged();
}

CallPage::~CallPage() = default;

/// Without arguments the page is its result, with the controls above it.
bool CallPage::hasForm() const { return !SubjectWords::of(subject().kind).isCalledOnOpening; }

void CallPage::placeParts()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 8);
    layout->setSpacing(6);
    layout->addWidget(m_header);
    layout->addWidget(m_serverBar);
    layout->addWidget(m_question);
    if (m_parts.task)
        m_parts.task->placeIn(m_controls);
    if (hasForm()) {
        auto *left = new QWidget(m_splitter);
        auto *leftLayout = new QVBoxLayout(left);
        leftLayout->setContentsMargins(0, 0, 4, 0);
        leftLayout->addWidget(m_arguments, 1);
        for (QWidget *part : QList<QWidget *>{ m_parts.preview, m_controls, m_parts.watch }) {
            if (part)
                leftLayout->addWidget(part);
        }
        m_splitter->addWidget(left);
    } else {
        m_arguments->hide();
        layout->addWidget(m_controls);
        if (m_parts.watch)
            layout->addWidget(m_parts.watch);
    }
    layout->addWidget(m_body, 1);
    m_splitter->addWidget(m_result);
    for (int i = 0; i < m_splitter->count(); ++i)
        m_splitter->setStretchFactor(i, 1);
    m_splitter->setSizes({ 450, 550 });
}

void CallPage::connectParts()
{
    connect(m_arguments, &ArgumentEditor::edited, this, [this] {
        m_pristine = false;
        emit stateChanged();
    });
    connect(m_arguments, &ArgumentEditor::problemsChanged, this, &CallPage::updateControls);
    connect(m_result, &ResultView::readRequested, this, [this](ResourceRequest *request) {
        readResource(m_orchestrator, serverName(), request);
    });
    m_result->setCompareSource([this] { return m_earlier.list(serverName(), subject()); });
    connect(m_controls, &CallControls::callRequested, this, &CallPage::call);
    connect(m_controls, &CallControls::cancelRequested, this, &CallPage::cancel);
    connect(m_controls, &CallControls::problemsRequested, m_arguments,
            &ArgumentEditor::showProblems);
    connect(m_question, &CallQuestion::retryRequested, this, &CallPage::call);
    connect(m_question, &CallQuestion::waitingChanged, m_result, &ResultView::setPending);
    connect(m_question, &CallQuestion::waitingChanged, m_controls, &CallControls::setHeld);
    connect(m_serverBar, &ServerBar::startRequested, this,
            [this] { emit startRequested(serverName()); });
    connect(m_splitter, &QSplitter::splitterMoved, this, &CallPage::stateChanged);
    connect(m_header, &CallHeader::detailsToggled, m_body, &PageBody::showDetails);
    connect(m_body, &PageBody::detailsShown, this, [this](bool shown) {
        m_header->setDetailsShown(shown);
        if (!shown)
            focusArguments();
    });
    connect(m_header, &CallHeader::copyRequestRequested, m_copier, &CallCopier::copyRequest);
    connect(m_header, &CallHeader::copyCommandRequested, m_copier, &CallCopier::copyCommand);
    if (m_parts.watch)
        connect(m_parts.watch, &WatchBar::changed, this, &CallPage::stateChanged);
    if (m_parts.task)
        connect(m_parts.task, &TaskOption::changed, this, &CallPage::stateChanged);
    connect(m_body, &PageBody::saveRequested, m_result, &ResultView::saveRequested);
}

void CallPage::connectRunner()
{
    connect(m_runner, &CallRunner::serverChanged, this, &CallPage::onServerChanged);
    connect(m_runner, &CallRunner::renamed, this, [this] {
        m_header->setPlace(serverName(), subject());
        if (m_info.isListed())
            m_header->setInfo(m_info);
        attach();
        emit titleChanged();
    });
    connect(m_runner, &CallRunner::waiting, this, [this] {
        m_controls->start(tr("waiting for “%1” to be ready").arg(serverName()));
        updateControls();
        emit runningChanged(true);
    });
    connect(m_runner, &CallRunner::gaveUp, this, [this] {
        m_controls->stop();
        updateControls();
        emit runningChanged(false);
    });
    connect(m_runner, &CallRunner::started, this, [this] {
        m_controls->start({});
        m_result->setPending();
        m_question->watch(serverName(), m_runner->current());
        emit runningChanged(true);
    });
    connect(m_runner, &CallRunner::progressed, m_controls, &CallControls::report);
    connect(m_runner, &CallRunner::taskChanged, m_controls, &CallControls::showTask);
    connect(m_runner, &CallRunner::finished, this, &CallPage::onFinished);
}

/// To the list that the subject stands in, of the server that there is now.
void CallPage::attach()
{
    const Mcp::SubjectKind &kind = Mcp::SubjectKind::of(subject().kind);
    if (const Mcp::Catalog *catalog = kind.catalog(*m_orchestrator, serverName()))
        connect(catalog, &Mcp::Catalog::changed, this, &CallPage::onCatalogChanged,
                Qt::UniqueConnection);
    onCatalogChanged();
}

QString CallPage::serverName() const { return m_runner->serverName(); }

QString CallPage::title() const { return displayLine(m_info.displayName, 200); }

void CallPage::onServerChanged()
{
    attach();
    m_serverBar->show(serverName(), m_runner->server());
    updateControls();
    lookUp();
}

void CallPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    lookUp();
}

/// A page may be open before anybody has looked at the list it is in.
void CallPage::lookUp()
{
    const Mcp::SubjectKind &kind = Mcp::SubjectKind::of(subject().kind);
    Mcp::Catalog *const catalog = kind.catalog(*m_orchestrator, serverName());
    if (!catalog || !isVisible() || subject().kind == Mcp::CallSubject::Kind::Tool)
        return; // tools are listed in any case
    const ListState state(subject().kind, m_runner->server(), { catalog });
    if (state.isReady() && state.isDeclared())
        catalog->refreshOnce();
}

void CallPage::onCatalogChanged()
{
    const Mcp::SubjectKind &kind = Mcp::SubjectKind::of(subject().kind);
    const Mcp::Catalog *catalog = kind.catalog(*m_orchestrator, serverName());
    if (catalog && catalog->isSkipped() && !m_arguments->form()->isSchemaKnown())
        return m_arguments->setSchema({});
    if (!catalog || !catalog->isListed())
        return;
    const RawJson definition = catalog->definition(subject().name);
    m_header->setNotice(definition.isAbsent()
                                ? SubjectWords::of(subject().kind)
                                          .vanished.arg(displayLine(subject().name, 200))
                                : QString());
    if (!definition.isAbsent() && !(definition == m_info.definition))
        adopt(definition);
    else if (definition.isAbsent() && !m_arguments->form()->isSchemaKnown())
        m_arguments->setSchema({}); // nothing says it, now or later
}

void CallPage::adopt(const RawJson &definition)
{
    const SubjectInfo before = std::exchange(m_info, SubjectInfo::of(subject(), definition));
    const bool sameSchema = m_arguments->form()->isSchemaKnown() && m_info.schema == before.schema;
    m_header->setInfo(m_info);
    m_result->setOutputSchema(m_info.outputSchema); // the call may have come before the list
    m_body->setInfo(m_info);
    if (!sameSchema || !before.isListed()) {
        if (!sameSchema)
            m_arguments->setSchema(m_info.schema);
        m_callAnyway = false;
        if (m_pristine) {
            m_arguments->setArguments(
                    Mcp::SchemaDefaults::initialArguments(m_arguments->form()->parser()));
        }
    }
    updateControls();
    if (m_info.displayName != before.displayName)
        emit titleChanged();
}

RawJson CallPage::arguments() const { return m_arguments->arguments(); }

void CallPage::setArguments(const RawJson &arguments)
{
    m_pristine = false;
    m_arguments->setArguments(arguments);
    emit stateChanged();
}

bool CallPage::isRunning() const { return m_runner->isRunning(); }

RawJson CallPage::saveState() const
{
    Mcp::JsonObjectWriter state;
    const bool json = m_arguments->mode() == ArgumentEditor::Mode::Json;
    state.add(u"mode", json ? u"json" : u"form");
    const auto text = keptArguments(m_arguments->text(), arguments(), m_info.schema);
    if (text && !m_pristine)
        state.add(u"text", *text);
    if (const RawJson place = m_splitter->place(); !place.isAbsent())
        state.add(u"handle", place);
    if (m_parts.watch && m_parts.watch->readsByItself())
        state.add(u"readUpdates", true);
    if (m_parts.task)
        m_parts.task->saveTo(state);
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
    if (m_parts.watch)
        m_parts.watch->setReadsByItself(state.value("readUpdates").toBool());
    if (m_parts.task)
        m_parts.task->restoreFrom(state);
    m_splitter->setPlace(state.value("handle"));
}

void CallPage::enter()
{
    focusArguments();
    const bool isFresh = m_parts.watch && m_parts.watch->isFresh();
    if (!hasForm() && !isFresh && m_runner->isServerReady())
        call();
}

void CallPage::call()
{
    m_body->showDetails(false);
    if (isRunning() || !checkArguments())
        return;
    m_runner->call([this] { return arguments(); });
    if (isRunning() && m_runner->isServerIdle())
        emit startRequested(serverName());
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

void CallPage::onFinished(CallOutcome outcome)
{
    outcome.outputSchema = m_info.outputSchema;
    m_controls->stop();
    m_question->watch(serverName(), nullptr);
    m_question->takeFailure(outcome.result.error());
    if (outcome.result)
        m_earlier.add(outcome.result.value());
    m_result->setOutcome(outcome);
    updateControls();
    emit runningChanged(false);
}

void CallPage::cancel() { m_runner->cancel(); }

void CallPage::giveUpWaiting() { m_runner->giveUpWaiting(); }

void CallPage::toggleJson()
{
    if (!hasForm())
        return;
    m_body->showDetails(false);
    m_arguments->toggleMode();
}

void CallPage::updateControls()
{
    const qsizetype problems = m_arguments->problems().size();
    m_callAnyway = m_callAnyway && problems > 0 && !m_arguments->isBroken();
    m_controls->setProblemCount(problems, m_pristine);
    m_controls->setLabel(m_callAnyway               ? CallControls::Label::CallAnyway
                         : m_runner->isServerIdle() ? CallControls::Label::StartAndCall
                                                    : CallControls::Label::Call);
}

void CallPage::focusArguments()
{
    m_body->showDetails(false);
    if (hasForm())
        m_arguments->focusInput();
    else
        m_result->setFocus(Qt::OtherFocusReason);
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
