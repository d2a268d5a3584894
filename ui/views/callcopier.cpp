// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/callcopier.h"

#include "client/client.h"
#include "orchestrator/callcommand.h"
#include "orchestrator/orchestrator.h"
#include "orchestrator/subjectkind.h"
#include "views/callpage.h"
#include "views/callrunner.h"
#include "json/jsontext.h"

#include <QtGui/qclipboard.h>
#include <QtGui/qguiapplication.h>

namespace McpUi {

using namespace Qt::Literals::StringLiterals;

CallCopier::CallCopier(Mcp::Orchestrator *orchestrator, CallPage *page)
    : QObject(page)
    , m_orchestrator(orchestrator)
    , m_page(page)
{}

void CallCopier::copy(const QString &text, const QString &sentence)
{
    QGuiApplication::clipboard()->setText(text);
    emit told(sentence);
}

void CallCopier::refuse(const QString &why) { emit told(tr("Nothing was copied. %1").arg(why)); }

void CallCopier::copyRequest()
{
    const Mcp::RawJson arguments = m_page->arguments();
    const Mcp::Client *client = m_orchestrator->defaultClient(m_page->serverName());
    if (!client)
        return refuse(tr("There is no server “%1” (any more).").arg(m_page->serverName()));
    if (arguments.isAbsent())
        return refuse(tr("The arguments are not JSON yet."));
    const Mcp::CallSubject &subject = m_page->subject();
    const auto message =
            Mcp::SubjectKind::of(subject.kind)
                    .message(*client, subject.name,
                             Mcp::RawJson::fromText(Mcp::JsonText::compact(arguments.view())),
                             m_page->runner()->options());
    if (!message)
        return refuse(message.error().message);
    copy(QString::fromUtf8(message->payload()),
         client->isInitialized()
                 ? tr("Copied the request as it would be sent now.")
                 : tr("Copied the request as it would be sent once the server is connected."));
}

void CallCopier::copyCommand()
{
    const Mcp::RawJson arguments = m_page->arguments();
    if (arguments.isAbsent())
        return refuse(tr("The arguments are not JSON yet."));
    const auto command = Mcp::callCommand(*m_orchestrator, m_page->serverName(), m_page->subject(),
                                          arguments, Mcp::callProgram());
    if (!command)
        return refuse(command.error().message);
    copy(command->line,
         command->withheld.isEmpty()
                 ? tr("Copied the command line of the call.")
                 : tr("Copied the command line without secret values: set %1 in the shell.")
                           .arg(command->withheld.join(u", "_s)));
}

} // namespace McpUi
