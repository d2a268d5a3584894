// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "options.h"

#include "eragate.h"
#include "revision.h"
#include "version/programversion.h"

#include <QtCore/qcommandlineparser.h>

using namespace Qt::Literals::StringLiterals;

namespace McpDemo {

namespace {

const QString description =
        u"MCP server with tools worth exploring, on standard input and output.\n"
        "Start it from an MCP client; it ends when its input ends."_s;

QString wrongValue(const QCommandLineOption &option, const QString &value, QLatin1String allowed)
{
    const QStringList names = option.names();
    return u"--%1 cannot be \"%2\"; use one of: %3"_s.arg(names.last(), value, allowed);
}

} // namespace

Options Options::parse(const QStringList &arguments)
{
    const QCommandLineOption framing(u"framing"_s,
                                     u"Write messages as lines or behind Content-Length headers."_s,
                                     u"newline|content-length"_s, u"newline"_s);
    const QCommandLineOption era(u"era"_s,
                                 u"Speak revisions up to 2025-11-25, 2026-07-28, or both, or agree "
                                 "to no legacy revision newer than this one, such as 2025-03-26."_s,
                                 u"legacy|modern|both|REVISION"_s, u"both"_s);
    const QCommandLineOption quiet(u"quiet"_s, u"Do not greet on standard error."_s);
    QCommandLineParser parser;
    parser.setApplicationDescription(description);
    parser.addOptions({ framing, era, quiet });
    const QCommandLineOption help({ u"h"_s, u"help"_s }, u"Show this help."_s);
    parser.addOption(help);
    const QCommandLineOption version = parser.addVersionOption();

    Options options;
    if (!parser.parse(arguments)) {
        options.problem = parser.errorText();
        return options;
    }
    if (parser.isSet(help))
        options.notice = parser.helpText();
    else if (parser.isSet(version))
        options.notice = QString::fromUtf8(
                McpApp::versionLine("mcp-demo-server", Revision::november2024, Revision::july2026));
    options.quiet = parser.isSet(quiet);

    if (parser.value(framing) == "content-length"_L1)
        options.framing = Mcp::Framing::ContentLength;
    else if (parser.value(framing) != "newline"_L1)
        options.problem = wrongValue(framing, parser.value(framing), "newline, content-length"_L1);

    if (parser.value(era) == "legacy"_L1)
        options.era = Era::Legacy;
    else if (parser.value(era) == "modern"_L1)
        options.era = Era::Modern;
    else if (EraGate::isLegacy(parser.value(era)))
        options.newest = parser.value(era);
    else if (parser.value(era) != "both"_L1)
        options.problem = wrongValue(era, parser.value(era),
                                     "legacy, modern, both, 2024-11-05, 2025-03-26, 2025-06-18, "
                                     "2025-11-25"_L1);
    if (!options.newest.isEmpty())
        options.era = Era::Legacy;

    const QStringList strays = parser.positionalArguments();
    if (!strays.isEmpty())
        options.problem = u"\"%1\" is not an option; see --help"_s.arg(strays.first());
    return options;
}

} // namespace McpDemo
