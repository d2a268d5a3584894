// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/rootsquestion.h"

#include "forms/folderlist.h"
#include "forms/tones.h"
#include "forms/wrappedlabel.h"
#include "models/format.h"
#include "orchestrator/orchestrator.h"
#include "orchestrator/questions.h"
#include "wire/errorcode.h"

#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qpushbutton.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {} // namespace

RootsQuestion::RootsQuestion(Mcp::Orchestrator *orchestrator, Mcp::InputRequest *request,
                             QWidget *parent)
    : QuestionView(orchestrator, request, parent)
    , m_folders(new FolderList)
{
    setTitle(tr("asks which folders it may use"));
    auto *body = new QWidget(this);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins({});
    layout->setSpacing(6);
    auto *intro = new WrappedLabel(
            tr("It is told the names of these folders and is expected to keep to them; nothing "
               "stops a program that does not. The list stays with the server and can be changed "
               "in its settings. You are asked again when it is another list or another command."),
            body);
    Tones::apply(intro, Tones::Tone::Dim);
    layout->addWidget(intro);
    layout->addWidget(m_folders);
    layout->addStretch(1);
    setScrolledBody(body);
    if (const Mcp::Server *known =
                orchestrator->server(orchestrator->questions()->serverOf(request)))
        m_folders->setRoots(known->spec().roots);
    m_share = addButton(u"questionAccept"_s, {},
                        tr("Answer with this list, now and whenever it asks again (Ctrl+Return)"));
    m_share->setDefault(true);
    connect(m_folders, &FolderList::changed, this, &RootsQuestion::updateShare);
    connect(m_share, &QPushButton::clicked, this, &RootsQuestion::submit);
    auto *refuse =
            addButton(u"questionDecline"_s, tr("&Refuse"),
                      tr("No answer this time: a modern server's call ends by that (Escape)"));
    connect(refuse, &QPushButton::clicked, this, &RootsQuestion::cancel);
    setCancelWords(request->call() ? tr("refuses, which ends the call") : tr("refuses"), true);
    updateShare();
}

void RootsQuestion::updateShare()
{
    const qsizetype count = m_folders->count();
    m_share->setText(count == 0   ? tr("Sh&are no folders")
                     : count == 1 ? tr("Sh&are this folder")
                                  : tr("Sh&are these %1 folders").arg(formatNumber(count)));
    m_share->setAccessibleName(m_share->text().remove(u'&'));
}

void RootsQuestion::focusInput() { m_folders->focusInput(); }

void RootsQuestion::cancel()
{
    if (request())
        request()->refuse(Mcp::ErrorCode::userRejected, u"The user declined the request"_s);
}

QByteArray RootsQuestion::filledIn() const
{
    QByteArray all = QByteArray::number(m_folders->count());
    const QList<Mcp::Root> roots = m_folders->roots();
    for (const Mcp::Root &root : roots)
        all += '\n' + root.uri.toUtf8();
    return all + '\n' + m_folders->typed().toUtf8();
}

void RootsQuestion::submit()
{
    if (!request() || !m_folders->takeTyped())
        return;
    const Mcp::Error error = orchestrator()->questions()->shareRoots(request(), m_folders->roots());
    if (error)
        emit told(tr("The list could not be kept: %1").arg(displayLine(error.message, 300)));
}

} // namespace McpUi
