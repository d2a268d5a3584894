// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

// The server behind every client of the wire benchmarks: as fast as one thread can be, no Qt, no
// parser. It knows the requests that the clients send by a few bytes of them.
//   mcp-bench-server [tools=N] [text=BYTES] [bytes=BYTES begin=TEXT unit=TEXT end=TEXT]
// Tools: echo (returns its text), text (returns one text of BYTES), notify (sends "count" messages
// first), stderr (writes "count" lines first), and with bytes= every tool of the list: writes a
// line of BYTES, begin and as often as it takes unit and then end, in which @ is the id that is
// asked for. Where begin has none, an answer follows.

#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

#include <unistd.h>

namespace {

void writeAll(int fd, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(fd, bytes.data(), bytes.size());
        if (written <= 0)
            std::exit(1);
        bytes.remove_prefix(size_t(written));
    }
}

/// The bytes behind the last @p key up to the next ',' or '}'; for numbers and plain strings.
std::string_view valueOf(std::string_view line, std::string_view key)
{
    const size_t at = line.rfind(key);
    if (at == std::string_view::npos)
        return {};
    const size_t begin = at + key.size();
    return line.substr(begin, line.find_first_of(",}", begin) - begin);
}

std::string result(std::string_view id, std::string_view body)
{
    return std::string(R"({"jsonrpc":"2.0","id":)").append(id) + R"(,"result":)" + std::string(body)
           + "}\n";
}

long numberIn(std::string_view text)
{
    long number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// About 700 bytes a tool, as real ones are.
std::string toolList(long count)
{
    std::string tools = R"({"tools":[)";
    for (long i = 0; i < count; ++i) {
        const std::string number = std::to_string(i);
        tools.append(i ? ",{\"name\":\"tool_" : "{\"name\":\"tool_").append(number);
        tools.append(R"(","title":"Tool number )").append(number);
        tools +=
                R"(","description":"Does something with the things of one folder and tells what )"
                R"(came of it.\nUse it when \"another\" tool has found the things.","inputSchema":)"
                R"({"type":"object","properties":{"path":{"type":"string","description":"Where the )"
                R"(things are, an absolute path"},"depth":{"type":"integer","minimum":0,"maximum":)"
                R"(100,"default":3},"mode":{"enum":["fast","safe","thorough"]},"tags":{"type":)"
                R"("array","items":{"type":"string"}},"options":{"type":"object","properties":)"
                R"({"follow":{"type":"boolean"},"limit":{"type":"number"}}}},"required":["path"]})"
                R"(,"annotations":{"readOnlyHint":true}})";
    }
    return tools + "]}";
}

/// Two quotes and a line break in 80 characters, as in source code.
std::string longText(long bytes)
{
    constexpr std::string_view row =
            R"(the quick brown fox said \"jumps over the lazy dog\" and went on its long way h\n)";
    std::string text = R"({"content":[{"type":"text","text":")";
    text.reserve(size_t(bytes) + 100);
    while (long(text.size() + row.size()) < bytes)
        text += row;
    return text + R"("}]})";
}

struct Options
{
    long tools = 1;
    long text = 0;
    long bytes = 0;
    std::string begin;
    std::string unit = " ";
    std::string end;

    /// False for what is no option.
    bool take(std::string_view argument)
    {
        const size_t equals = argument.find('=');
        const std::string_view name = argument.substr(0, equals);
        const std::string_view value =
                equals == std::string_view::npos ? argument : argument.substr(equals + 1);
        for (auto [known, number] :
             { std::pair("tools", &tools), { "text", &text }, { "bytes", &bytes } }) {
            if (name == known)
                return *number = numberIn(value), true;
        }
        for (auto [known, part] :
             { std::pair("begin", &begin), { "unit", &unit }, { "end", &end } }) {
            if (name == known)
                return *part = value, true;
        }
        return false;
    }
};

class Server
{
public:
    explicit Server(const Options &options)
        : m_options(options)
        , m_tools(toolList(options.tools))
        , m_text(options.text > 0 ? longText(options.text) : std::string())
    {}

    void run()
    {
        std::string buffer;
        char chunk[64 * 1024];
        for (ssize_t got = 0; (got = ::read(STDIN_FILENO, chunk, sizeof chunk)) > 0;) {
            buffer.append(chunk, size_t(got));
            size_t begin = 0;
            for (size_t end = 0; (end = buffer.find('\n', begin)) != std::string::npos;
                 begin = end + 1)
                answer(std::string_view(buffer).substr(begin, end - begin));
            buffer.erase(0, begin);
            flush();
        }
    }

private:
    void flush()
    {
        writeAll(STDOUT_FILENO, m_out);
        m_out.clear();
    }

    void answer(std::string_view line)
    {
        const std::string_view id = valueOf(line, "\"id\":");
        if (id.empty())
            return;
        const auto has = [line](std::string_view text) {
            return line.find(text) != std::string_view::npos;
        };
        if (has("\"tools/call\""))
            call(line, id);
        else if (has("\"tools/list\""))
            m_out += result(id, m_tools);
        else if (has("\"initialize\""))
            m_out += result(id, R"({"protocolVersion":"2025-11-25","capabilities":{"tools":{}},)"
                                R"("serverInfo":{"name":"bench","version":"1"}})");
        else
            m_out.append(R"({"jsonrpc":"2.0","id":)")
                    .append(id)
                    .append(R"(,"error":{"code":-32601,"message":"unknown"}})"
                            "\n");
    }

    void call(std::string_view line, std::string_view id)
    {
        const auto is = [line](std::string_view name) {
            return line.find(name) != std::string_view::npos;
        };
        if (is("\"name\":\"echo\"")) {
            m_out.append(R"({"jsonrpc":"2.0","id":)").append(id);
            m_out.append(R"(,"result":{"content":[{"type":"text","text":)");
            m_out.append(valueOf(line, "\"text\":")).append("}]}}\n");
            return;
        }
        if (m_options.bytes > 0)
            return pour(std::string(id));
        const long count = numberIn(valueOf(line, "\"count\":"));
        if (is("\"name\":\"text\""))
            m_out += result(id, m_text);
        else if (is("\"name\":\"notify\""))
            notify(count, id);
        else
            complain(count, id);
    }

    void pour(const std::string &id)
    {
        std::string line = m_options.begin;
        const size_t mark = line.find('@');
        if (mark != std::string::npos)
            line.replace(mark, 1, id);
        line.reserve(size_t(m_options.bytes) + 1);
        while (line.size() + m_options.unit.size() + m_options.end.size()
               <= size_t(m_options.bytes))
            line += m_options.unit;
        writeAll(STDOUT_FILENO, line.append(m_options.end).append("\n"));
        if (mark == std::string::npos)
            m_out += result(id, R"({"content":[]})");
    }

    void notify(long count, std::string_view id)
    {
        const std::string done = result(id, R"({"content":[]})"); // the line may move meanwhile
        for (long i = 0; i < count; ++i) {
            m_out +=
                    R"({"jsonrpc":"2.0","method":"notifications/message","params":{"level":"info",)"
                    R"("logger":"bench","data":"message number )";
            m_out += std::to_string(i) + "\"}}\n";
            if (m_out.size() > 60'000)
                flush();
        }
        m_out += done;
    }

    void complain(long count, std::string_view id)
    {
        std::string lines;
        for (long i = 0; i < count; ++i) {
            lines += "2026-11-25T10:00:00Z INFO bench: line " + std::to_string(i)
                     + " of what a chatty server says\n";
            if (lines.size() > 60'000 || i + 1 == count) {
                writeAll(STDERR_FILENO, lines);
                lines.clear();
            }
        }
        m_out += result(id, R"({"content":[]})");
    }

    Options m_options;
    std::string m_tools;
    std::string m_text;
    std::string m_out;
};

} // namespace

int main(int argc, char **argv)
{
    Options options;
    for (int i = 1; i < argc; ++i) {
        if (!options.take(argv[i]))
            return std::fprintf(stderr, "no such option: %s\n", argv[i]), 2;
    }
    Server(options).run();
    return 0;
}
