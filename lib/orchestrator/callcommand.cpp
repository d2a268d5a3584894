// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/callcommand.h"

#include "orchestrator/orchestrator.h"
#include "orchestrator/secrets.h"
#include "orchestrator/serverstore.h"
#include "orchestrator/subjectkind.h"
#include "server/server.h"
#include "transport/commandline.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qfileinfo.h>
#include <QtCore/qstandardpaths.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

/// MAX_ARG_STRLEN of Linux, less some room for the option's name.
constexpr qsizetype kLongestWord = 128 * 1024 - 64;

/// Would a terminal act upon it when it is pasted? ^C ends the line that is being typed and what
/// follows is the next one, quotes or not; an escape sequence can end the paste.
bool hasControls(const QString &word)
{
    return std::any_of(word.begin(), word.end(),
                       [](QChar c) { return c.category() == QChar::Other_Control && c != u'\n'; });
}

QString quoted(const QStringList &words)
{
    QStringList line;
    for (const QString &word : words)
        line.append(quoteWord(word));
    return line.join(u' ');
}

/// The words that stand for the server. A bare "--" of its own would end them too early, so a shell
/// takes such a command whole.
QStringList targetOf(const LaunchSpec &launch)
{
    const QStringList words = QStringList{ launch.command } + launch.arguments;
    if (!words.contains(u"--"_s))
        return words;
    return { u"sh"_s, u"-c"_s, "exec "_L1 + quoted(words) };
}

QStringList adHocOptions(const ServerSpec &spec, QStringList &withheld)
{
    QStringList words;
    for (const EnvironmentVariable &variable : spec.launch.environment) {
        if (looksSecret(variable.name))
            withheld.append(variable.name);
        else
            words += { u"-e"_s, variable.name + u'=' + variable.value };
    }
    if (!spec.launch.workingDirectory.isEmpty())
        SubjectKind::addOption(words, u"--cwd"_s, spec.launch.absoluteWorkingDirectory());
    if (spec.framing != FramingSetting::Auto)
        SubjectKind::addOption(words, u"--framing"_s, toString(spec.framing));
    if (spec.era != EraSetting::Auto)
        SubjectKind::addOption(words, u"--era"_s, toString(spec.era));
    return words;
}

} // namespace

Result<CallCommand> callCommand(const Orchestrator &orchestrator, const QString &serverName,
                                const CallSubject &subject, const RawJson &arguments,
                                const QString &program)
{
    const Server *server = orchestrator.server(serverName);
    if (!server)
        return Error::usage(u"There is no server “%1” (any more)."_s.arg(serverName));
    if (!arguments.isAbsent() && !arguments.isObject())
        return Error::usage(u"On a command line the arguments must be an object."_s);
    const auto request = SubjectKind::of(subject.kind).request(subject.name, arguments);
    if (!request)
        return request.error();
    for (const QString &word : request->options) {
        if (word.size() > kLongestWord || word.toUtf8().size() > kLongestWord)
            return Error::usage(
                    u"The arguments are too long for a command line, which takes 128 KiB."_s);
        if (hasControls(word))
            return Error::usage(u"The name or the arguments have control characters, which a "
                                "terminal would act upon."_s);
    }

    CallCommand command;
    QStringList words{ program };
    const ServerStore *store = orchestrator.store();
    if (store && !orchestrator.isAdHoc(serverName)) {
        SubjectKind::addOption(words, store->isReadOnly() ? u"--config"_s : u"--catalog"_s,
                               QFileInfo(store->path()).absoluteFilePath());
        SubjectKind::addOption(words, u"--server"_s, serverName);
    } else {
        words += targetOf(server->spec().launch) + QStringList{ u"--"_s };
        words += adHocOptions(server->spec(), command.withheld);
    }
    words += request->options;
    command.line = quoted(words);
    return command;
}

QString callProgram()
{
    const QString name = u"mcp-orchestrator-cli"_s;
    if (!QStandardPaths::findExecutable(name).isEmpty())
        return name;
    const QString beside =
            QStandardPaths::findExecutable(name, { QCoreApplication::applicationDirPath() });
    return beside.isEmpty() ? name : beside;
}

} // namespace Mcp
