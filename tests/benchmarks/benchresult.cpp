// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

// How long large results take until they are shown, searched and saved, how long the window does
// not react meanwhile, and what memory it takes. Prints one line a step. Without an argument every
// payload has its turn, each in a process of its own, so that peaks do not mix.

#include "resultpayloads.h"

#include "support/eachalone.h"
#include "support/guibeat.h"
#include "views/rawview.h"
#include "views/resultview.h"

#include <QtCore/qtemporarydir.h>
#include <QtWidgets/qabstractbutton.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qtabwidget.h>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;
using namespace McpUi;

namespace {

/// One payload in one result view, step by step.
class Bench : public QObject
{
public:
    explicit Bench(const QByteArray &payload)
        : m_payload(payload)
    {
        m_view.resize(900, 700);
        m_view.show();
        connect(&m_view, &ResultView::shown, this, [this] { m_isShown = true; });
        connect(&m_view, &ResultView::saveRequested, this, [this](const QByteArray &bytes) {
            m_view.saveTo(bytes, m_folder.filePath(u"saved.json"_s));
        });
        QCoreApplication::processEvents();
    }

    void run()
    {
        const auto result = Mcp::RawJson::fromText(m_payload);
        m_base = McpTest::statusMb("VmRSS:");
        step(
                "open", [&] { show(result); }, [this] { return m_isShown; });
        auto *tabs = m_view.findChild<QTabWidget *>(u"resultTabs"_s);
        if (tabs->isTabEnabled(1)) {
            step(
                    "structured", [&] { tabs->setCurrentIndex(1); }, [] { return true; });
            find(u"findStructured"_s, u"treeFind"_s);
        }
        bool isRaw = false;
        connect(m_view.findChild<RawView *>(), &RawView::shown, this, [&isRaw] { isRaw = true; });
        step(
                "raw", [&] { tabs->setCurrentIndex(2); }, [&isRaw] { return isRaw; });
        find(u"rawFindOpen"_s, u"rawFind"_s);
        step(
                "save", [this] { click(u"saveResult"_s); },
                [this] { return text(u"resultFacts"_s).contains(u"saved to"_s); });
        m_isShown = false;
        step(
                "next result", [this] { show(Mcp::RawJson::fromText("{\"content\":[]}")); },
                [this] { return m_isShown; });
    }

private:
    void show(const Mcp::RawJson &result)
    {
        CallOutcome outcome;
        outcome.result = result;
        m_view.setOutcome(outcome);
    }

    QString text(const QString &name) const { return m_view.findChild<QLabel *>(name)->text(); }
    void click(const QString &name) { m_view.findChild<QAbstractButton *>(name)->click(); }

    void find(const QString &button, const QString &bar)
    {
        step(
                qPrintable(u"find in %1"_s.arg(bar.first(bar.size() - 4))),
                [&] {
                    click(button);
                    m_view.findChild<QLineEdit *>(bar + u".text"_s)
                            ->setText(QString::fromLatin1(ResultPayloads::kNeedle));
                },
                [&] { return text(bar + u".state"_s) == u"1 of 1"_s; });
    }

    void step(const char *name, const std::function<void()> &what,
              const std::function<bool()> &done)
    {
        const McpTest::GuiStep took = m_beat.step(what, done);
        const double extra = (took.peakMb - m_base) * 1e6 / double(m_payload.size());
        std::printf("  %-14s %6lld ms   longest step %4lld ms, %4lld ms of it work   "
                    "peak +%.2f x payload%s\n",
                    name, took.ms, took.longestMs, took.longestWork, extra,
                    took.isDone ? "" : "   NOT DONE");
        std::fflush(stdout);
    }

    QByteArray m_payload;
    QTemporaryDir m_folder;
    ResultView m_view;
    McpTest::GuiBeat m_beat;
    double m_base = 0;
    bool m_isShown = false;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    if (argc < 2)
        return McpTest::runEachAlone(ResultPayloads::names());
    const QString name = QString::fromLocal8Bit(argv[1]);
    const QByteArray payload = ResultPayloads::make(name);
    if (payload.isEmpty()) {
        std::fprintf(stderr, "unknown payload; there are: %s\n",
                     qPrintable(ResultPayloads::names().join(u' ')));
        return 2;
    }
    std::printf("%s, %.1f MB\n", qPrintable(name), double(payload.size()) / 1e6);
    Bench(payload).run();
    return 0;
}
