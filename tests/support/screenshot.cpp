// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

// Makes pictures of the real window on real servers, for the README and for looking at it: the
// steps on the command line are carried out one after the other (see tests/README.md). The home
// folder is a temporary one.

#include "support/windowharness.h"

#include "orchestrator/catalog.h"
#include "orchestrator/serverstore.h"
#include "orchestrator/subjectkind.h"
#include "shell/appearance.h"
#include "shell/pagetabs.h"
#include "shell/servercommands.h"
#include "transport/launchspec.h"
#include "views/callpage.h"

#include <QtCore/qloggingcategory.h>
#include <QtGui/qpainter.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qabstractitemview.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qmenu.h>
#include <QtWidgets/qtoolbutton.h>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;
using Kind = Mcp::CallSubject::Kind;
using McpTest::WindowHarness;

namespace {

const char *const help = R"(Usage: mcp-screenshot STEP…
  size=WxH              of the window
  scheme=light|dark
  server=NAME:COMMAND   puts a server into the list
  select=NAME           selects it
  start=NAME            starts it and waits until it is ready or has failed
  tool=NAME             opens a tool of the selected server
  resource=URI          opens a resource of it, or a template, and reads it if it is one
  prompt=NAME           opens a prompt of it
  arguments=JSON        for the open page
  call                  calls and waits for the result
  action=NAME           triggers an action by objectName
  row=VIEW:N            selects a row of a list or table by objectName
  type=WIDGET:TEXT      types into a widget
  click=WIDGET
  choose=BUTTON:N       takes the entry N of a button's menu, separators not counted
  key=SEQUENCE          to what has the focus
  wait=MS
  grab=FILE             the window, or what is in front of it, as PNG
)";

/// With what has popped up over it.
bool grab(WindowHarness &harness, const QString &path)
{
    QTest::qWait(50);
    QWidget *front = QApplication::activeModalWidget();
    QWidget *const active = QApplication::activeWindow();
    if (!front) // a popup is drawn over its window
        front = active && active->windowType() != Qt::Popup ? active : &harness.window();
    QPixmap picture = front->grab();
    QPainter painter(&picture);
    const QWidgetList all = QApplication::topLevelWidgets();
    for (QWidget *widget : all) {
        if (widget != front && widget->isVisible() && widget->windowType() == Qt::Popup)
            painter.drawPixmap(widget->mapToGlobal(QPoint()) - front->mapToGlobal(QPoint()),
                               widget->grab());
    }
    painter.end();
    return picture.save(path);
}

bool choose(WindowHarness &harness, const QString &value)
{
    const auto *button = qobject_cast<QToolButton *>(harness.find(value.section(u':', 0, 0)));
    if (!button || !button->menu())
        return false;
    emit button->menu()->aboutToShow();
    QList<QAction *> entries = button->menu()->actions();
    entries.removeIf([](const QAction *action) { return action->isSeparator(); });
    QAction *entry = entries.value(value.section(u':', 1).toInt());
    if (entry)
        entry->trigger();
    return entry;
}

bool addServer(WindowHarness &harness, const QString &value)
{
    const auto words = Mcp::splitCommandLine(value.section(u':', 1));
    if (!words || words->isEmpty())
        return false;
    harness.addServer(value.section(u':', 0, 0), words->first(), words->mid(1));
    return true;
}

bool start(WindowHarness &harness, const QString &name)
{
    harness.window().selectServer(name);
    harness.window().commands()->start(name);
    const Mcp::Server *server = harness.orchestrator().server(name);
    return server
           && QTest::qWaitFor(
                   [server] {
                       return server->state() == Mcp::Server::State::Ready
                              || server->state() == Mcp::Server::State::Failed;
                   },
                   90'000);
}

bool call(WindowHarness &harness)
{
    McpUi::CallPage *page = harness.window().pages()->currentPage();
    if (!page)
        return false;
    page->call();
    return QTest::qWaitFor([page] { return !page->isRunning(); }, 60'000);
}

/// As Enter on its row: what has no arguments is read.
bool openPage(WindowHarness &harness, Kind kind, const QString &name)
{
    McpUi::MainWindow &window = harness.window();
    const QString server = window.currentServer();
    if (Mcp::Catalog *catalog =
                Mcp::SubjectKind::of(kind).catalog(harness.orchestrator(), server)) {
        if (!catalog->isListed() && !catalog->isLoading())
            catalog->refresh();
        (void)QTest::qWaitFor([catalog] { return !catalog->isLoading(); }, 60'000);
    }
    McpUi::CallPage *page = window.pages()->open(server, { kind, name });
    page->enter();
    return QTest::qWaitFor([page] { return !page->isRunning(); }, 60'000);
}

bool selectRow(WindowHarness &harness, const QString &value)
{
    auto *view = harness.find<QAbstractItemView>(value.section(u':', 0, 0));
    if (!view)
        return false;
    view->setCurrentIndex(view->model()->index(value.section(u':', 1).toInt(), 0));
    return view->currentIndex().isValid();
}

bool type(WindowHarness &harness, const QString &value)
{
    auto *widget = harness.find(value.section(u':', 0, 0));
    if (widget)
        QTest::keyClicks(widget, value.section(u':', 1));
    return widget;
}

bool resize(WindowHarness &harness, const QString &value)
{
    harness.window().resize(value.section(u'x', 0, 0).toInt(), value.section(u'x', 1).toInt());
    return true;
}

bool carryOut(WindowHarness &harness, const QString &step)
{
    const QString name = step.section(u'=', 0, 0);
    const QString value = step.section(u'=', 1);
    McpUi::MainWindow &window = harness.window();
    if (name == "size"_L1)
        return resize(harness, value);
    if (name == "scheme"_L1)
        return harness.settings().set(Mcp::Settings::Key::ColorScheme, value), true;
    if (name == "server"_L1)
        return addServer(harness, value);
    if (name == "select"_L1)
        return window.selectServer(value), true;
    if (name == "start"_L1)
        return start(harness, value);
    if (name == "tool"_L1)
        return openPage(harness, Kind::Tool, value);
    if (name == "resource"_L1)
        return openPage(harness, value.contains(u'{') ? Kind::ResourceTemplate : Kind::Resource,
                        value);
    if (name == "prompt"_L1)
        return openPage(harness, Kind::Prompt, value);
    if (name == "arguments"_L1)
        return window.pages()->currentPage()->setArguments(Mcp::RawJson::fromText(value.toUtf8())),
               true;
    if (name == "call"_L1)
        return call(harness);
    if (name == "action"_L1)
        return harness.trigger(value), true;
    if (name == "row"_L1)
        return selectRow(harness, value);
    if (name == "type"_L1)
        return type(harness, value);
    if (name == "click"_L1)
        return QTest::mouseClick(harness.find(value), Qt::LeftButton), true;
    if (name == "choose"_L1)
        return choose(harness, value);
    if (name == "key"_L1)
        return harness.key(value), true;
    if (name == "wait"_L1)
        return QTest::qWait(value.toInt()), true;
    return name == "grab"_L1 && grab(harness, value);
}

} // namespace

int main(int argc, char *argv[])
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QLoggingCategory::setFilterRules(u"qt.qpa.*=false"_s);
    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    const QStringList steps = QApplication::arguments().mid(1);
    if (steps.isEmpty() || steps.contains(u"--help"_s))
        return std::fputs(help, stdout) < 0;
    WindowHarness harness;
    harness.prompter().agree = true;
    harness.open();
    McpUi::Appearance appearance(&harness.settings());
    for (const QString &step : steps) {
        if (!carryOut(harness, step)) {
            std::fprintf(stderr, "This step did not work: %s\n", qPrintable(step));
            return 1;
        }
    }
    return 0;
}
