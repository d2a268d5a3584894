// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "help.h"
#include "interrupts.h"
#include "methods.h"
#include "options.h"
#include "output.h"
#include "runner.h"
#include "serverchoice.h"

#include <QtCore/qcoreapplication.h>

using namespace McpCli;

namespace {

int fail(const Failure &failure)
{
    Output::failure(failure);
    return failure.exitCode;
}

int list(const Options &options)
{
    const ListingResult listing = options.method == QLatin1StringView("servers/list")
                                          ? listServers(options)
                                          : showServer(options);
    for (const QString &problem : listing.problems)
        Output::noteToStderr(problem);
    if (listing.failure)
        return fail(listing.failure);
    return Output::printAll(Output::format(listing.result, options.format));
}

} // namespace

int main(int argc, char **argv)
{
    // Qt reports on stderr that it switches to UTF-8 where no locale is set; ours is for results.
    const auto handler = qInstallMessageHandler([](QtMsgType, const auto &, const QString &) {});
    QCoreApplication app(argc, argv);
    qInstallMessageHandler(handler);
    Interrupts interrupts;
    const auto options = parseOptions(app.arguments().sliced(1));
    if (!options)
        return fail(Failure::usage(options.error().message));
    if (options->help || options->version)
        return Output::printAll(options->help ? helpText() : versionText());
    const auto request = requestFor(*options);
    if (!request)
        return fail(Failure::usage(request.error().message));
    if (isListing(options->method))
        return list(*options);
    Runner runner(*options, *request);
    QObject::connect(&runner, &Runner::finished, &app, &QCoreApplication::exit);
    QObject::connect(&interrupts, &Interrupts::interrupted, &runner, &Runner::interrupt);
    QMetaObject::invokeMethod(&runner, &Runner::start, Qt::QueuedConnection);
    return app.exec();
}
