// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

// The floor of what goes through QProcess and Qt's event loop: lines counted, no JSON.

#include "measure.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qeventloop.h>
#include <QtCore/qprocess.h>

#include <functional>

using namespace McpBench;

namespace {

QByteArray request(long id, const QByteArray &method, const QByteArray &params)
{
    return "{\"jsonrpc\":\"2.0\",\"id\":" + QByteArray::number(qlonglong(id)) + ",\"method\":\""
           + method + "\",\"params\":" + params + "}\n";
}

QByteArray toolCall(long id, const QByteArray &tool, const QByteArray &arguments)
{
    return request(id, "tools/call", "{\"name\":\"" + tool + "\",\"arguments\":" + arguments + '}');
}

QByteArray echo(long id)
{
    return toolCall(id, "echo", QByteArray("{\"text\":\"") + kEchoText + "\"}");
}

class FloorClient
{
public:
    explicit FloorClient(const std::vector<std::string> &server)
    {
        QStringList arguments;
        for (size_t i = 1; i < server.size(); ++i)
            arguments.append(QString::fromStdString(server[i]));
        QObject::connect(&m_process, &QProcess::readyReadStandardOutput, &m_process, [this] {
            const QByteArray bytes = m_process.readAllStandardOutput();
            if (const qsizetype lines = bytes.count('\n'); lines > 0)
                m_onLines(lines);
        });
        QObject::connect(&m_process, &QProcess::readyReadStandardError, &m_process,
                         [this] { m_process.readAllStandardError(); });
        m_process.start(QString::fromStdString(server[0]), arguments);
    }
    ~FloorClient()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished();
    }

    void send(const QByteArray &bytes) { m_process.write(bytes); }
    /// Runs the event loop until @p lines lines have come.
    void wait(long lines)
    {
        onLines([this, &lines](qsizetype count) {
            lines -= count;
            if (lines <= 0)
                m_loop.quit();
        });
        m_loop.exec();
    }
    void onLines(std::function<void(qsizetype)> slot) { m_onLines = std::move(slot); }
    void run() { m_loop.exec(); }
    void quit() { m_loop.quit(); }

private:
    QProcess m_process;
    QEventLoop m_loop;
    std::function<void(qsizetype)> m_onLines;
};

void sequential(FloorClient &client, long count, Report &report)
{
    std::vector<std::int64_t> times;
    times.reserve(size_t(count));
    const std::int64_t begin = nowNs();
    std::int64_t sent = begin;
    client.onLines([&](qsizetype) {
        const std::int64_t now = nowNs();
        times.push_back(now - sent);
        if (long(times.size()) == count)
            return client.quit();
        sent = now;
        client.send(echo(long(times.size()) + 10));
    });
    client.send(echo(10));
    client.run();
    report.addCalls(std::move(times), nowNs() - begin);
}

void pipelined(FloorClient &client, long count, Report &report)
{
    constexpr long kInFlight = 64;
    const std::int64_t begin = nowNs();
    long sent = 0;
    long received = 0;
    client.onLines([&](qsizetype lines) {
        received += lines;
        for (; lines > 0 && sent < count; --lines)
            client.send(echo(++sent));
        if (received >= count)
            client.quit();
    });
    while (sent < kInFlight)
        client.send(echo(++sent));
    client.run();
    report.add("rate", double(count) * 1e9 / double(nowNs() - begin));
}

void one(FloorClient &client, const QByteArray &line, long answers, Report &report)
{
    const std::int64_t begin = nowNs();
    client.send(line);
    client.wait(answers);
    report.add("ms", double(nowNs() - begin) / 1e6);
    report.add("peak_kib", double(memoryKib("VmHWM:")));
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const Job task(argc, argv);
    Report report;
    if (task.what == "many") {
        FloorClient first(task.server); // what the first one costs is in "start"
        first.send(request(1, "initialize", "{}"));
        first.wait(1);
        const std::int64_t begin = nowNs();
        const long before = memoryKib("VmRSS:");
        std::vector<std::unique_ptr<FloorClient>> clients;
        long open = task.count;
        for (long i = 0; i < task.count; ++i) {
            clients.push_back(std::make_unique<FloorClient>(task.server));
            clients.back()->onLines([&](qsizetype) {
                if (--open == 0)
                    clients.back()->quit();
            });
            clients.back()->send(request(1, "initialize", "{}"));
        }
        clients.back()->run();
        report.add("ms", double(nowNs() - begin) / 1e6);
        report.add("each_kib", double(memoryKib("VmRSS:") - before) / double(task.count));
        return report.print(), 0;
    }
    FloorClient client(task.server);
    client.send(request(1, "initialize", "{}"));
    client.wait(1);
    report.add("start_ms", double(nowNs() - task.execNs) / 1e6);
    report.add("idle_kib", double(memoryKib("VmRSS:")));
    const QByteArray count = "{\"count\":" + QByteArray::number(qlonglong(task.count)) + '}';
    if (task.what == "sequential")
        sequential(client, task.count, report);
    else if (task.what == "pipelined")
        pipelined(client, task.count, report);
    else if (task.what == "list")
        one(client, request(2, "tools/list", "{}"), 1, report);
    else if (task.what == "text")
        one(client, toolCall(2, "text", "{}"), 1, report);
    else if (task.what == "notifications")
        one(client, toolCall(2, "notify", count), task.count + 1, report);
    else if (task.what == "stderr")
        one(client, toolCall(2, "stderr", count), 1, report);
    report.print();
    return 0;
}
