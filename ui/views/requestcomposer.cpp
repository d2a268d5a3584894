// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/requestcomposer.h"

#include "client/dialect.h"
#include "forms/jsonpane.h"
#include "forms/tones.h"
#include "forms/wrappedlabel.h"
#include "models/format.h"
#include "orchestrator/orchestrator.h"
#include "protocol/methods.h"
#include "views/resourcereader.h"
#include "views/resourcerequest.h"
#include "views/resultview.h"
#include "json/jsontext.h"

#include <QtGui/qevent.h>
#include <QtGui/qshortcut.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qcombobox.h>
#include <QtWidgets/qcompleter.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qpushbutton.h>
#include <QtWidgets/qsplitter.h>

#include <optional>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

/// Whose result has a shape of its own; nothing for the others.
std::optional<Mcp::CallSubject::Kind> kindOf(const QString &method)
{
    using Kind = Mcp::CallSubject::Kind;
    if (method == "tools/call"_L1 || method == "tasks/result"_L1)
        return Kind::Tool;
    if (method == "prompts/get"_L1)
        return Kind::Prompt;
    if (method == "resources/read"_L1)
        return Kind::Resource;
    return std::nullopt;
}

} // namespace

RequestComposer::RequestComposer(Mcp::Orchestrator *orchestrator, QWidget *parent)
    : QWidget(parent)
    , m_orchestrator(orchestrator)
    , m_servers(new QComboBox(this))
    , m_kinds(new QComboBox(this))
    , m_methods(new QComboBox(this))
    , m_params(new JsonPane(this)) // the keyboard goes on from here to Send
    , m_send(new QPushButton(tr("Send"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_remark(new WrappedLabel(this))
    , m_state(new WrappedLabel(this))
    , m_result(new ResultView(this))
{
    setObjectName(u"requestComposer"_s);
    setWindowTitle(tr("Request by hand"));
    m_servers->setObjectName(u"composerServer"_s);
    m_servers->setAccessibleName(tr("Server"));
    m_kinds->setObjectName(u"composerKind"_s);
    m_kinds->setAccessibleName(tr("Request or notification"));
    m_kinds->addItems({ tr("Request"), tr("Notification") });
    m_methods->setObjectName(u"composerMethod"_s);
    m_methods->setAccessibleName(tr("Method"));
    m_methods->setEditable(true);
    m_methods->setInsertPolicy(QComboBox::NoInsert);
    m_methods->completer()->setFilterMode(Qt::MatchContains);
    m_methods->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_params->setTextName(tr("Params as JSON"));
    m_params->setBlankNote(tr("Nothing written: no params are sent but those that the era adds."));
    m_result->setIdleNote(tr("What the server answers is shown here."));
    m_send->setObjectName(u"composerSend"_s);
    m_send->setToolTip(tr("Send it (Ctrl+Enter)"));
    m_cancel->setObjectName(u"composerCancel"_s);
    m_remark->setObjectName(u"composerRemark"_s);
    Tones::apply(m_remark, Tones::Tone::Warning);
    m_state->setObjectName(u"composerState"_s);
    Tones::apply(m_state, Tones::Tone::Dim);
    buildLayout();
    connectParts();
    updateServers();
    updateMethods();
    updateState();
    resize(920, 520);
}

RequestComposer::~RequestComposer()
{
    if (m_call) {
        m_call->disconnect(this);
        m_call->cancel();
    }
}

void RequestComposer::buildLayout()
{
    auto *top = new QHBoxLayout;
    top->addWidget(m_servers);
    top->addWidget(m_kinds);
    top->addWidget(m_methods, 1);
    top->addWidget(m_send);
    top->addWidget(m_cancel);
    auto *left = new QWidget(this);
    auto *editor = new QVBoxLayout(left);
    editor->setContentsMargins({});
    editor->setSpacing(4);
    auto *header = new QHBoxLayout;
    auto *title = new QLabel(tr("Params"), this);
    QFont bold = font();
    bold.setBold(true);
    title->setFont(bold);
    header->addWidget(title);
    header->addStretch();
    header->addWidget(m_params->tools());
    editor->addLayout(header);
    editor->addWidget(m_params, 1);
    auto *parts = new QSplitter(Qt::Horizontal, this);
    parts->setObjectName(u"composerParts"_s);
    parts->setChildrenCollapsible(false);
    parts->addWidget(left);
    parts->addWidget(m_result);
    parts->setSizes({ 420, 500 });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addLayout(top);
    layout->addWidget(m_remark);
    layout->addWidget(m_state);
    layout->addWidget(parts, 1);
}

void RequestComposer::connectParts()
{
    connect(m_servers, &QComboBox::currentTextChanged, this, &RequestComposer::updateMethods);
    connect(m_kinds, &QComboBox::currentIndexChanged, this, &RequestComposer::updateMethods);
    connect(m_methods, &QComboBox::currentTextChanged, this, &RequestComposer::onMethodChanged);
    connect(m_result, &ResultView::readRequested, this, [this](ResourceRequest *request) {
        readResource(m_orchestrator, m_servers->currentText(), request);
    });
    connect(m_params, &JsonPane::edited, this, &RequestComposer::updateState);
    connect(m_send, &QPushButton::clicked, this, &RequestComposer::send);
    connect(m_cancel, &QPushButton::clicked, this, &RequestComposer::cancel);
    for (const char *key : { "Ctrl+Return", "Ctrl+Enter" }) {
        auto *shortcut = new QShortcut(QKeySequence(QString::fromLatin1(key)), this);
        connect(shortcut, &QShortcut::activated, this, &RequestComposer::send);
    }
    auto *close = new QShortcut(QKeySequence(u"Ctrl+W"_s), this);
    connect(close, &QShortcut::activated, this, &QWidget::close);
    connect(m_orchestrator, &Mcp::Orchestrator::serverAdded, this, &RequestComposer::updateServers);
    connect(m_orchestrator, &Mcp::Orchestrator::serverRemoved, this,
            &RequestComposer::updateServers);
    connect(m_orchestrator, &Mcp::Orchestrator::serverRenamed, this,
            &RequestComposer::updateServers);
}

bool RequestComposer::isNotification() const { return m_kinds->currentIndex() == 1; }

QString RequestComposer::method() const { return m_methods->currentText().trimmed(); }

Mcp::Server *RequestComposer::server() const
{
    return m_orchestrator->server(m_servers->currentText());
}

void RequestComposer::updateServers()
{
    const QString chosen = m_servers->currentText();
    const QSignalBlocker quiet(m_servers);
    m_servers->clear();
    m_servers->addItems(m_orchestrator->serverNames());
    m_servers->setCurrentText(chosen);
    updateMethods();
}

/// What the era of the server has; the method that is written stays.
void RequestComposer::updateMethods()
{
    Mcp::Server *const chosen = server();
    if (chosen != m_followed) {
        if (m_followed)
            m_followed->disconnect(this);
        m_followed = chosen;
        if (chosen)
            connect(chosen, &Mcp::Server::stateChanged, this, &RequestComposer::updateMethods);
    }
    const Mcp::Revision revision = chosen && chosen->connection()
                                           ? chosen->connection()->revision
                                           : Mcp::latestRevision(Mcp::Era::Legacy);
    const QString written = m_methods->currentText();
    const QSignalBlocker quiet(m_methods);
    m_methods->clear();
    m_methods->addItems(isNotification() ? Mcp::clientNotifications(revision)
                                         : Mcp::clientRequests(revision));
    const bool isOther = isNotification() != written.startsWith("notifications/"_L1);
    m_methods->setEditText(written.isEmpty() || isOther ? m_methods->itemText(0) : written);
    onMethodChanged();
}

/// Proposes params as long as nobody has written any.
void RequestComposer::onMethodChanged()
{
    if (std::exchange(m_lastMethod, method()) != method()) { // what was said was about that one
        m_state->clear();
        if (!m_call)
            m_result->clear();
    }
    const QByteArray written = m_params->text().trimmed();
    if (written.isEmpty() || written == m_sketch) {
        const QByteArray sketch = Mcp::paramsSketch(method());
        m_sketch = sketch.isEmpty() ? QByteArray() : Mcp::JsonText::pretty(sketch).trimmed();
        m_params->setText(m_sketch);
    }
    updateState();
}

void RequestComposer::setRequest(const QString &server, const TraceRequest &request)
{
    m_servers->setCurrentText(server);
    m_kinds->setCurrentIndex(request.isNotification ? 1 : 0);
    if (!request.method.isEmpty())
        m_methods->setEditText(request.method);
    if (!request.params.isAbsent())
        m_params->setText(m_warnedOf = Mcp::JsonText::pretty(request.params.view()).trimmed());
    else if (!request.method.isEmpty())
        m_params->setText({});
    updateState();
    m_params->focusEdit();
}

/// Why it cannot be sent, or what is odd about it though it can be.
QString RequestComposer::remark() const
{
    const Mcp::Server *const chosen = server();
    if (!chosen)
        return tr("There is no server to send it to.");
    if (!chosen->connection())
        return tr("“%1” is not connected: start it first.").arg(chosen->name());
    const auto revision = chosen->connection()->revision;
    const QStringList known =
            isNotification() ? Mcp::clientNotifications(revision) : Mcp::clientRequests(revision);
    QStringList odd;
    if (const Mcp::Error refusal = Mcp::Dialect::create(revision)->refusal(method()))
        odd += refusal.message;
    else if (!method().isEmpty() && !known.contains(method()))
        odd += tr("%1 is nothing that a client sends in revision %2.")
                       .arg(formatQuoted(method().left(200)), Mcp::toString(revision));
    const QByteArray text = m_params->text();
    const bool isJson = !text.trimmed().isEmpty() && !Mcp::JsonText::check(text);
    if (isJson && !Mcp::RawJson::fromText(text).isObject())
        odd += tr("Params of MCP are an object.");
    if (!odd.isEmpty())
        odd += tr("It can be sent all the same.");
    return odd.join(u' ');
}

void RequestComposer::updateState()
{
    const Mcp::Server *const chosen = server();
    const QString text = remark();
    m_remark->setText(displayText(text));
    m_remark->setVisible(!text.isEmpty());
    m_state->setVisible(!m_state->text().isEmpty());
    m_send->setEnabled(chosen && chosen->connection() && !method().isEmpty() && !m_call);
    m_cancel->setVisible(m_call);
}

/// As they go on the wire, in one line; absent when there are none.
Mcp::RawJson RequestComposer::params(QString *problem) const
{
    const QByteArray text = m_params->text().trimmed();
    if (text.isEmpty())
        return {};
    if (const auto fault = Mcp::JsonText::check(text))
        *problem = tr("Not sent: the params are no JSON, line %1: %2")
                           .arg(fault->line)
                           .arg(fault->message);
    return Mcp::RawJson::fromText(Mcp::JsonText::compact(text));
}

void RequestComposer::send()
{
    if (!m_send->isEnabled())
        return;
    QString problem;
    const Mcp::RawJson written = params(&problem);
    m_state->setText(problem);
    if (!problem.isEmpty())
        return updateState();
    if (isNotification())
        return notify(written);
    Mcp::Client *const client = m_orchestrator->defaultClient(m_servers->currentText());
    Mcp::Call *const call = client->request(method(), written);
    m_call = call;
    m_result->setPending();
    connect(call, &Mcp::Call::progressed, this, [this](const Mcp::Progress &progress) {
        m_state->setText(displayLine(progress.describe(), 300));
        updateState();
    });
    connect(call, &Mcp::Call::finished, this, [this, call] { take(*call); });
    updateState();
}

void RequestComposer::notify(const Mcp::RawJson &params)
{
    Mcp::Client *const client = m_orchestrator->defaultClient(m_servers->currentText());
    m_result->clear();
    m_state->setText(client->notify(method(), params)
                             ? tr("Sent; nothing answers a notification.")
                             : tr("Not sent: the server does not read its input."));
    updateState();
}

void RequestComposer::take(const Mcp::Call &call)
{
    m_call.clear();
    m_state->clear();
    CallOutcome outcome;
    outcome.result = call.outcome();
    outcome.elapsedMs = call.elapsed();
    outcome.warnings = call.warnings();
    outcome.toolName = QString(call.method()).replace(u'/', u'-');
    const auto kind = kindOf(call.method());
    outcome.kind = kind.value_or(outcome.kind);
    outcome.isOther = !kind;
    m_result->setOutcome(outcome);
    updateState();
}

void RequestComposer::escape()
{
    if (m_call)
        cancel();
    else
        close();
}

/// By whatever key or button: nothing that was written goes without a word.
void RequestComposer::closeEvent(QCloseEvent *event)
{
    const QByteArray written = m_params->text().trimmed();
    if (written == m_sketch || written.isEmpty() || written == m_warnedOf)
        return QWidget::closeEvent(event);
    event->ignore();
    m_warnedOf = written;
    m_state->setText(tr("What is written here would be lost. Close once more to leave it."));
    updateState();
}

void RequestComposer::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier)
        escape();
    else
        QWidget::keyPressEvent(event);
}

void RequestComposer::cancel()
{
    if (m_call)
        m_call->cancel();
}

} // namespace McpUi
