// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/samplingresponder.h"
#include "transport/childprocess.h"
#include "wire/result.h"
#include "json/rawjson.h"

#include <QtCore/qobject.h>
#include <QtCore/qtimer.h>

#include <memory>

namespace Mcp {

/*!
 * Has one sampling request answered by a program: the params of the request as one line of JSON on
 * its standard input, which then ends; a CreateMessageResult as JSON, or plain text, on its
 * standard output. No shell, a limit of time and one of output. When it is over, and deleted while
 * it runs, it ends the program with all that this has started and left in its group.
 */
class SamplingCommand : public QObject
{
    Q_OBJECT

public:
    static constexpr int defaultTimeoutMs = 120'000; ///< a model may be behind it
    static constexpr qsizetype maxOutput = 4 * 1024 * 1024;

    SamplingCommand(const SamplingResponder &responder, const RawJson &request, QObject *parent);
    ~SamplingCommand() override;

    void setTimeout(int milliseconds) { m_timer.setInterval(milliseconds); }
    void start();

    /// What @p output of @p program is as an answer to @p request.
    static Result<RawJson> read(const QByteArray &output, const QString &program,
                                const RawJson &request);

signals:
    /// Once, from the event loop. Errors are of kind Usage and say what the program did.
    void finished(const Mcp::Result<Mcp::RawJson> &answer);

private:
    void take(QByteArrayView output);
    void onExited(int exitCode, int signal);
    void settle(const Result<RawJson> &answer);
    QString lastWords() const;

    SamplingResponder m_responder;
    RawJson m_request;
    std::unique_ptr<ChildProcess> m_process;
    QTimer m_timer;
    QByteArray m_output;
    QByteArray m_errors; ///< the last of its stderr
    bool m_settled = false;
};

} // namespace Mcp
