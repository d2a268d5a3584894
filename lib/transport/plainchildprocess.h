// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "transport/childprocess.h"
#include "transport/jobobject_win.h"

#include <QtCore/qprocess.h>

namespace Mcp {

/*!
 * A child without Unix pipes and process groups, so for every platform: QProcess does it all, and
 * on Windows a job object holds the child and all it starts, and ends them with us. What a child
 * has not read yet is not known here; there is no way to ask a console program to end but to close
 * its input.
 */
class PlainChildProcess final : public ChildProcess
{
    Q_OBJECT

public:
    explicit PlainChildProcess(QObject *parent = nullptr);
    ~PlainChildProcess() override;

    void start(const QString &program, const LaunchSpec &spec) override;
    qint64 processId() const override { return m_process.processId(); }

    bool write(const QByteArray &bytes) override;
    void setCorked(bool) override {} // QProcess writes once a turn of the event loop anyway
    void closeInput() override;
    void finishInput() override { closeInput(); } // QProcess writes all before it closes
    qint64 queuedBytes() const override { return m_process.bytesToWrite(); }
    std::optional<qint64> untakenBytes() const override { return std::nullopt; }

    void terminateGroup() override;
    void killGroup() override;
    bool isGroupGone() const override;
    void drain() override;
    void release() override;

private:
    void onError(QProcess::ProcessError error);

    QProcess m_process;
    JobObject m_job;
};

} // namespace Mcp
