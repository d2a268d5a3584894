// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/samplingcommand.h"

#include "protocol/sampling.h"
#include "json/jsontext.h"
#include "json/unseen.h"

#include <QtCore/qfileinfo.h>

#include <utility>

#ifdef Q_OS_UNIX
#include <csignal>
#include <unistd.h>
#endif

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
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(defaultTimeoutMs);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        const int seconds = qMax(1, m_timer.interval() / 1000);
        settle(Error::usage(u"%1 did not answer within %2 s and was ended."_s.arg(
                m_responder.command, QString::number(seconds))));
    });
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &SamplingCommand::take);
    connect(&m_process, &QProcess::readyReadStandardError, this,
            [this] { m_errors = (m_errors + m_process.readAllStandardError()).right(keptErrors); });
    connect(&m_process, &QProcess::finished, this, &SamplingCommand::onProcessFinished);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            settle(Error::usage(u"%1 could not be started: %2."_s.arg(m_responder.command,
                                                                      m_process.errorString())));
    });
#ifdef Q_OS_UNIX
    m_process.setChildProcessModifier([] { ::setpgid(0, 0); });
#endif
}

SamplingCommand::~SamplingCommand()
{
    m_process.disconnect(this);
    kill();
    m_process.waitForFinished(1000); // it is killed: only to be reaped
}

void SamplingCommand::start()
{
    m_timer.start();
    m_process.start(m_responder.command, m_responder.arguments);
    m_process.write(JsonText::compact(m_request.isAbsent() ? "{}" : m_request.view()) + '\n');
    m_process.closeWriteChannel();
}

void SamplingCommand::take()
{
    m_output += m_process.readAllStandardOutput();
    if (m_output.size() > maxOutput)
        settle(Error::usage(u"%1 wrote more than %2 MiB and was ended."_s.arg(m_responder.command)
                                    .arg(maxOutput / (1024 * 1024))));
}

void SamplingCommand::onProcessFinished(int exitCode, QProcess::ExitStatus status)
{
    take();
    m_errors = (m_errors + m_process.readAllStandardError()).right(keptErrors);
    if (status == QProcess::CrashExit)
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
    kill();
    // From the event loop in any case: start() itself may fail.
    QMetaObject::invokeMethod(
            this, [this, answer] { emit finished(answer); }, Qt::QueuedConnection);
}

/// With what it has started.
void SamplingCommand::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
#ifdef Q_OS_UNIX
    if (m_process.processId() > 0)
        ::kill(-pid_t(m_process.processId()), SIGKILL);
#endif
    m_process.kill();
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
