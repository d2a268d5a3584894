// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/traceactions.h"

#include "orchestrator/callcommand.h"
#include "orchestrator/orchestrator.h"

#include <QtGui/qaction.h>
#include <QtGui/qclipboard.h>
#include <QtGui/qguiapplication.h>
#include <QtWidgets/qmenu.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

TraceActions::TraceActions(Mcp::Orchestrator *orchestrator, const TraceModel *model, QWidget *panel)
    : QObject(panel)
    , m_orchestrator(orchestrator)
    , m_model(model)
    , m_panel(panel)
    , m_menu(new QMenu(panel))
{
    m_menu->setObjectName(u"messageMenu"_s);
    m_repeat =
            add(u"messageRepeat"_s, tr("&Repeat the request"), u"Ctrl+R"_s, &TraceActions::repeat);
    m_compose =
            add(u"messageCompose"_s, tr("&Edit and send…"), u"Ctrl+E"_s, &TraceActions::compose);
    m_menu->addSeparator();
    m_conversation = add(u"messageConversation"_s, tr("Show its con&versation"), u"Ctrl+G"_s,
                         &TraceActions::showConversation);
    m_menu->addSeparator();
    m_copyJson = add(u"messageCopyJson"_s, tr("Copy as &JSON"), u"Ctrl+Shift+C"_s,
                     &TraceActions::copyJson);
    m_copyCommand = add(u"messageCopyCommand"_s, tr("Copy as command &line"), {},
                        &TraceActions::copyCommand);
    setCurrent(0);
}

QAction *TraceActions::add(const QString &name, const QString &text, const QString &key,
                           void (TraceActions::*slot)())
{
    auto *action = m_menu->addAction(text);
    action->setObjectName(name);
    if (!key.isEmpty())
        action->setShortcut(QKeySequence(key, QKeySequence::PortableText));
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_panel->addAction(action);
    connect(action, &QAction::triggered, this, slot);
    return action;
}

/// Of an answer the request that it answers.
std::optional<TraceRequest> TraceActions::request() const
{
    const Mcp::TraceEntry *found = entry();
    const Mcp::TraceLog *const log = found ? m_model->sourceOf(m_serial).log : nullptr;
    for (int step = 0; found && log && step < 3; ++step) {
        if (const auto sent = TraceRequest::of(*found))
            return sent;
        const quint64 pair = found->pair;
        found = pair > 0 && pair < found->serial ? log->find(pair) : nullptr;
    }
    return std::nullopt;
}

void TraceActions::setCurrent(quint64 serial)
{
    m_serial = serial;
    const Mcp::TraceEntry *const found = entry();
    const auto sent = request();
    m_repeat->setEnabled(sent && m_orchestrator);
    m_repeat->setText(sent && sent->isNotification ? tr("Send the notification again")
                                                   : tr("&Repeat the request"));
    m_compose->setEnabled(sent && m_orchestrator);
    m_conversation->setEnabled(found && found->conversation > 0);
    m_copyJson->setEnabled(found && found->kind != Mcp::TraceEntry::Kind::Event);
    m_copyCommand->setEnabled(sent && m_orchestrator && sent->method == "tools/call"_L1);
}

void TraceActions::repeat()
{
    if (const auto sent = request())
        emit repeatRequested(m_model->sourceOf(m_serial).server, *sent);
}

void TraceActions::compose()
{
    if (const auto sent = request())
        emit composeRequested(m_model->sourceOf(m_serial).server, *sent);
}

void TraceActions::showConversation()
{
    if (const Mcp::TraceEntry *const found = entry()) {
        const QString filter = u"conversation:%1"_s.arg(found->conversation);
        const QString server = m_model->sourceOf(m_serial).server;
        emit filterRequested(m_model->isMerged() ? filter + u" server:\"%1\""_s.arg(server)
                                                 : filter);
    }
}

void TraceActions::copy(const QString &text, const QString &sentence)
{
    QGuiApplication::clipboard()->setText(text);
    emit told(sentence);
}

void TraceActions::copyJson()
{
    const Mcp::TraceEntry *found = entry();
    if (!found)
        return;
    // What is said about a message has no bytes of its own.
    const Mcp::TraceEntry *const subject =
            found->payload().isEmpty() ? m_model->sourceOf(m_serial).log->find(found->pair)
                                       : nullptr;
    const QByteArray &bytes = subject ? subject->payload() : found->payload();
    copy(QString::fromUtf8(bytes), tr("Copied the message as it crossed the wire."));
}

void TraceActions::copyCommand()
{
    const auto sent = request();
    if (!sent)
        return;
    const auto command = Mcp::callCommand(*m_orchestrator, m_model->sourceOf(m_serial).server,
                                          sent->params.value("name").toString(),
                                          sent->params.value("arguments"), Mcp::callProgram());
    if (!command)
        emit told(tr("Nothing was copied. %1").arg(command.error().message));
    else if (command->withheld.isEmpty())
        copy(command->line, tr("Copied the command line of the call."));
    else
        copy(command->line,
             tr("Copied the command line without secret values: set %1 in the shell.")
                     .arg(command->withheld.join(u", "_s)));
}

} // namespace McpUi
