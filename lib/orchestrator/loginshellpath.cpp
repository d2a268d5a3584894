// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/loginshellpath.h"

#include "orchestrator/datafile.h"

#include "json/jsontext.h"
#include "json/jsonwriter.h"

#include <QtCore/qdir.h>
#include <QtCore/qprocess.h>

#ifdef Q_OS_UNIX
#include <csignal>
#include <unistd.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

constexpr int askMs = 3000;
// A shell's start files may print anything; the answer stands between these.
constexpr auto beginMark = "mcp-path-begin:";
constexpr auto endMark = ":mcp-path-end";

/// Ends the shell and what it started; it leads a session of its own.
void killSession(QProcess &process)
{
#ifdef Q_OS_UNIX
    if (process.processId() > 0)
        ::kill(-pid_t(process.processId()), SIGKILL);
#endif
    process.kill();
}

} // namespace

LoginShellPath::LoginShellPath(const QString &path, QObject *parent)
    : QObject(parent)
    , m_path(path)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(askMs);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        finish(Error::timeout(u"The login shell did not answer within 3 seconds."_s));
    });
    load();
}

LoginShellPath::~LoginShellPath()
{
    if (m_process) {
        m_process->disconnect(this);
        killSession(*m_process);
        m_process.release()->setParent(this);
    }
    // All are killed already; what is left is to reap them.
    const auto processes = findChildren<QProcess *>(QString(), Qt::FindDirectChildrenOnly);
    for (QProcess *process : processes)
        process->waitForFinished(1000);
}

QStringList LoginShellPath::missingFolders() const
{
    const QStringList ours =
            qEnvironmentVariable("PATH").split(QDir::listSeparator(), Qt::SkipEmptyParts);
    QStringList result = m_folders;
    result.removeIf([&](const QString &folder) { return ours.contains(folder); });
    return result;
}

void LoginShellPath::ask()
{
    if (m_process)
        return;
    m_output.clear();
    m_process = std::make_unique<QProcess>();
    const QString shell = qEnvironmentVariable("SHELL", u"/bin/sh"_s);
    const QString script = u"printf '%s%s%s\\n' '%1' \"$PATH\" '%2'"_s.arg(
            QLatin1StringView(beginMark), QLatin1StringView(endMark));
    m_process->setProgram(shell);
    m_process->setArguments({ u"-l"_s, u"-i"_s, u"-c"_s, script });
    m_process->setStandardInputFile(QProcess::nullDevice());
    m_process->setStandardErrorFile(QProcess::nullDevice());
#ifdef Q_OS_UNIX
    // Without a terminal of its own it cannot stop us with SIGTTIN or change our terminal.
    m_process->setChildProcessModifier([] { ::setsid(); });
#endif
    connect(m_process.get(), &QProcess::readyReadStandardOutput, this, &LoginShellPath::onOutput);
    connect(m_process.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            finish(Error::transport(u"The login shell “%1” could not be started: %2."_s.arg(
                    m_process->program(), m_process->errorString())));
    });
    connect(m_process.get(), &QProcess::finished, this, [this] {
        onOutput();
        if (m_process)
            finish(Error::transport(
                    u"The login shell “%1” did not say its PATH."_s.arg(m_process->program())));
    });
    m_timer.start();
    m_process->start();
}

void LoginShellPath::onOutput()
{
    m_output += m_process->readAllStandardOutput();
    const qsizetype begin = m_output.indexOf(beginMark);
    const qsizetype end = begin < 0 ? -1 : m_output.indexOf(endMark, begin);
    if (end < 0)
        return;
    const qsizetype from = begin + qsizetype(qstrlen(beginMark));
    const QString answer = QFile::decodeName(m_output.sliced(from, end - from));
    QStringList folders = answer.split(QDir::listSeparator(), Qt::SkipEmptyParts);
    folders.removeDuplicates();
    folders.removeIf([](const QString &folder) { return !QDir::isAbsolutePath(folder); });
    m_folders = folders;
    save();
    finish({});
}

void LoginShellPath::finish(const Error &error)
{
    m_timer.stop();
    m_process->disconnect(this);
    killSession(*m_process);
    // It may be us who are called by the process, and it must be reaped.
    QProcess *process = m_process.release();
    process->setParent(this);
    connect(process, &QProcess::finished, process, &QObject::deleteLater);
    if (process->state() == QProcess::NotRunning)
        process->deleteLater();
    QMetaObject::invokeMethod(
            this, [this, error] { emit finished(error); }, Qt::QueuedConnection);
}

void LoginShellPath::load()
{
    if (m_path.isEmpty())
        return;
    // Nothing here is worth a message: what is missing or damaged is asked for again.
    const auto bytes = DataFile::read(m_path);
    for (const RawJson &folder :
         RawJson::fromText(bytes.valueOr(QByteArray())).value("path").elements())
        m_folders.append(folder.toString());
}

void LoginShellPath::save() const
{
    if (m_path.isEmpty())
        return;
    JsonArrayWriter folders;
    for (const QString &folder : m_folders)
        folders.add(folder);
    JsonObjectWriter document;
    document.addRaw(u"path", folders.toByteArray());
    const Error ignored = DataFile::write(m_path, JsonText::pretty(document.toByteArray()) + '\n');
    Q_UNUSED(ignored)
}

} // namespace Mcp
