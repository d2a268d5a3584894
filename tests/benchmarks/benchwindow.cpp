// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

// The real window, without a display: from the program's start to the first paint beside a bare
// window with the same panels; floods on stderr, in Messages and in Notifications; long lists of
// tools.
//   mcp-bench-window                 everything, each measurement in a process of its own
//   mcp-bench-window MEASUREMENT [COUNT]

#include "client/client.h"
#include "orchestrator/toolcatalog.h"
#include "server/server.h"
#include "server/stderrlog.h"
#include "server/tracelog.h"
#include "shell/appearance.h"
#include "support/guibeat.h"
#include "support/windowharness.h"

#include <QtCore/qprocess.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qabstractitemview.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qmainwindow.h>
#include <QtWidgets/qplaintextedit.h>
#include <QtWidgets/qpushbutton.h>
#include <QtWidgets/qscrollbar.h>
#include <QtWidgets/qsplitter.h>
#include <QtWidgets/qtabwidget.h>
#include <QtWidgets/qtoolbar.h>
#include <QtWidgets/qtreewidget.h>

#include <algorithm>
#include <cstdio>

using namespace McpTest;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kStarts = 9; ///< of each kind, one after the other in turn

QString program(const QString &name)
{
    return QCoreApplication::applicationDirPath() + u'/' + name;
}

/// Sees the first paint, or the next one.
class PaintWatch : public QObject
{
public:
    explicit PaintWatch(QWidget *widget) { widget->installEventFilter(this); }
    bool seen = false;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        seen = seen || event->type() == QEvent::Paint;
        return false;
    }
};

/// ms since the parent has started this program.
double sinceExec()
{
    timespec now = {};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    const double started = qgetenv("BENCH_START_NS").toDouble();
    return (double(now.tv_sec) * 1e9 + double(now.tv_nsec) - started) / 1e6;
}

void waitFor(const PaintWatch &watch)
{
    while (!watch.seen)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

/// The same panels with nothing behind them: what Qt alone takes.
void bare()
{
    QMainWindow window;
    window.resize(1280, 800);
    auto *bar = window.addToolBar(u"Tools"_s);
    for (const QString &name : { u"Add"_s, u"Start"_s, u"Stop"_s, u"Restart"_s })
        bar->addAction(name);
    auto *tree = new QTreeWidget;
    new QTreeWidgetItem(tree, { u"demo"_s });
    auto *tabs = new QTabWidget;
    auto *list = new QTreeWidget;
    for (int i = 0; i < 20; ++i)
        new QTreeWidgetItem(list, { u"tool %1"_s.arg(i) });
    tabs->addTab(list, u"Tools"_s);
    auto *form = new QWidget;
    auto *rows = new QVBoxLayout(form);
    for (int i = 0; i < 8; ++i) {
        rows->addWidget(new QLabel(u"field %1"_s.arg(i)));
        rows->addWidget(new QLineEdit);
    }
    rows->addWidget(new QPushButton(u"Call"_s));
    auto *top = new QSplitter;
    for (QWidget *part : { static_cast<QWidget *>(tree), static_cast<QWidget *>(tabs), form })
        top->addWidget(part);
    auto *bottom = new QTabWidget;
    for (const QString &name : { u"Stderr"_s, u"Messages"_s, u"History"_s, u"Notifications"_s })
        bottom->addTab(new QTreeWidget, name);
    auto *all = new QSplitter(Qt::Vertical);
    all->addWidget(top);
    all->addWidget(bottom);
    window.setCentralWidget(all);
    PaintWatch watch(&window);
    window.show();
    waitFor(watch);
    std::printf("%.3f %.3f\n", sinceExec(), statusMb("VmRSS:"));
}

/// As main() does it; with a home of its own, which takes no part in the time.
void start()
{
    const double entered = sinceExec();
    McpTest::WindowHarness harness;
    harness.addServer(u"demo"_s, program(u"../bin/mcp-demo-server"_s));
    const double began = sinceExec();
    double painted = 0;
    {
        Mcp::Settings settings(Mcp::Settings::defaultPath());
        const McpUi::Appearance appearance(&settings);
        Mcp::Orchestrator orchestrator(Mcp::OrchestratorPaths::standard());
        McpUi::MainWindow window(&orchestrator, &settings, harness.statePath());
        PaintWatch watch(&window);
        window.show();
        waitFor(watch);
        painted = sinceExec() - (began - entered);
    }
    harness.open();
    if (!harness.startAndList(u"demo"_s))
        qFatal("the demo server does not start");
    std::printf("%.3f %.3f\n", painted, statusMb("VmRSS:"));
}

/// The window with the benchmark's server, ready.
class Bench
{
public:
    explicit Bench(const QStringList &arguments = {})
    {
        m_harness.addServer(u"bench"_s, program(u"mcp-bench-server"_s), arguments);
        m_harness.open();
        m_harness.window().resize(1280, 800);
        if (!m_harness.startAndList(u"bench"_s))
            qFatal("the server does not start");
        m_base = statusMb("VmRSS:");
    }

    McpTest::WindowHarness &harness() { return m_harness; }
    GuiBeat &beat() { return m_beat; }
    Mcp::Server *server() { return m_harness.orchestrator().server(u"bench"_s); }

    /// Shows the bottom tab @p name and calls @p tool until its answer and @p done have come.
    void flood(const char *name, const QString &tab, const QString &tool, int count,
               const std::function<bool()> &done)
    {
        auto *tabs = m_harness.find<QTabWidget>(u"bottomTabs"_s);
        for (int i = 0; i < tabs->count(); ++i) {
            if (tabs->tabText(i).startsWith(tab))
                tabs->setCurrentIndex(i);
        }
        Mcp::Client client(server());
        bool answered = false;
        report(name, m_beat.step(
                             [&] {
                                 Mcp::Call *call = client.callTool(
                                         tool,
                                         Mcp::RawJson::fromText(
                                                 "{\"count\":" + QByteArray::number(count) + '}'));
                                 QObject::connect(call, &Mcp::Call::finished, &client,
                                                  [&] { answered = true; });
                             },
                             [&] { return answered && done(); }));
    }

    void step(const char *name, const std::function<void()> &what, QWidget *painted)
    {
        PaintWatch watch(painted);
        report(name, m_beat.step(what, [&] { return watch.seen; }));
    }

    void report(const char *name, const GuiStep &took) const
    {
        std::printf(
                "  %-34s %6lld ms   longest step %4lld ms, %4lld ms of it work   peak +%.1f MB%s\n",
                name, took.ms, took.longestMs, took.longestWork, took.peakMb - m_base,
                took.isDone ? "" : "   NOT DONE");
        std::fflush(stdout);
    }

private:
    McpTest::WindowHarness m_harness;
    GuiBeat m_beat;
    double m_base = 0;
};

void tools(int count)
{
    Bench bench({ u"tools=%1"_s.arg(count) });
    McpTest::WindowHarness &harness = bench.harness();
    auto *list = harness.find<QAbstractItemView>(u"toolList"_s);
    auto *filter = harness.find<QLineEdit>(u"toolFilter"_s);
    const QByteArray number = QByteArray::number(count) + " tools: ";
    // Shown: the list that is there is painted anew after it was taken from the server again.
    const auto *catalog = harness.orchestrator().tools(u"bench"_s);
    bool listed = false;
    QObject::connect(catalog, &Mcp::ToolCatalog::changed, list,
                     [&] { listed = !catalog->isLoading(); });
    harness.trigger(u"refreshToolsAction"_s);
    while (!listed)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    bench.step(
            number + "painted after arrival", [&] { list->viewport()->update(); },
            list->viewport());
    filter->setFocus();
    bench.step(
            number + "first key in the filter", [&] { QTest::keyClicks(filter, u"9"_s); },
            list->viewport());
    bench.step(
            number + "second key", [&] { QTest::keyClicks(filter, u"9"_s); }, list->viewport());
    bench.step(
            number + "filter cleared", [&] { filter->clear(); }, list->viewport());
    list->setFocus();
    bench.step(
            number + "selection by a key", [&] { QTest::keyClick(list, Qt::Key_End); },
            list->viewport());
}

/// What one does with 100,000 messages: filters them, and reads back to those that went to disk.
void reading(Bench &bench, int count)
{
    McpTest::WindowHarness &harness = bench.harness();
    auto *table = harness.find<QAbstractItemView>(u"messagesView"_s);
    auto *filter = harness.find<QLineEdit>(u"messagesFilter"_s);
    Mcp::TraceLog *const trace = bench.server()->trace();
    const auto floods = [&bench, count](const char *name) {
        bench.flood(name, u"Messages"_s, u"notify"_s, count, [] { return true; });
    };
    const auto step = [&bench](const char *name, const std::function<void()> &what,
                               const std::function<bool()> &done) {
        bench.report(name, bench.beat().step(what, done));
    };
    floods("100,000 in Messages");
    step(
            "filter by method and words",
            [filter] { filter->setText(u"method:notifications/message message number"_s); },
            [&] { return table->model()->rowCount() == count; });
    floods("100,000 more, filtered");
    step(
            "filter cleared", [filter] { filter->clear(); },
            [&] { return table->model()->rowCount() == trace->count(); });
    trace->setMaxBytes(4 * 1024 * 1024);
    floods("100,000 more, most to disk");
    const quint64 first = trace->firstSerial();
    step(
            "20,000 older ones from the disk", [table] { table->verticalScrollBar()->setValue(0); },
            [&] {
                if (table->verticalScrollBar()->value() > 0)
                    table->verticalScrollBar()->setValue(0); // and up again
                return trace->firstSerial() + 20'000 < first;
            });
}

int runOne(const QString &what, int count)
{
    if (what == "bare"_L1)
        return bare(), 0;
    if (what == "start"_L1)
        return start(), 0;
    if (what == "tools"_L1)
        return tools(count), 0;
    Bench bench;
    const auto *log = bench.server()->stderrLog();
    const auto *trace = bench.server()->trace();
    if (what == "stderr"_L1)
        bench.flood("1,000,000 lines on stderr", u"Stderr"_s, u"stderr"_s, count,
                    [&] { return log->nextSerial() >= quint64(count); });
    else if (what == "reading"_L1)
        reading(bench, count);
    else if (what == "messages"_L1)
        bench.flood("100,000 in Messages", u"Messages"_s, u"notify"_s, count, [] { return true; });
    else if (what == "notifications"_L1)
        bench.flood("100,000 in Notifications", u"Notifications"_s, u"notify"_s, count,
                    [] { return true; });
    else
        return std::fprintf(stderr, "unknown measurement\n"), 2;
    return trace->count() > 0 ? 0 : 1;
}

QByteArray run(const QStringList &arguments)
{
    QProcess process;
    timespec now = {};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"BENCH_START_NS"_s,
                       QString::number(qint64(now.tv_sec) * 1'000'000'000 + now.tv_nsec));
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), arguments);
    process.waitForFinished(-1);
    if (process.exitCode() != 0 || process.exitStatus() != QProcess::NormalExit)
        qFatal("%s failed", qPrintable(arguments.join(u' ')));
    return process.readAllStandardOutput();
}

double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

void runAll()
{
    QList<double> painted[2];
    QList<double> memory[2];
    for (int round = 0; round < kStarts; ++round) {
        for (int kind = 0; kind < 2; ++kind) {
            const QByteArrayList figures =
                    run({ kind ? u"start"_s : u"bare"_s }).trimmed().split(' ');
            painted[kind].append(figures.value(0).toDouble());
            memory[kind].append(figures.value(1).toDouble());
        }
    }
    std::printf(
            "  start to first paint: %.1f ms, bare window with the same panels %.1f ms (%.2f x); "
            "with the demo server ready %.1f MB, bare %.1f MB\n",
            median(painted[1]), median(painted[0]), median(painted[1]) / median(painted[0]),
            median(memory[1]), median(memory[0]));
    const QList<QStringList> others{
        { u"stderr"_s, u"1000000"_s },       { u"messages"_s, u"100000"_s },
        { u"notifications"_s, u"100000"_s }, { u"reading"_s, u"100000"_s },
        { u"tools"_s, u"5000"_s },           { u"tools"_s, u"100000"_s }
    };
    for (const QStringList &arguments : others)
        std::printf("%s", run(arguments).constData());
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QApplication::setApplicationName(u"mcp-orchestrator"_s);
    if (argc < 2)
        return runAll(), 0;
    return runOne(QString::fromLocal8Bit(argv[1]), argc > 2 ? QByteArray(argv[2]).toInt() : 0);
}
