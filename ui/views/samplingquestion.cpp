// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/samplingquestion.h"

#include "models/format.h"
#include "orchestrator/answerpolicy.h"
#include "orchestrator/orchestrator.h"
#include "orchestrator/questions.h"
#include "orchestrator/samplingcommand.h"
#include "protocol/sampling.h"
#include "views/callsplitter.h"
#include "views/noticebar.h"
#include "views/resourcereader.h"
#include "views/samplinganswerpane.h"
#include "views/samplingmessages.h"
#include "views/samplingrequestpane.h"
#include "wire/errorcode.h"

#include <QtWidgets/qpushbutton.h>

using namespace Qt::Literals::StringLiterals;
using Mcp::SamplingResponder;

namespace McpUi {

namespace {

constexpr qsizetype kMaxCommand = 20'000; // what is agreed to is seen

} // namespace

SamplingQuestion::SamplingQuestion(Mcp::Orchestrator *orchestrator, Mcp::InputRequest *request,
                                   QWidget *parent)
    : QuestionView(orchestrator, request, parent)
    , m_responder(new NoticeBar(this))
    , m_asked(new SamplingRequestPane)
    , m_answer(new SamplingAnswerPane)
{
    const Mcp::SamplingRequest sampling(request->params());
    setTitle(tr("wants an answer of a model"));
    setProblems(sampling.problems());
    m_responder->setObjectName(u"samplingResponder"_s);
    m_asked->setRequest(request->params());
    m_answer->setRequest(request->params());
    auto *splitter = new CallSplitter;
    splitter->setObjectName(u"samplingSplitter"_s);
    // Both scroll: they take the room there is, so that the buttons stay in sight.
    splitter->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    splitter->addWidget(m_asked);
    splitter->addWidget(m_answer);
    splitter->setSizes({ 500, 500 });
    addToHead(m_responder);
    setBody(splitter);
    addButtons();
    showResponder();

    connect(m_responder, &NoticeBar::triggered, this, &SamplingQuestion::onResponderClicked);
    connect(m_asked, &SamplingRequestPane::told, this, &QuestionView::told);
    connect(m_asked->messages(), &SamplingMessages::saveRequested, this,
            &SamplingQuestion::saveRequested);
    connect(m_asked->messages(), &SamplingMessages::openRequested, this,
            &SamplingQuestion::openRequested);
    m_asked->messages()->setReader([this](ResourceRequest *resource) {
        readResource(this->orchestrator(),
                     this->orchestrator()->questions()->serverOf(this->request()), resource);
    });
    connect(m_answer, &SamplingAnswerPane::edited, this, [this] {
        m_anyway = false;
        updateSend();
    });
    connect(orchestrator->questions(), &Mcp::Questions::changed, this,
            &SamplingQuestion::showResponder);
    if (const auto *known = orchestrator->server(orchestrator->questions()->serverOf(request)))
        connect(known, &Mcp::Server::specChanged, this, &SamplingQuestion::showResponder);
}

void SamplingQuestion::addButtons()
{
    m_send = addButton(u"questionAccept"_s, tr("S&end"), tr("Send the answer (Ctrl+Return)"));
    m_send->setDefault(true);
    connect(m_send, &QPushButton::clicked, this, &SamplingQuestion::submit);
    auto *reject = addButton(u"questionDecline"_s, tr("&Reject"),
                             tr("No answer: a legacy server is told so (-1), a modern server's "
                                "call ends (Escape)"));
    connect(reject, &QPushButton::clicked, this, &SamplingQuestion::cancel);
    setCancelWords(request()->call() ? tr("rejects the request, which ends the call")
                                     : tr("rejects the request"),
                   true);
    m_fill = addButton(u"samplingFill"_s, tr("Fill in"),
                       tr("Have the automatic responder of this server write the answer to the "
                          "request as it stands here, to be reviewed and sent by you"));
    connect(m_fill, &QPushButton::clicked, this, &SamplingQuestion::fillIn);
}

/// What is set to answer by itself, and why it did not.
void SamplingQuestion::showResponder()
{
    if (!request())
        return;
    const Mcp::Questions *questions = orchestrator()->questions();
    const Mcp::Server *known = orchestrator()->server(questions->serverOf(request()));
    const SamplingResponder responder = known ? known->spec().responder : SamplingResponder();
    m_fill->setVisible(responder.kind != SamplingResponder::Kind::Off);
    const QString note = displayLine(questions->noteOf(request()), 500);
    if (questions->isResponding(request())) {
        m_fill->hide(); // it would run it once more
        m_responder->setNotice(
                Tones::Tone::Key,
                tr("%1 is writing the answer…").arg(displayLine(responder.command, 200)),
                tr("Stop it"));
    } else if (responder.kind == SamplingResponder::Kind::Command
               && !orchestrator()->answerPolicy().mayRespond(known->spec())) {
        m_offered = responder;
        Mcp::LaunchSpec launch;
        launch.command = responder.command;
        launch.arguments = responder.arguments;
        const QString command = displayLine(launch.commandLine(), kMaxCommand);
        m_responder->setNotice(
                Tones::Tone::Warning,
                tr("This program is set to answer by itself, and needs your consent. "
                   "It runs with your rights:\n%1")
                        .arg(command),
                tr("Let it answer"));
        m_fill->hide(); // that would run it, too
    } else {
        m_responder->setNotice(Tones::Tone::Warning,
                               note.isEmpty() ? QString()
                                              : tr("Not answered by itself: %1").arg(note));
    }
}

/// What is agreed to is what was shown.
void SamplingQuestion::onResponderClicked()
{
    Mcp::Questions *const questions = orchestrator()->questions();
    if (!request())
        return;
    if (questions->isResponding(request())) {
        questions->stopResponding(request());
        return emit told(tr("The program was stopped."));
    }
    if (const Mcp::Error problem = questions->letRespond(request(), m_offered)) {
        emit told(tr("Nothing was started. %1").arg(problem.message));
        return showResponder();
    }
    emit told(tr("The program answers…"));
}

void SamplingQuestion::fillIn()
{
    if (Mcp::SamplingCommand *const running = m_filling) {
        m_filling.clear();
        delete running;
        return showFilling();
    }
    const Mcp::Server *known =
            orchestrator()->server(orchestrator()->questions()->serverOf(request()));
    const Mcp::RawJson asked = m_asked->request();
    if (!known || asked.isAbsent())
        return emit told(tr("The request is no JSON."));
    const SamplingResponder responder = known->spec().responder;
    if (responder.kind == SamplingResponder::Kind::Command
        && !orchestrator()->answerPolicy().mayRespond(known->spec()))
        return showResponder(); // another one by now, which nobody has agreed to
    const Mcp::SamplingRequest sampling(asked);
    if (responder.kind == SamplingResponder::Kind::Text)
        return m_answer->setAnswer(
                Mcp::SamplingAnswer::automatic(sampling, responder.text, u"fixed-text"_s).toJson());
    if (responder.kind == SamplingResponder::Kind::Echo)
        return m_answer->setAnswer(Mcp::SamplingAnswer::echo(sampling).toJson());
    m_filling = new Mcp::SamplingCommand(responder, asked, this);
    connect(m_filling, &Mcp::SamplingCommand::finished, this,
            [this](const Mcp::Result<Mcp::RawJson> &answer) {
                m_filling->deleteLater();
                m_filling.clear();
                showFilling();
                if (answer)
                    m_answer->setAnswer(*answer);
                else
                    m_responder->setNotice(Tones::Tone::Error,
                                           displayLine(answer.error().message, 500));
            });
    showFilling();
    m_filling->start();
}

void SamplingQuestion::showFilling()
{
    m_fill->setText(m_filling ? tr("Stop filling in") : tr("Fill in"));
    m_fill->setAccessibleName(m_fill->text());
}

void SamplingQuestion::focusInput() { m_answer->focusInput(); }

void SamplingQuestion::submit()
{
    if (!request())
        return;
    const Mcp::RawJson answer = m_answer->answer();
    if (answer.isAbsent() || (!m_anyway && !m_answer->problem().isEmpty())) {
        m_anyway = answer.isObject();
        m_answer->showProblem();
        return updateSend();
    }
    request()->answer(answer);
}

void SamplingQuestion::cancel()
{
    if (request())
        request()->refuse(Mcp::ErrorCode::userRejected, u"User rejected sampling request"_s);
}

QByteArray SamplingQuestion::filledIn() const
{
    return m_answer->written() + '\n' + m_asked->written();
}

void SamplingQuestion::updateSend()
{
    m_send->setText(m_anyway ? tr("S&end anyway") : tr("S&end"));
    m_send->setAccessibleName(m_send->text().remove(u'&'));
}

} // namespace McpUi
