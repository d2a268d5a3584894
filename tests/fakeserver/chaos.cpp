// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "chaos.h"
#include "json.h"
#include "process.h"

#include <csignal>
#include <cstdlib>

namespace Fake {

namespace {

std::string textBlock(std::string_view text)
{
    return R"({"type":"text","text":)" + Json::quote(text) + '}';
}

std::string repeated(std::string_view piece, int times)
{
    std::string all;
    all.reserve(piece.size() * std::size_t(times));
    for (int i = 0; i < times; ++i)
        all += piece;
    return all;
}

/// A picture of one pixel.
constexpr auto picture =
        R"({"type":"image","mimeType":"image/png","data":"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII="})";

constexpr auto drawing =
        R"({"type":"resource","resource":{"uri":"a:b","mimeType":"image/svg+xml","text":"<svg xmlns='http://www.w3.org/2000/svg' width='90' height='70'><circle cx='9' cy='9' r='8'/></svg>"}})";

} // namespace

int Chaos::draw(int below) { return int(m_random() % unsigned(below)); }

void Chaos::begin()
{
    m_timers.after(200 + draw(800), [this] {
        stir();
        begin();
    });
}

void Chaos::call(const Message &request)
{
    const int kind = draw(100);
    if (kind < 10)
        answerSlowly(request, 1 + draw(10));
    else if (kind < 12)
        flood(); // and no answer
    else if (kind < 15)
        return; // never
    else if (!oddAnswer(request, kind) && !brokenStream(request, kind))
        answer(request, content());
}

/// Whole messages that are not what was asked for; false if @p kind is none of them.
bool Chaos::oddAnswer(const Message &request, int kind)
{
    switch (kind) {
    case 55:
        answerWithId("987654321");
        return false;
    case 56:
        answerWithId('"' + request.id + '"');
        return false;
    case 57:
        answerWithId("null");
        return false;
    case 58:
        answer(request, content());
        return false; // twice
    case 59:
        m_replies.rawResult(request, "null");
        return true;
    case 60:
        m_replies.rawResult(request, R"({"content":"no array"})");
        return true;
    case 61:
        m_replies.rawResult(request, R"({"content":[42,{"text":"no type"}]})");
        return true;
    case 62:
        m_replies.error(request, -32603, "\x1b[31mred\x1b[0m \u202Eretsam");
        return true;
    case 63:
        m_replies.error(request, 0, repeated("very long ", 20'000));
        return true;
    case 64:
        m_replies.rawResult(request, repeated("[", 5000) + repeated("]", 5000));
        return true;
    case 65:
        m_replies.raw(R"({"jsonrpc":"2.0","id":)" + request.id + '}');
        return true;
    case 66:
        ask();
        return false;
    case 67:
        ask();
        return true;
    case 68:
        flood();
        return false;
    case 69:
        m_catalogue.grow();
        return false;
    default:
        return false;
    }
}

/// What no reader of messages expects; false if @p kind is none of them.
bool Chaos::brokenStream(const Message &request, int kind)
{
    switch (kind) {
    case 80:
        Process::writeOutput("Traceback (most recent call last):\n");
        return false;
    case 81:
        Process::writeOutput("{\"jsonrpc\":\"2.0\",\"id\n");
        return false;
    case 82:
        Process::writeOutput(std::string("\0\xff\xfe\x80\n\n\r\n", 8));
        return false;
    case 83:
        Process::writeOutput("Content-Length: 7\r\n\r\n{\"a\":1}\n");
        return false;
    case 84:
        Process::writeOutput(repeated("x", 3'000'000) + '\n');
        return false;
    case 85:
        m_output.sendHalf(R"({"jsonrpc":"2.0","id":)" + request.id + R"(,"result":{})");
        break;
    case 86:
        Process::closeOutput();
        break;
    case 87:
        Process::closeInput();
        break;
    case 88:
        std::exit(draw(3));
    case 89:
        Process::dieBySignal(draw(2) ? SIGSEGV : SIGKILL);
    case 90:
        raise(SIGSTOP);
        break;
    case 91:
        Process::sleepMs(draw(1000));
        return false;
    case 92:
        Process::ignoreSignals();
        return false;
    default:
        return false;
    }
    return true;
}

void Chaos::answer(const Message &request, std::string_view blocks)
{
    m_replies.rawResult(request, '{' + Replies::modernMembers(request) + R"("content":[)"
                                         + std::string(blocks) + "]"
                                         + (draw(4) ? "" : R"(,"structuredContent":{"a":[1,2]})")
                                         + (draw(8) ? "" : R"(,"isError":true)") + '}');
}

void Chaos::answerWithId(const std::string &id)
{
    m_replies.raw(R"({"jsonrpc":"2.0","id":)" + id + R"(,"result":{"content":[]}})");
}

void Chaos::answerSlowly(const Message &request, int steps)
{
    const std::string_view token = request.meta("progressToken");
    if (!token.empty())
        m_replies.notification("notifications/progress",
                               R"({"progressToken":)" + std::string(token) + R"(,"progress":)"
                                       + std::to_string(10 - steps) + R"(,"total":10})");
    if (steps <= 0)
        return answer(request, content());
    m_timers.after(draw(60), [this, request, steps] { answerSlowly(request, steps - 1); });
}

void Chaos::ask()
{
    static constexpr const char *questions[] = {
        R"("method":"roots/list")",
        R"("method":"ping")",
        R"("method":"sampling/createMessage","params":{"messages":[],"maxTokens":1})",
        R"("method":"elicitation/create","params":{"message":"?","requestedSchema":{"type":"object","properties":{}}})",
        R"("method":"no/such/thing","params":[1])",
    };
    m_replies.raw(R"({"jsonrpc":"2.0","id":"chaos-)" + std::to_string(++m_questions) + "\","
                  + questions[draw(5)] + '}');
}

void Chaos::flood()
{
    if (draw(2)) {
        Process::writeError(
                repeated("\x1b[33mwarning\x1b[0m: something is not as it should be\n", 20'000));
        return;
    }
    for (int i = 0; i < 5'000; ++i)
        m_replies.notification("notifications/message",
                               R"({"level":"debug","logger":"chaos","data":)" + std::to_string(i)
                                       + '}');
}

/// Something that nobody asked for.
void Chaos::stir()
{
    switch (draw(8)) {
    case 0:
        for (int i = 0; i < 50; ++i)
            m_replies.notification("notifications/tools/list_changed");
        break;
    case 1:
        Process::say(std::string("\u202Eone line\u202C, with\ttabs and a very ")
                     + repeated("long ", 200));
        break;
    case 2:
        ask();
        break;
    case 3:
        m_replies.notification("notifications/progress", R"({"progressToken":99,"progress":1})");
        break;
    case 4:
        m_replies.notification(std::string("notifications/") + repeated("unheard-of/", 500));
        break;
    case 5:
        Process::writeError(repeated("no end of line ", 1 + draw(10'000)));
        break;
    default:
        break;
    }
}

std::string Chaos::content()
{
    switch (draw(12)) {
    case 0:
        return {};
    case 1:
        return textBlock(repeated("a line of text\n", draw(20'000)));
    case 2:
        return textBlock(repeated("one word", draw(300'000)));
    case 3:
        return textBlock(std::string("[")
                         + repeated(R"({"id": 12345678901234567890, "name": "x"}, )", draw(20'000))
                         + "1]");
    case 4:
        return repeated(std::string(picture) + ',', draw(20)) + picture;
    case 5:
        return drawing;
    case 6:
        return textBlock(std::string("# Heading\n\n")
                         + repeated("| a | b |\n|---|---|\n| 1 | 2 |\n\n", 1 + draw(50))
                         + "![picture](file:///etc/passwd) [link](http://localhost/)");
    case 7:
        return repeated(textBlock("one of many") + ',', draw(2'000)) + textBlock("the last");
    case 8:
        return R"({"type":"audio","mimeType":"audio/wav","data":"!!!"})";
    case 9:
        return R"({"type":"resource_link","uri":"file:///tmp/\u202Efdp.exe","name":"\u202Efdp.exe"})";
    case 10:
        return textBlock("\x1b]0;title\x07\x1b[2J bad bytes: \xff\xfe\xc3");
    default:
        return textBlock("as it should be");
    }
}

} // namespace Fake
