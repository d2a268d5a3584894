// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/serverdraft.h"

#include "orchestrator/configimport.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qfileinfo.h>
#include <QtCore/qregularexpression.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("McpUi::ServerDraft", text); }

ServerDraft fromDefinitions(const QString &text)
{
    ServerDraft draft;
    draft.pasted = true;
    const Mcp::Result<Mcp::ImportedServers> read = Mcp::readServerDefinitions(text.toUtf8());
    if (!read) {
        draft.problem = read.error().message;
        return draft;
    }
    draft.servers = read->servers;
    draft.leftOut = read->problems;
    if (draft.servers.isEmpty())
        draft.problem = draft.leftOut.isEmpty() ? tr("There is no server definition in this JSON.")
                                                : draft.leftOut.join(u' ');
    return draft;
}

// As a shell takes them: NAME=value in front of the command.
void takeVariables(QStringList &words, Mcp::LaunchSpec &launch)
{
    static const QRegularExpression assignment(u"^([A-Za-z_][A-Za-z0-9_]*)=(.*)$"_s,
                                               QRegularExpression::DotMatchesEverythingOption);
    while (!words.isEmpty()) {
        const QRegularExpressionMatch match = assignment.match(words.first());
        if (!match.hasMatch())
            return;
        launch.environment.append({ match.captured(1), match.captured(2) });
        words.removeFirst();
    }
}

// The last part of a path or scope, without version and file ending.
QString shortName(QString word)
{
    word = word.section(u'/', -1);
    const qsizetype version = word.indexOf(u'@', 1);
    if (version > 0)
        word.truncate(version);
    static const QRegularExpression ending(u"\\.(py|js|mjs|cjs|ts|sh|exe|jar)$"_s);
    return word.remove(ending);
}

bool isWrapper(const QString &program)
{
    static const QStringList wrappers = {
        u"npx"_s,    u"node"_s, u"uvx"_s, u"uv"_s,   u"python"_s, u"python3"_s, u"docker"_s,
        u"podman"_s, u"pipx"_s, u"bun"_s, u"bunx"_s, u"deno"_s,   u"sh"_s,      u"bash"_s,
        u"env"_s,    u"java"_s, u"go"_s,  u"pnpm"_s, u"yarn"_s,   u"npm"_s,     u"ssh"_s,
    };
    return wrappers.contains(program);
}

} // namespace

ServerDraft ServerDraft::fromText(const QString &text)
{
    QString trimmed = text.trimmed();
    if (Mcp::looksLikeServerDefinitions(trimmed))
        return fromDefinitions(trimmed);
    if (trimmed.startsWith(u"$ "_s))
        trimmed = trimmed.mid(2); // copied together with the prompt
    ServerDraft draft;
    if (trimmed.startsWith(u"http://"_s) || trimmed.startsWith(u"https://"_s)) {
        draft.problem = tr("Servers behind a URL are not supported yet: give the command that "
                           "starts the server.");
        return draft;
    }
    const Mcp::Result<QStringList> split = Mcp::splitCommandLine(trimmed);
    if (!split) {
        draft.problem = split.error().message;
        return draft;
    }
    QStringList words = *split;
    Mcp::ServerSpec spec;
    takeVariables(words, spec.launch);
    if (words.isEmpty() || words.first().isEmpty()) {
        if (!trimmed.isEmpty())
            draft.problem = tr("There is no command behind the variables.");
        return draft;
    }
    spec.launch.command = words.takeFirst();
    spec.launch.arguments = words;
    draft.servers.append(spec);
    return draft;
}

QString suggestedServerName(const Mcp::LaunchSpec &launch)
{
    QString name = shortName(launch.command);
    if (isWrapper(name)) {
        for (const QString &argument : launch.arguments) {
            if (argument.startsWith(u'-') || argument == u"run"_s || argument == u"dlx"_s
                || argument == u"exec"_s || argument.contains(u'='))
                continue;
            name = shortName(argument);
            break;
        }
    }
    return name.isEmpty() ? u"server"_s : name;
}

QString uniqueServerName(const QString &wanted, const QStringList &taken)
{
    QString name = wanted;
    for (int i = 2; taken.contains(name); ++i)
        name = u"%1 %2"_s.arg(wanted).arg(i);
    return name;
}

QString serverNameProblem(const QString &name, const QStringList &taken)
{
    const QString used = name.trimmed(); // as it is stored
    if (used.isEmpty())
        return tr("Give the server a name.");
    if (taken.contains(used))
        return tr("There is a server of this name already.");
    return {};
}

} // namespace McpUi
