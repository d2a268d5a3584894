// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

// The floor of the wire benchmarks: blocking reads and writes on pipes, lines counted, no Qt, no
// JSON. What no client can beat on this machine.

#include "measure.h"

#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace McpBench;

namespace {

/// A server and the three pipes to it.
class Pipes
{
public:
    explicit Pipes(const std::vector<std::string> &command)
    {
        int ends[3][2];
        for (auto &pair : ends) {
            if (::pipe2(pair, O_CLOEXEC) != 0)
                std::exit(1);
        }
        posix_spawn_file_actions_t actions;
        ::posix_spawn_file_actions_init(&actions);
        ::posix_spawn_file_actions_adddup2(&actions, ends[0][0], STDIN_FILENO);
        ::posix_spawn_file_actions_adddup2(&actions, ends[1][1], STDOUT_FILENO);
        ::posix_spawn_file_actions_adddup2(&actions, ends[2][1], STDERR_FILENO);
        std::vector<char *> arguments;
        arguments.reserve(command.size() + 1);
        for (const std::string &part : command)
            arguments.push_back(const_cast<char *>(part.c_str()));
        arguments.push_back(nullptr);
        if (::posix_spawn(&m_pid, arguments[0], &actions, nullptr, arguments.data(), environ) != 0)
            std::exit(1);
        ::posix_spawn_file_actions_destroy(&actions);
        for (const int used : { ends[0][0], ends[1][1], ends[2][1] })
            ::close(used);
        m_in = ends[0][1];
        m_out = ends[1][0];
        m_err = ends[2][0];
    }
    Pipes(Pipes &&other) noexcept
        : m_pid(std::exchange(other.m_pid, 0))
        , m_in(other.m_in)
        , m_out(other.m_out)
        , m_err(other.m_err)
    {}
    ~Pipes()
    {
        if (m_pid == 0)
            return;
        ::close(m_in);
        ::waitpid(m_pid, nullptr, 0);
        ::close(m_out);
        ::close(m_err);
    }

    void send(const std::string &bytes) const
    {
        for (size_t done = 0; done < bytes.size();) {
            const ssize_t written = ::write(m_in, bytes.data() + done, bytes.size() - done);
            if (written <= 0)
                std::exit(1);
            done += size_t(written);
        }
    }

    /// Reads until @p lines lines have come; their bytes are not kept.
    void readLines(long lines)
    {
        while (lines > 0) {
            const ssize_t got = ::read(m_out, m_buffer, sizeof m_buffer);
            if (got <= 0)
                std::exit(1);
            lines -= std::count(m_buffer, m_buffer + got, '\n');
        }
    }

    /// The same, with what comes on stderr meanwhile; returns its lines.
    long readLinesBoth(long lines)
    {
        long complaints = 0;
        pollfd ends[2] = { { m_out, POLLIN, 0 }, { m_err, POLLIN, 0 } };
        while (lines > 0) {
            ::poll(ends, 2, -1);
            for (const pollfd &end : ends) {
                if (!(end.revents & POLLIN))
                    continue;
                const ssize_t got = ::read(end.fd, m_buffer, sizeof m_buffer);
                const long count = got > 0 ? std::count(m_buffer, m_buffer + got, '\n') : 0;
                (end.fd == m_out ? lines : complaints) += end.fd == m_out ? -count : count;
            }
        }
        return complaints;
    }

private:
    pid_t m_pid = 0;
    int m_in = -1;
    int m_out = -1;
    int m_err = -1;
    char m_buffer[64 * 1024] = {};
};

std::string request(long id, const char *method, const std::string &params)
{
    return "{\"jsonrpc\":\"2.0\",\"id\":" + std::to_string(id) + ",\"method\":\"" + method
           + "\",\"params\":" + params + "}\n";
}

std::string toolCall(long id, const char *tool, const std::string &arguments)
{
    return request(id, "tools/call",
                   std::string("{\"name\":\"") + tool + "\",\"arguments\":" + arguments + '}');
}

std::string echo(long id)
{
    return toolCall(id, "echo", std::string("{\"text\":\"") + kEchoText + "\"}");
}

void sequential(Pipes &pipes, long count, Report &report)
{
    std::vector<std::int64_t> times;
    times.reserve(size_t(count));
    const std::int64_t begin = nowNs();
    for (long i = 0; i < count; ++i) {
        const std::int64_t sent = nowNs();
        pipes.send(echo(i + 10));
        pipes.readLines(1);
        times.push_back(nowNs() - sent);
    }
    report.addCalls(std::move(times), nowNs() - begin);
}

/// 64 requests in one write, 64 answers, and so on.
void pipelined(Pipes &pipes, long count, Report &report)
{
    constexpr long kInFlight = 64;
    const std::int64_t begin = nowNs();
    for (long i = 0; i < count; i += kInFlight) {
        std::string batch;
        for (long k = 0; k < kInFlight; ++k)
            batch += echo(i + k);
        pipes.send(batch);
        pipes.readLines(kInFlight);
    }
    report.add("rate", double(count) * 1e9 / double(nowNs() - begin));
}

void one(Pipes &pipes, const std::string &line, long answers, Report &report)
{
    const std::int64_t begin = nowNs();
    pipes.send(line);
    pipes.readLines(answers);
    report.add("ms", double(nowNs() - begin) / 1e6);
    report.add("peak_kib", double(memoryKib("VmHWM:")));
}

/// Beside one that is there already: what the first server costs is in "start".
void many(const Job &task, Report &report)
{
    Pipes first(task.server);
    first.send(request(1, "initialize", "{}"));
    first.readLines(1);
    const std::int64_t begin = nowNs();
    const long before = memoryKib("VmRSS:");
    std::vector<Pipes> servers;
    servers.reserve(size_t(task.count));
    for (long i = 0; i < task.count; ++i) {
        servers.emplace_back(task.server);
        servers.back().send(request(1, "initialize", "{}"));
    }
    for (Pipes &pipes : servers)
        pipes.readLines(1);
    report.add("ms", double(nowNs() - begin) / 1e6);
    report.add("each_kib", double(memoryKib("VmRSS:") - before) / double(task.count));
}

} // namespace

int main(int argc, char **argv)
{
    const Job task(argc, argv);
    Report report;
    if (task.what == "many") {
        many(task, report);
        return report.print(), 0;
    }
    Pipes pipes(task.server);
    pipes.send(request(1, "initialize", "{}"));
    pipes.readLines(1);
    report.add("start_ms", double(nowNs() - task.execNs) / 1e6);
    report.add("idle_kib", double(memoryKib("VmRSS:")));
    const std::string count = "{\"count\":" + std::to_string(task.count) + '}';
    if (task.what == "sequential")
        sequential(pipes, task.count, report);
    else if (task.what == "pipelined")
        pipelined(pipes, task.count, report);
    else if (task.what == "list")
        one(pipes, request(2, "tools/list", "{}"), 1, report);
    else if (task.what == "text")
        one(pipes, toolCall(2, "text", "{}"), 1, report);
    else if (task.what == "notifications")
        one(pipes, toolCall(2, "notify", count), task.count + 1, report);
    else if (task.what == "stderr") {
        const std::int64_t begin = nowNs();
        pipes.send(toolCall(2, "stderr", count));
        pipes.readLinesBoth(1);
        report.add("ms", double(nowNs() - begin) / 1e6);
        report.add("peak_kib", double(memoryKib("VmHWM:")));
    }
    report.print();
    return 0;
}
