// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

// Our library under the wire benchmarks: Server and Client as an embedding program uses them, trace
// and timeouts on. With BENCH_PORTABLE set the child of the platforms without Unix pipes (QProcess)
// is used.

#include "measure.h"

#include "client/client.h"
#include "protocol/tool.h"
#include "protocol/toolresult.h"
#include "server/server.h"
#include "server/stderrlog.h"
#include "transport/plainchildprocess.h"
#include "transport/stdiotransport.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qeventloop.h>

#include <functional>

using namespace McpBench;
using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

namespace {

ServerSpec specFor(const std::vector<std::string> &command)
{
    ServerSpec spec;
    spec.name = u"bench"_s;
    spec.era = EraSetting::Legacy;
    spec.framing = FramingSetting::Newline;
    spec.launch.command = QString::fromStdString(command[0]);
    for (size_t i = 1; i < command.size(); ++i)
        spec.launch.arguments.append(QString::fromStdString(command[i]));
    return spec;
}

class LibraryClient
{
public:
    explicit LibraryClient(const std::vector<std::string> &command)
        : m_server(specFor(command))
        , m_client(&m_server)
    {
        if (qEnvironmentVariableIsSet("BENCH_PORTABLE")) {
            m_server.setTransportFactory([](const ServerSpec &spec) {
                auto transport = std::make_unique<StdioTransport>(spec.launch);
                transport->setChildFactory([] { return std::make_unique<PlainChildProcess>(); });
                return transport;
            });
        }
    }
    ~LibraryClient()
    {
        m_server.stop();
        QEventLoop loop;
        QObject::connect(&m_server, &Server::stateChanged, &loop, &QEventLoop::quit);
        while (m_server.state() == Server::State::Stopping)
            loop.exec();
    }

    Server &server() { return m_server; }
    Client &client() { return m_client; }
    Call *call(const QString &tool, const RawJson &arguments)
    {
        return m_client.callTool(tool, arguments);
    }
    Call *echo()
    {
        static const RawJson arguments =
                RawJson::fromText(QByteArray("{\"text\":\"") + kEchoText + "\"}");
        return call(u"echo"_s, arguments);
    }

private:
    Server m_server;
    Client m_client;
};

/// Runs the event loop until @p call has settled; ends the program when it failed.
RawJson outcomeOf(Call *call)
{
    QEventLoop loop;
    RawJson result;
    QObject::connect(call, &Call::finished, &loop, [&] {
        const Result<RawJson> outcome = call->outcome();
        if (!outcome)
            qFatal("%s", qPrintable(outcome.error().describe()));
        result = *outcome;
        loop.quit();
    });
    loop.exec();
    return result;
}

void sequential(LibraryClient &client, long count, Report &report)
{
    std::vector<std::int64_t> times;
    times.reserve(size_t(count));
    QEventLoop loop;
    const std::int64_t begin = nowNs();
    std::int64_t sent = begin;
    std::function<void()> next = [&] {
        sent = nowNs();
        Call *call = client.echo();
        QObject::connect(call, &Call::finished, &loop, [&, call] {
            const std::int64_t now = nowNs();
            if (!call->outcome())
                qFatal("%s", qPrintable(call->outcome().error().describe()));
            times.push_back(now - sent);
            if (long(times.size()) == count)
                loop.quit();
            else
                next();
        });
    };
    next();
    loop.exec();
    report.addCalls(std::move(times), nowNs() - begin);
}

void pipelined(LibraryClient &client, long count, Report &report)
{
    constexpr long kInFlight = 64;
    long sent = 0;
    long received = 0;
    QEventLoop loop;
    const std::int64_t begin = nowNs();
    std::function<void()> next = [&] {
        ++sent;
        Call *call = client.echo();
        QObject::connect(call, &Call::finished, &loop, [&, call] {
            if (!call->outcome())
                qFatal("%s", qPrintable(call->outcome().error().describe()));
            ++received;
            if (sent < count)
                next();
            else if (received == count)
                loop.quit();
        });
    };
    while (sent < kInFlight)
        next();
    loop.exec();
    report.add("rate", double(count) * 1e9 / double(nowNs() - begin));
}

void list(LibraryClient &client, Report &report)
{
    const std::int64_t begin = nowNs();
    const ToolList tools = ToolList::fromResult(outcomeOf(client.client().listTools()));
    report.add("ms", double(nowNs() - begin) / 1e6);
    report.add("peak_kib", double(memoryKib("VmHWM:")));
    report.add("tools", double(tools.tools.size()));
}

void text(LibraryClient &client, Report &report)
{
    const std::int64_t begin = nowNs();
    const RawJson raw = outcomeOf(client.call(u"text"_s, {}));
    report.add("ms", double(nowNs() - begin) / 1e6);
    report.add("peak_kib", double(memoryKib("VmHWM:")));
    report.add("payload_kib", double(raw.size()) / 1024);
    const QString shown = ToolResult(raw).content().value(0).text();
    report.add("text_ms", double(nowNs() - begin) / 1e6);
    report.add("text_peak_kib", double(memoryKib("VmHWM:")));
    report.add("characters", double(shown.size()));
}

RawJson countOf(long count)
{
    return RawJson::fromText("{\"count\":" + QByteArray::number(qlonglong(count)) + '}');
}

void notifications(LibraryClient &client, long count, Report &report)
{
    qlonglong received = 0;
    QObject::connect(&client.client(), &Client::notificationReceived, &client.client(),
                     [&] { ++received; });
    const std::int64_t begin = nowNs();
    outcomeOf(client.call(u"notify"_s, countOf(count)));
    report.add("ms", double(nowNs() - begin) / 1e6);
    report.add("peak_kib", double(memoryKib("VmHWM:")));
    if (received != count)
        qFatal("%lld notifications instead of %ld", received, count);
}

void complaints(LibraryClient &client, long count, Report &report)
{
    const StderrLog *log = client.server().stderrLog();
    const std::int64_t begin = nowNs();
    outcomeOf(client.call(u"stderr"_s, countOf(count)));
    while (log->nextSerial() < quint64(count))
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    report.add("ms", double(nowNs() - begin) / 1e6);
    report.add("peak_kib", double(memoryKib("VmHWM:")));
}

/// A chatty server for hours, in seconds: @p count notifications and 1.4 times as many lines of
/// stderr.
void soak(LibraryClient &client, long count, Report &report)
{
    constexpr int kRounds = 10;
    const std::int64_t begin = nowNs();
    for (int round = 0; round < kRounds; ++round) {
        outcomeOf(client.call(u"notify"_s, countOf(count / kRounds)));
        outcomeOf(client.call(u"stderr"_s, countOf(count * 14 / 10 / kRounds)));
        if (round == 1)
            report.add("early_kib", double(memoryKib("VmRSS:")));
    }
    report.add("ms", double(nowNs() - begin) / 1e6);
    report.add("late_kib", double(memoryKib("VmRSS:")));
}

/// Beside one that is there already: what the first server costs is in "start".
void many(const Job &task, Report &report)
{
    LibraryClient first(task.server);
    outcomeOf(first.client().initialize());
    const std::int64_t begin = nowNs();
    const long before = memoryKib("VmRSS:");
    std::vector<std::unique_ptr<LibraryClient>> clients;
    QEventLoop loop;
    long open = task.count;
    for (long i = 0; i < task.count; ++i) {
        clients.push_back(std::make_unique<LibraryClient>(task.server));
        QObject::connect(&clients.back()->client(), &Client::initialized, &loop, [&] {
            if (--open == 0)
                loop.quit();
        });
        clients.back()->client().initialize();
    }
    loop.exec();
    report.add("ms", double(nowNs() - begin) / 1e6);
    report.add("each_kib", double(memoryKib("VmRSS:") - before) / double(task.count));
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const Job task(argc, argv);
    Report report;
    if (task.what == "many") {
        many(task, report);
        return report.print(), 0;
    }
    LibraryClient client(task.server);
    outcomeOf(client.client().initialize());
    report.add("start_ms", double(nowNs() - task.execNs) / 1e6);
    report.add("idle_kib", double(memoryKib("VmRSS:")));
    if (task.what == "sequential")
        sequential(client, task.count, report);
    else if (task.what == "pipelined")
        pipelined(client, task.count, report);
    else if (task.what == "list")
        list(client, report);
    else if (task.what == "text")
        text(client, report);
    else if (task.what == "notifications")
        notifications(client, task.count, report);
    else if (task.what == "soak")
        soak(client, task.count, report);
    else if (task.what == "stderr")
        complaints(client, task.count, report);
    report.print();
    return 0;
}
