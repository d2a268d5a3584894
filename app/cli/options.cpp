// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "options.h"

#include "optiontable.h"

#include <QtCore/qlist.h>

using namespace Qt::Literals::StringLiterals;
using Mcp::Error;
using Mcp::Result;

namespace McpCli {

namespace {

constexpr auto program = "mcp-orchestrator-cli"_L1;

QString commandLine(const QStringList &words)
{
    Mcp::LaunchSpec spec;
    spec.command = program;
    spec.arguments = words;
    return spec.commandLine();
}

/// The line as it should have been, when the server stands behind the "--": its words, the "--",
/// then our options.
Error targetBehindDashes(const QStringList &before, const QStringList &behind)
{
    qsizetype end = 0; // of the server's words
    while (end < behind.size() && !findOption(behind.at(end).section(u'=', 0, 0)))
        ++end;
    const QStringList options = before + behind.sliced(end);
    const QStringList server = end > 0 ? behind.first(end) : QStringList{ u"COMMAND"_s };
    return Error::usage(
            u"The server's command stands before the \"--\", our options behind it. Write:\n  %1"_s
                    .arg(commandLine(server + QStringList{ u"--"_s } + options)));
}

Error unknownOption(const QString &word)
{
    const QString similar = similarOption(word);
    const QString hint = similar.isEmpty() ? QString() : u" Did you mean %1?"_s.arg(similar);
    return Error::usage(
            u"There is no option “%1”.%2 Options of the server itself stand before a bare "
            "\"--\", ours behind it; --help shows how."_s.arg(word, hint));
}

/// Takes the options and their values from the front.
class OptionReader
{
public:
    explicit OptionReader(const QStringList &words)
        : m_words(words)
    {}

    Error readInto(Options &options)
    {
        while (m_next < m_words.size()) {
            const QString &word = m_words.at(m_next++);
            if (!word.startsWith(u'-') || word.size() < 2)
                return Error::usage(
                        u"“%1” stands behind an option. The server's command comes first, then "
                        "the options."_s.arg(word));
            if (const Error error = readOption(word, options))
                return error;
        }
        return {};
    }

private:
    Error readOption(const QString &word, Options &options)
    {
        QString name = word;
        std::optional<QString> attached; // --name=value, -eKEY=VALUE
        if (const qsizetype equals = word.indexOf(u'='); word.startsWith("--"_L1) && equals > 0) {
            name = word.first(equals);
            attached = word.sliced(equals + 1);
        } else if (word.startsWith("-e"_L1) && word.size() > 2) {
            name = u"-e"_s;
            attached = word.sliced(2);
        }
        const OptionRow *const row = findOption(name);
        if (!row)
            return unknownOption(name);
        if (row->values == OptionRow::Values::None) {
            if (attached)
                return Error::usage(u"%1 takes no value."_s.arg(name));
            return withName(name, row->apply(options, {}));
        }
        if (!attached && m_next >= m_words.size())
            return Error::usage(u"%1 needs a value."_s.arg(name));
        Error error = row->apply(options, attached ? *attached : m_words.at(m_next++));
        while (!error && row->values == OptionRow::Values::Many && m_next < m_words.size()
               && !(m_words.at(m_next).startsWith(u'-') && m_words.at(m_next).size() > 1))
            error = row->apply(options, m_words.at(m_next++));
        return withName(name, error);
    }

    static Error withName(const QString &name, Error error)
    {
        if (error && !error.message.contains(name))
            error.message = name + u": "_s + error.message;
        return error;
    }

    QStringList m_words;
    qsizetype m_next = 0;
};

} // namespace

Result<Options> parseOptions(const QStringList &words)
{
    QStringList rest = words;
    while (!rest.isEmpty() && rest.constFirst() == "--cli"_L1)
        rest.removeFirst();
    Options options;
    if (const qsizetype dashes = rest.indexOf(u"--"_s); dashes >= 0) {
        const QStringList before = rest.first(dashes);
        const QStringList behind = rest.sliced(dashes + 1);
        if (before.isEmpty() || before.constFirst().startsWith(u'-'))
            return targetBehindDashes(before, behind);
        options.target = before;
        rest = behind;
    } else {
        while (!rest.isEmpty() && !rest.constFirst().startsWith(u'-'))
            options.target.append(rest.takeFirst());
    }
    if (const Error error = OptionReader(rest).readInto(options))
        return error;
    return options;
}

} // namespace McpCli
