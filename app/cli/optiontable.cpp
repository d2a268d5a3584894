// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "optiontable.h"

#include <QtCore/qset.h>

#include <algorithm>
#include <array>
#include <iterator>

using namespace Qt::Literals::StringLiterals;
using Mcp::Error;

namespace McpCli {

namespace {

Error usage(const QString &message) { return Error::usage(message); }

Mcp::Result<Pair> readPair(const QString &text, const QString &option)
{
    const qsizetype equals = text.indexOf(u'=');
    if (equals < 1 || equals == text.size() - 1)
        return usage(
                u"%1 “%2” is not of the form key=value. For an empty text write key='\"\"'."_s.arg(
                        option, text));
    return Pair{ text.first(equals), text.sliced(equals + 1) };
}

/// The last of equal keys wins and stands where the first stood, as in a JavaScript object.
Error addPair(QList<Pair> &list, const QString &text, const QString &option)
{
    const auto pair = readPair(text, option);
    if (!pair)
        return pair.error();
    const auto known = std::find_if(list.begin(), list.end(),
                                    [&](const Pair &other) { return other.key == pair->key; });
    if (known == list.end())
        list.append(*pair);
    else
        known->value = pair->value;
    return {};
}

Error setMilliseconds(std::optional<int> &target, const QString &text, const QString &option)
{
    bool good = false;
    const int value = text.toInt(&good);
    if (!good || value < 0)
        return usage(
                u"%1 takes a number of milliseconds, 0 for none; not “%2”."_s.arg(option, text));
    target = value;
    return {};
}

Error setWord(QString &target, const QString &value, const QString &option,
              const QStringList &allowed)
{
    if (!allowed.contains(value))
        return usage(u"%1 is one of %2; not “%3”."_s.arg(option, allowed.join(", "_L1), value));
    target = value;
    return {};
}

Error setTarget(QString &target, const QString &value)
{
    target = value;
    return {};
}

Error addEnvironment(Options &options, const QString &text)
{
    const qsizetype equals = text.indexOf(u'=');
    if (equals < 1)
        return usage(u"-e “%1” is not of the form KEY=VALUE."_s.arg(text));
    const QString name = text.first(equals);
    options.environment.removeIf(
            [&](const Mcp::EnvironmentVariable &variable) { return variable.name == name; });
    options.environment.append({ name, text.sliced(equals + 1) });
    return {};
}

Error checkHeader(Options &, const QString &text)
{
    const qsizetype colon = text.indexOf(u':');
    if (colon < 1 || text.sliced(colon + 1).trimmed().isEmpty())
        return usage(u"--header “%1” is not of the form \"Name: value\"."_s.arg(text));
    return {}; // only remote servers have headers
}

Error setFormat(Options &options, const QString &value)
{
    QString word;
    const Error error = setWord(word, value, u"--format"_s, { u"text"_s, u"json"_s });
    options.format = word == "json"_L1 ? Format::Json : Format::Text;
    return error;
}

Error setFraming(Options &options, const QString &value)
{
    options.framing = Mcp::framingSettingFromString(value);
    return options.framing
                   ? Error()
                   : usage(u"--framing is one of auto, newline, content-length; not “%1”."_s.arg(
                           value));
}

Error setEra(Options &options, const QString &value)
{
    options.era = Mcp::eraSettingFromString(value);
    return options.era ? Error()
                       : usage(u"--era is one of auto, legacy, modern; not “%1”."_s.arg(value));
}

Error setLogLevel(Options &options, const QString &value)
{
    // 2025-11-25, server/utilities/logging.
    return setWord(options.logLevel, value, u"--log-level"_s,
                   { u"debug"_s, u"info"_s, u"notice"_s, u"warning"_s, u"error"_s, u"critical"_s,
                     u"alert"_s, u"emergency"_s });
}

Error setCompletionArgument(Options &options, const QString &value)
{
    options.completionArgument = Pair{ options.completionArgument.value_or(Pair()).key, value };
    return {};
}

Error setCompletionName(Options &options, const QString &value)
{
    options.completionArgument = Pair{ value, options.completionArgument.value_or(Pair()).value };
    return {};
}

Error ignored(Options &, const QString &) { return {}; }

/// Exists in programs whose command line ours follows, and does something we cannot do yet.
Error notYet(Options &, const QString &) { return usage(u"This option is not supported yet."_s); }

using Values = OptionRow::Values;
using O = Options;
using S = const QString &;

constexpr std::array rows = {
    OptionRow{ "--help"_L1, Values::None,
               [](O &o, S) {
                   o.help = true;
                   return Error();
               } },
    OptionRow{ "-h"_L1, Values::None,
               [](O &o, S) {
                   o.help = true;
                   return Error();
               } },
    OptionRow{ "--version"_L1, Values::None,
               [](O &o, S) {
                   o.version = true;
                   return Error();
               } },
    OptionRow{ "-v"_L1, Values::None,
               [](O &o, S) {
                   o.version = true;
                   return Error();
               } },
    OptionRow{ "--cli"_L1, Values::None, ignored },
    // The server
    OptionRow{ "--config"_L1, Values::One,
               [](O &o, S v) {
                   o.config = v;
                   return Error();
               } },
    OptionRow{ "--catalog"_L1, Values::One,
               [](O &o, S v) {
                   o.catalog = v;
                   return Error();
               } },
    OptionRow{ "--server"_L1, Values::One, [](O &o, S v) { return setTarget(o.server, v); } },
    OptionRow{ "--server-url"_L1, Values::One,
               [](O &o, S v) { return setTarget(o.serverUrl, v.trimmed()); } },
    OptionRow{ "--transport"_L1, Values::One,
               [](O &o, S v) {
                   return setWord(o.transport, v, u"--transport"_s,
                                  { u"stdio"_s, u"http"_s, u"sse"_s });
               } },
    OptionRow{ "-e"_L1, Values::One, addEnvironment },
    OptionRow{ "--cwd"_L1, Values::One,
               [](O &o, S v) { return setTarget(o.workingDirectory, v); } },
    OptionRow{ "--header"_L1, Values::Many, checkHeader },
    OptionRow{ "--framing"_L1, Values::One, setFraming },
    OptionRow{ "--era"_L1, Values::One, setEra },
    OptionRow{ "--connect-timeout"_L1, Values::One,
               [](O &o, S v) {
                   return setMilliseconds(o.connectTimeout, v, u"--connect-timeout"_s);
               } },
    // What to do
    OptionRow{ "--method"_L1, Values::One, [](O &o, S v) { return setTarget(o.method, v); } },
    OptionRow{ "--tool-name"_L1, Values::One, [](O &o, S v) { return setTarget(o.toolName, v); } },
    OptionRow{ "--tool-arg"_L1, Values::Many,
               [](O &o, S v) { return addPair(o.toolArguments, v, u"--tool-arg"_s); } },
    OptionRow{ "--tool-args-json"_L1, Values::One,
               [](O &o, S v) {
                   o.toolArgumentsJson = v.toUtf8();
                   return Error();
               } },
    OptionRow{ "--task"_L1, Values::None,
               [](O &o, S) {
                   o.asTask = true;
                   return Error();
               } },
    OptionRow{ "--uri"_L1, Values::One, [](O &o, S v) { return setTarget(o.uri, v); } },
    OptionRow{ "--prompt-name"_L1, Values::One,
               [](O &o, S v) { return setTarget(o.promptName, v); } },
    OptionRow{ "--prompt-args"_L1, Values::Many,
               [](O &o, S v) { return addPair(o.promptArguments, v, u"--prompt-args"_s); } },
    OptionRow{ "--log-level"_L1, Values::One, setLogLevel },
    OptionRow{ "--complete-ref-type"_L1, Values::One,
               [](O &o, S v) {
                   return setWord(o.completionReferenceType, v, u"--complete-ref-type"_s,
                                  { u"ref/prompt"_s, u"ref/resource"_s });
               } },
    OptionRow{ "--complete-ref"_L1, Values::One,
               [](O &o, S v) { return setTarget(o.completionReference, v); } },
    OptionRow{ "--complete-arg-name"_L1, Values::One, setCompletionName },
    OptionRow{ "--complete-arg-value"_L1, Values::One, setCompletionArgument },
    OptionRow{ "--metadata"_L1, Values::Many,
               [](O &o, S v) { return addPair(o.metadata, v, u"--metadata"_s); } },
    OptionRow{ "--tool-metadata"_L1, Values::Many,
               [](O &o, S v) { return addPair(o.toolMetadata, v, u"--tool-metadata"_s); } },
    OptionRow{ "--answer"_L1, Values::One, [](O &o, S v) { return setTarget(o.answerFile, v); } },
    OptionRow{ "--roots"_L1, Values::Many,
               [](O &o, S v) {
                   o.roots.append(v);
                   return Error();
               } },
    OptionRow{ "--request-timeout"_L1, Values::One,
               [](O &o, S v) {
                   return setMilliseconds(o.requestTimeout, v, u"--request-timeout"_s);
               } },
    // The output
    OptionRow{ "--format"_L1, Values::One, setFormat },
    OptionRow{ "--trace"_L1, Values::One, [](O &o, S v) { return setTarget(o.traceFile, v); } },
    OptionRow{ "--stderr"_L1, Values::One,
               [](O &o, S v) { return setTarget(o.standardError, v); } },
    // Concern remote servers alone: no harm for the others
    OptionRow{ "--client-config"_L1, Values::One, ignored },
    OptionRow{ "--client-id"_L1, Values::One, ignored },
    OptionRow{ "--client-secret"_L1, Values::One, ignored },
    OptionRow{ "--client-metadata-url"_L1, Values::One, ignored },
    OptionRow{ "--callback-url"_L1, Values::One, ignored },
    OptionRow{ "--stored-auth-only"_L1, Values::None, ignored },
    OptionRow{ "--app-info"_L1, Values::None, notYet },
    OptionRow{ "--use-stored-auth"_L1, Values::None, notYet },
    OptionRow{ "--relogin"_L1, Values::None, notYet },
    OptionRow{ "--wait-for-auth"_L1, Values::One, notYet },
    OptionRow{ "--list-stored-auth"_L1, Values::None, notYet },
    OptionRow{ "--print-handoff"_L1, Values::None, notYet },
};

/// Letters to change, add or leave out to make one word of the other.
qsizetype distance(QStringView a, QStringView b)
{
    QList<qsizetype> row(b.size() + 1);
    for (qsizetype j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (qsizetype i = 1; i <= a.size(); ++i) {
        qsizetype diagonal = std::exchange(row[0], i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const qsizetype change = diagonal + (a.at(i - 1) == b.at(j - 1) ? 0 : 1);
            diagonal = std::exchange(row[j], std::min({ change, row[j] + 1, row[j - 1] + 1 }));
        }
    }
    return row.constLast();
}

} // namespace

const OptionRow *findOption(QStringView name)
{
    const auto row = std::find_if(rows.begin(), rows.end(),
                                  [&](const OptionRow &other) { return other.name == name; });
    return row == rows.end() ? nullptr : &*row;
}

QString similarOption(QStringView name)
{
    const auto nearer = [&](const OptionRow &a, const OptionRow &b) {
        return distance(name, QString(a.name)) < distance(name, QString(b.name));
    };
    const OptionRow &nearest = *std::min_element(rows.begin(), rows.end(), nearer);
    return distance(name, QString(nearest.name)) <= 3 ? QString(nearest.name) : QString();
}

} // namespace McpCli
