// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "options.h"

#include "version/programversion.h"

#include "protocol/revision.h"
#include "json/jsontext.h"

#include <QtCore/qfileinfo.h>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

QString takeArguments(Options &options, const QString &value)
{
    const QByteArray text = value.toUtf8();
    if (const auto problem = Mcp::JsonText::check(text))
        return u"--arguments is no JSON: column %1: %2"_s.arg(problem->column)
                .arg(problem->message);
    options.opening.arguments = Mcp::RawJson::fromText(text);
    return options.opening.arguments->isObject()
                   ? QString()
                   : u"--arguments must be a JSON object, for example '{\"text\": \"hello\"}'."_s;
}

/// The subject that an option names; nothing for other options.
std::optional<Mcp::CallSubject> subjectOf(const QString &option, const QString &name)
{
    using Kind = Mcp::CallSubject::Kind;
    if (option == "--tool"_L1)
        return Mcp::CallSubject{ Kind::Tool, name };
    if (option == "--prompt"_L1)
        return Mcp::CallSubject{ Kind::Prompt, name };
    if (option == "--resource"_L1) // a URI has no braces (RFC 3986), a template has
        return Mcp::CallSubject{ name.contains(u'{') ? Kind::ResourceTemplate : Kind::Resource,
                                 name };
    return std::nullopt;
}

/// Takes an option's value; the text that is returned says what is wrong with it.
QString takeValue(Options &options, const QString &name, const QString &value)
{
    if (name == "--config"_L1) {
        options.configFile = value;
        return QFileInfo::exists(value) ? QString() : u"There is no file %1."_s.arg(value);
    }
    const auto subject = subjectOf(name, value);
    if (subject && options.opening.subject)
        return u"One of --tool, --resource and --prompt is enough."_s;
    if (subject)
        options.opening.subject = subject;
    else if (name == "--server"_L1)
        options.opening.server = value;
    else
        return takeArguments(options, value);
    return value.isEmpty() ? u"%1 needs a name."_s.arg(name) : QString();
}

QString missing(const OpeningRequest &opening)
{
    if (!opening.subject && opening.call)
        return u"--call needs --tool, --resource or --prompt."_s;
    if (!opening.subject && opening.arguments)
        return u"--arguments needs --tool, --resource or --prompt."_s;
    return {};
}

QByteArray versionText()
{
    const auto oldest = Mcp::supportedRevisions(Mcp::Era::Legacy).constFirst();
    const auto newest = Mcp::latestRevision(Mcp::Era::Modern);
    return McpApp::versionLine("mcp-orchestrator", Mcp::toString(oldest), Mcp::toString(newest));
}

} // namespace

Options Options::failure(const QString &sentence)
{
    Options options;
    options.what = What::Error;
    options.error = sentence;
    return options;
}

Options Options::parse(int argc, char *argv[])
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments += QString::fromLocal8Bit(argv[i]);
    return parse(arguments);
}

int Options::answer() const
{
    if (what == What::Help)
        return std::fputs(qUtf8Printable(helpText()), stdout) < 0;
    if (what == What::Version)
        return std::fputs(versionText().constData(), stdout) < 0;
    std::fprintf(stderr, "%s\nSee mcp-orchestrator --help.\n", qUtf8Printable(error));
    return 1;
}

Options Options::parse(const QStringList &arguments)
{
    static const QStringList withValue = { u"--config"_s,   u"--server"_s, u"--tool"_s,
                                           u"--resource"_s, u"--prompt"_s, u"--arguments"_s };
    Options options;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &word = arguments.at(i);
        const QString name = word.section(u'=', 0, 0);
        if (word == "--help"_L1 || word == "-h"_L1 || word == "--version"_L1) {
            options.what = word == "--version"_L1 ? What::Version : What::Help;
            return options;
        }
        if (word == "--"_L1) {
            options.opening.command = arguments.mid(i + 1);
            if (options.opening.command.isEmpty())
                return failure(u"There is no command behind “--”."_s);
            break;
        }
        if (word == "--call"_L1) {
            options.opening.call = true;
            continue;
        }
        if (!withValue.contains(name))
            return failure(word.startsWith(u'-')
                                   ? u"There is no option %1."_s.arg(word)
                                   : u"To open a server by its command, put -- in front of it: "
                                     "mcp-orchestrator -- %1"_s.arg(arguments.mid(i).join(u' ')));
        const bool joined = word.contains(u'=');
        if (!joined && i + 1 >= arguments.size())
            return failure(u"%1 needs a value."_s.arg(name));
        const QString value = joined ? word.section(u'=', 1) : arguments.at(++i);
        if (const QString problem = takeValue(options, name, value); !problem.isEmpty())
            return failure(problem);
    }
    if (const QString problem = missing(options.opening); !problem.isEmpty())
        return failure(problem);
    return options;
}

QString Options::helpText()
{
    return QStringLiteral(MCP_APP_NAME R"(: explore MCP servers by hand.

Usage:
  mcp-orchestrator [options]
  mcp-orchestrator [options] -- COMMAND [ARGUMENTS…]

The second form opens a server that is not in the list, for this run, and starts
it at once. The command line program has it the other way round, the command in
front:
  mcp-orchestrator-cli COMMAND [ARGUMENTS…] -- --method tools/list

Options:
  --config FILE      show the servers of this file (mcpServers) instead of the own list
  --server NAME      select this server and start it
  --tool NAME        open this tool of it
  --resource URI     or this resource, which is read, or URI template
  --prompt NAME      or this prompt
  --arguments JSON   with these arguments, sent exactly as given
  --call             and call it
  --help             this text
  --version          the version

Examples:
  mcp-orchestrator -- npx -y @modelcontextprotocol/server-everything
  mcp-orchestrator --server demo --tool echo --arguments '{"text": "hello"}' --call
)");
}

} // namespace McpUi
