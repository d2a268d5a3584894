// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "transport/launchspec.h"

#include <QtCore/qdir.h>
#include <QtCore/qfileinfo.h>
#include <QtCore/qset.h>

namespace Mcp {

using namespace Qt::Literals::StringLiterals;

namespace {

#ifdef Q_OS_WIN
const QLatin1StringView neededVariables[] = {
    "APPDATA"_L1,      "COMSPEC"_L1,     "HOMEDRIVE"_L1,   "HOMEPATH"_L1,
    "LOCALAPPDATA"_L1, "PATH"_L1,        "PATHEXT"_L1,     "PROGRAMDATA"_L1,
    "PROGRAMFILES"_L1, "SYSTEMDRIVE"_L1, "SYSTEMROOT"_L1,  "TEMP"_L1,
    "TMP"_L1,          "USERNAME"_L1,    "USERPROFILE"_L1, "PROCESSOR_ARCHITECTURE"_L1,
};
#else
const QLatin1StringView neededVariables[] = {
    "HOME"_L1,
    "LANG"_L1,
    "LANGUAGE"_L1,
    "LOGNAME"_L1,
    "PATH"_L1,
    "SHELL"_L1,
    "TERM"_L1,
    "TMPDIR"_L1,
    "TZ"_L1,
    "USER"_L1,
    "XDG_CACHE_HOME"_L1,
    "XDG_CONFIG_HOME"_L1,
    "XDG_DATA_HOME"_L1,
    "XDG_RUNTIME_DIR"_L1,
    "XDG_STATE_HOME"_L1,
};
#endif

QProcessEnvironment minimalEnvironment()
{
    const QProcessEnvironment ours = QProcessEnvironment::systemEnvironment();
    QProcessEnvironment result;
    for (QLatin1StringView name : neededVariables) {
        if (ours.contains(name))
            result.insert(name, ours.value(name));
    }
    for (const QStringList names = ours.keys(); const QString &name : names) {
        if (name.startsWith("LC_"_L1))
            result.insert(name, ours.value(name));
    }
    return result;
}

QString expandHome(const QString &path, const QString &home)
{
    if (path == "~"_L1)
        return home;
    return path.startsWith("~/"_L1) ? home + path.sliced(1) : path;
}

QString homeOf(const QProcessEnvironment &environment)
{
    const QString home = environment.value(u"HOME"_s);
    return home.isEmpty() ? QDir::homePath() : home;
}

/// What the system searches when PATH is not set at all.
QString fallbackPath()
{
#ifdef Q_OS_WIN
    return {};
#else
    return u"/usr/local/bin:/usr/bin:/bin"_s;
#endif
}

QStringList foldersOf(const QProcessEnvironment &environment)
{
    const QString path =
            environment.contains(u"PATH"_s) ? environment.value(u"PATH"_s) : fallbackPath();
    QStringList folders = path.split(QDir::listSeparator());
    folders.removeDuplicates();
    return folders;
}

/// File names a program called @p name may have: on Windows with each suffix of PATHEXT.
QStringList fileNames(const QString &name, const QProcessEnvironment &environment)
{
#ifdef Q_OS_WIN
    QStringList names;
    for (const QString &suffix :
         environment.value(u"PATHEXT"_s, u".COM;.EXE;.BAT;.CMD"_s).split(u';', Qt::SkipEmptyParts))
        names.append(name.endsWith(suffix, Qt::CaseInsensitive) ? name : name + suffix);
    return names;
#else
    Q_UNUSED(environment);
    return { name };
#endif
}

Error workingDirectoryProblem(const QString &directory)
{
    const QFileInfo info(directory);
    if (!info.exists())
        return Error::transport(u"The working directory \"%1\" does not exist."_s.arg(directory));
    if (!info.isDir())
        return Error::transport(u"The working directory \"%1\" is not a folder."_s.arg(directory));
    if (!info.isExecutable())
        return Error::transport(
                u"The working directory \"%1\" may not be entered (permission denied)."_s.arg(
                        directory));
    return {};
}

/// How people start a script that is not executable.
QString interpreterHint(const QString &path)
{
    if (path.endsWith(".py"_L1))
        return u" or start it with \"python3\" as the command and the file as first argument"_s;
    if (path.endsWith(".js"_L1) || path.endsWith(".mjs"_L1) || path.endsWith(".cjs"_L1))
        return u" or start it with \"node\" as the command and the file as first argument"_s;
    return {};
}

Error fileProblem(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return Error::transport(u"The program \"%1\" does not exist."_s.arg(path));
    if (info.isDir())
        return Error::transport(u"\"%1\" is a folder, not a program."_s.arg(path));
    if (!info.isExecutable())
        return Error::transport(
                u"The file \"%1\" is not executable. Make it executable (chmod +x)%2."_s.arg(
                        path, interpreterHint(path)));
    return {};
}

/// A whole command line typed where only the program belongs.
QString spacesHint(const QString &command)
{
    return command.contains(u' ')
                   ? u" The command contains spaces: if \"%1\" is meant, what follows it belongs to the arguments."_s
                             .arg(command.section(u' ', 0, 0))
                   : QString();
}

/// @p path as the child will see it. ".." stays for the system to resolve: behind a symbolic link
/// it is not what the text suggests.
QString pathFrom(const QString &directory, const QString &path)
{
    if (QDir::isAbsolutePath(path))
        return path;
    return directory + u'/' + (path.startsWith("./"_L1) ? path.sliced(2) : path);
}

Result<QString> searchPath(const QString &command, const QProcessEnvironment &environment,
                           const QString &workingDirectory)
{
    const QStringList folders = foldersOf(environment);
    const QStringList names = fileNames(command, environment);
    Error nearMiss;
    for (const QString &folder : folders) {
        // An empty entry means the working directory (POSIX, "Environment Variables").
        const QString absolute =
                folder.isEmpty() ? workingDirectory : pathFrom(workingDirectory, folder);
        for (const QString &name : names) {
            const QString path = absolute + u'/' + name;
            const Error problem = fileProblem(path);
            if (!problem)
                return path;
            if (!nearMiss && QFileInfo(path).isFile())
                nearMiss = problem;
        }
    }
    if (nearMiss)
        return nearMiss;
    return Error::transport(u"The program \"%1\" was not found. Folders searched: %2.%3"_s.arg(
            command, folders.join(", "_L1), spacesHint(command)));
}

} // namespace

QString LaunchSpec::commandLine() const
{
    QString line = quoteWord(command);
    for (const QString &argument : arguments)
        line += u' ' + quoteWord(argument);
    return line;
}

QProcessEnvironment LaunchSpec::processEnvironment() const
{
    QProcessEnvironment result =
            inheritEnvironment ? QProcessEnvironment::systemEnvironment() : minimalEnvironment();
    for (const EnvironmentVariable &variable : environment) {
        if (!variable.name.isEmpty())
            result.insert(variable.name, variable.value);
    }
    if (extraPath.isEmpty())
        return result;
    QStringList folders = foldersOf(result);
    for (const QString &folder : extraPath) {
        const QString expanded = expandHome(folder, homeOf(result));
        if (!expanded.isEmpty() && !folders.contains(expanded))
            folders.append(expanded);
    }
    result.insert(u"PATH"_s, folders.join(QDir::listSeparator()));
    return result;
}

QString LaunchSpec::absoluteWorkingDirectory() const
{
    if (workingDirectory.isEmpty())
        return QDir::currentPath();
    return QDir(expandHome(workingDirectory, homeOf(processEnvironment()))).absolutePath();
}

Result<QString> resolveProgram(const LaunchSpec &spec)
{
    if (spec.command.trimmed().isEmpty())
        return Error::transport(
                u"No command is set. Enter the program that starts the server, e.g. \"npx\" or \"python3\"."_s);
    if (spec.command.contains(QChar(0)) || spec.arguments.join(u' ').contains(QChar(0)))
        return Error::transport(
                u"The command line contains a NUL character, which no program can be given."_s);
    const QString directory = spec.absoluteWorkingDirectory();
    if (const Error problem = workingDirectoryProblem(directory))
        return problem;

    const QProcessEnvironment environment = spec.processEnvironment();
    const QString command = expandHome(spec.command, homeOf(environment));
    if (!command.contains(u'/') && !command.contains(QDir::separator()))
        return searchPath(command, environment, directory);

    const QString path = pathFrom(directory, command);
    if (Error problem = fileProblem(path)) {
        if (!QFileInfo::exists(path))
            problem.message += spacesHint(spec.command);
        return problem;
    }
    return path;
}

} // namespace Mcp
