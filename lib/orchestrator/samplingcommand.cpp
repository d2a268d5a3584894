// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/samplingcommand.h"

#include "protocol/sampling.h"
#include "json/jsontext.h"
#include "json/unseen.h"

#include <QtCore/qfileinfo.h>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

constexpr qsizetype keptErrors = 2000; ///< bytes of stderr, for the sentence about a failure
constexpr qsizetype shownErrors = 300; ///< characters of it

} // namespace

SamplingCommand::SamplingCommand(const SamplingResponder &responder, const RawJson &request,
                                 QObject *parent)
    : QObject(parent)
    , m_responder(responder)
    , m_request(request)
    , m_process(ChildProcess::create())
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(defaultTimeoutMs);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        const int seconds = qMax(1, m_timer.interval() / 1000);
        settle(Error::usage(u"%1 did not answer within %2 s and was ended."_s.arg(
                m_responder.command, QString::number(seconds))));
    });
    connect(m_process.get(), &ChildProcess::outputReceived, this, &SamplingCommand::take);
    connect(m_process.get(), &ChildProcess::diagnosticsReceived, this,
            [this](QByteArrayView bytes) {
                m_errors += bytes.last(qMin(bytes.size(), keptErrors));
                m_errors = m_errors.right(keptErrors);
            });
    connect(m_process.get(), &ChildProcess::exited, this, &SamplingCommand::onExited);
    connect(m_process.get(), &ChildProcess::failedToStart, this, [this](const QString &reason) {
        settle(Error::usage(u"%1 could not be started: %2."_s.arg(m_responder.command, reason)));
    });
}

SamplingCommand::~SamplingCommand() = default;

void SamplingCommand::start()
{
    m_timer.start();
    LaunchSpec spec;
    spec.command = m_responder.command;
    spec.arguments = m_responder.arguments;
    const Result<QString> program = resolveProgram(spec);
    if (!program)
        return settle(Error::usage(u"%1 could not be started: %2"_s.arg(m_responder.command,
                                                                        program.error().message)));
    m_process->start(*program, spec);
    m_process->write(JsonText::compact(m_request.isAbsent() ? "{}" : m_request.view()) + '\n');
    m_process->finishInput();
}

void SamplingCommand::take(QByteArrayView output)
{
    if (m_settled)
        return; // it was ended and does not know yet
    m_output += output;
    if (m_output.size() > maxOutput)
        settle(Error::usage(u"%1 wrote more than %2 MiB and was ended."_s.arg(m_responder.command)
                                    .arg(maxOutput / (1024 * 1024))));
}

void SamplingCommand::onExited(int exitCode, int signal)
{
    m_process->drain();
    if (signal != 0)
        return settle(Error::usage(u"%1 crashed%2"_s.arg(m_responder.command, lastWords())));
    if (exitCode != 0)
        return settle(Error::usage(u"%1 ended with exit code %2%3"_s.arg(
                m_responder.command, QString::number(exitCode), lastWords())));
    settle(read(m_output, m_responder.command, m_request));
}

QString SamplingCommand::lastWords() const
{
    const QString words = QString::fromUtf8(m_errors).trimmed().right(shownErrors);
    return words.isEmpty() ? u"."_s : u": "_s + Unseen::line(words);
}

void SamplingCommand::settle(const Result<RawJson> &answer)
{
    if (std::exchange(m_settled, true))
        return;
    m_timer.stop();
    m_process->release(); // with what it has started
    // From the event loop in any case: start() itself may fail.
    QMetaObject::invokeMethod(
            this, [this, answer] { emit finished(answer); }, Qt::QueuedConnection);
}

Result<RawJson> SamplingCommand::read(const QByteArray &output, const QString &program,
                                      const RawJson &request)
{
    const QByteArray text = output.trimmed();
    if (text.isEmpty())
        return Error::usage(u"%1 wrote no answer."_s.arg(program));
    if (text.startsWith('{')) {
        if (const auto problem = JsonText::check(text))
            return Error::usage(u"What %1 wrote begins like JSON and is none: line %2, column %3: "
                                "%4."_s.arg(program)
                                        .arg(problem->line)
                                        .arg(problem->column)
                                        .arg(problem->message));
        const RawJson answer = RawJson::fromText(JsonText::compact(text));
        if (const QString missing = SamplingAnswer::missingMember(answer); !missing.isEmpty())
            return Error::usage(u"The answer of %1 has no “%2”."_s.arg(program, missing));
        return answer;
    }
    const QString model = QFileInfo(program).fileName();
    return SamplingAnswer::automatic(SamplingRequest(request), QString::fromUtf8(text), model)
            .toJson();
}

} // namespace Mcp
