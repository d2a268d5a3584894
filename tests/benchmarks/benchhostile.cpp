// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

// What a server costs that means no good: one answer, made to be slow to scan, to a call in the
// real window, without a display.
//   mcp-bench-hostile            every answer, each in a process of its own
//   mcp-bench-hostile ANSWER

#include "server/server.h"
#include "shell/pagetabs.h"
#include "support/eachalone.h"
#include "support/guibeat.h"
#include "support/windowharness.h"
#include "views/callpage.h"

#include <QtTest/qtest.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qlistview.h>

#include <array>
#include <cstdio>

using namespace McpTest;
using namespace Qt::Literals::StringLiterals;

namespace {

/// One line of the server, as mcp-bench-server takes it.
struct Answer
{
    const char *name;
    int megabytes;
    const char *begin;
    const char *unit;
    const char *end;
};

constexpr std::array kAnswers{
    Answer{ "text-of-quotes", 260,
            R"({"jsonrpc":"2.0","id":@,"result":{"content":[{"type":"text","text":")", R"(\")",
            R"("}]}})" },
    Answer{ "empty-strings", 260, R"({"jsonrpc":"2.0","id":@,"result":{"content":[)", R"("",)",
            "0]}}" },
    Answer{ "open-brackets", 260, R"({"jsonrpc":"2.0","id":@,"result":)", "[", "" },
    Answer{ "empty-arrays", 260, R"({"jsonrpc":"2.0","id":@,"result":{"content":[)", "[],",
            "0]}}" },
    Answer{ "members-of-result", 260, R"({"jsonrpc":"2.0","id":@,"result":{)", R"("k":0,)",
            R"("k":0}})" },
    Answer{ "escaped-members", 260, R"({"jsonrpc":"2.0","id":@,"result":{)", R"("\u0069sErro":0,)",
            R"("k":0}})" },
    Answer{ "members-of-message", 260, R"({"jsonrpc":"2.0","id":@,"result":{})", R"(,"k":0)", "}" },
    Answer{ "batch-of-numbers", 260, "[", "0,", "0]" },
    Answer{ "batch-of-messages", 260, "[", R"({"jsonrpc":"2.0","method":"m"},)", "0]" },
    Answer{ "noise", 260, "", "x", "" },
};

int runOne(const Answer &answer)
{
    WindowHarness harness;
    harness.addServer(u"bench"_s, QCoreApplication::applicationDirPath() + u"/mcp-bench-server"_s,
                      { u"bytes=%1"_s.arg(answer.megabytes * 1'000'000),
                        u"begin="_s + QLatin1StringView(answer.begin),
                        u"unit="_s + QLatin1StringView(answer.unit),
                        u"end="_s + QLatin1StringView(answer.end) });
    harness.open();
    if (!harness.startAndList(u"bench"_s))
        qFatal("the server does not start");
    auto *const tools = harness.find<QListView>(u"toolList"_s);
    while (tools->model()->rowCount() == 0)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    tools->setCurrentIndex(tools->model()->index(0, 0));
    QTest::keyClick(tools, Qt::Key_Return);
    McpUi::CallPage *const page = harness.window().pages()->currentPage();
    if (!page)
        qFatal("no page of a tool");
    QTest::keyClicks(harness.find(u"input:/path"_s), u"x"_s);
    const double base = statusMb("VmRSS:");
    GuiBeat beat;
    const GuiStep took = beat.step([&] { harness.key(u"Ctrl+Return"_s); },
                                   [&] { return !page->isRunning(); }, 200);
    std::printf("  %-20s %4d MB %6lld ms   longest step %4lld ms, %4lld ms of it work   peak +%.1f "
                "MB%s\n",
                answer.name, answer.megabytes, took.ms, took.longestMs, took.longestWork,
                took.peakMb - base, took.isDone ? "" : "   NOT DONE");
    return took.isDone ? 0 : 1;
}

QStringList names()
{
    QStringList names;
    for (const Answer &answer : kAnswers)
        names.append(QLatin1StringView(answer.name));
    return names;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QApplication::setApplicationName(u"mcp-orchestrator"_s);
    if (argc < 2)
        return runEachAlone(names());
    for (const Answer &answer : kAnswers) {
        if (qstrcmp(argv[1], answer.name) == 0)
            return runOne(answer);
    }
    return std::fprintf(stderr, "no such answer\n"), 2;
}
