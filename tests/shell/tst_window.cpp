// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "support/windowtest.h"

#include "orchestrator/history.h"
#include "orchestrator/serverstore.h"
#include "shell/appearance.h"
#include "shell/opening.h"
#include "shell/pagetabs.h"
#include "shell/servercommands.h"
#include "views/callpage.h"

#include <QtCore/qdir.h>
#include <QtCore/qsavefile.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qabstractbutton.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qlistview.h>

using namespace Qt::Literals::StringLiterals;
using McpUi::Opening;
using McpUi::OpeningRequest;
using State = Mcp::Server::State;

namespace {

/// A list with the fake server, started with @p arguments (JSON, without the brackets).
QByteArray definitions(const QByteArray &arguments)
{
    return R"({"mcpServers": {"fake": {"command": ")" + McpTest::fakeServerPath().toUtf8()
           + R"(", "args": [)" + arguments + "]}}}";
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// The window as a whole: opened with wishes, closed in the middle of work, its list changed by
/// others, saving, colours.
class TestWindow : public McpTest::WindowTest
{
    Q_OBJECT

private slots:
    void init() { makeHarness(); }
    void cleanup() { m_harness.reset(); }
    void openedWithAToolAndACall();
    void openedWithACommand();
    void openingProblems_data();
    void openingProblems();
    void quitWithRunningCalls();
    void quitWithoutAsking();
    void closingAPageWithARunningCall();
    void refusedConsentStartsNothing();
    void consentIsToWhatWasShown();
    void listChangedByOthers();
    void changedCommandAsksAgain();
    void brokenListKeepsTheLastGoodOne();
    void saveAResult();
    void saveWhatAPanelShows();
    void colourScheme();
    void tenThousandTools();
    void longNamesStayInTheirPlaces();

private:
    McpUi::CallPage *openEcho() const;
    /// As another program does, by a rename over the file.
    void writeServers(const QByteArray &json) const
    {
        QVERIFY(QDir().mkpath(QFileInfo(m_harness->serversPath()).path()));
        QSaveFile file(m_harness->serversPath());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(json);
        QVERIFY(file.commit());
    }
};

McpUi::CallPage *TestWindow::openEcho() const
{
    return m_harness->window().pages()->openWith(u"fake"_s, u"echo"_s,
                                                 Mcp::RawJson::fromText(R"({"text":"Zürich"})"));
}

void TestWindow::openedWithAToolAndACall()
{
    m_harness->addServer(u"fake"_s, McpTest::fakeServerPath());
    m_harness->open();
    OpeningRequest request;
    request.subject = u"echo"_s; // there is one server: no need to name it
    request.arguments = Mcp::RawJson::fromText(R"({"text":"Zürich"})");
    request.call = true;
    QCOMPARE(Opening::prepare(request, &m_harness->orchestrator()), QString());
    QPointer<Opening> opening =
            new Opening(request, &m_harness->orchestrator(), &m_harness->window());
    opening->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_harness->orchestrator().history()->count(), 1, 20'000);
    const auto *entry = m_harness->orchestrator().history()->latest(u"fake"_s, u"echo"_s);
    QVERIFY(entry);
    QCOMPARE(entry->arguments.value("text").toString(), u"Zürich"_s);
    QTRY_COMPARE(find<QLabel>(u"resultOutcome"_s)->text(), u"✓ Success"_s);
    QCOMPARE(m_harness->window().currentServer(), u"fake"_s);
    QTRY_VERIFY(!opening);
}

void TestWindow::openedWithACommand()
{
    m_harness->addServer(u"mcp-fake-server"_s, u"other"_s); // has the name already
    m_harness->open();
    OpeningRequest request;
    request.command = { McpTest::fakeServerPath(), u"--framing"_s, u"newline"_s };
    QCOMPARE(Opening::prepare(request, &m_harness->orchestrator()), QString());
    (new Opening(request, &m_harness->orchestrator(), &m_harness->window()))->start();
    QVERIFY(m_harness->waitForState(u"mcp-fake-server 2"_s, State::Ready));
    QVERIFY(m_harness->prompter().consents.isEmpty()); // typed by whoever opened the window
    // It is for this run only: nothing of it is in the file.
    QVERIFY(!contents(m_harness->serversPath()).contains("--framing"));
}

void TestWindow::openingProblems_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("tool");
    QTest::addColumn<QString>("words");
    QTest::newRow("unknown server") << u"c"_s << QString() << u"“c”"_s;
    QTest::newRow("says what there is") << u"c"_s << QString() << u"a, b"_s;
    QTest::newRow("which server?") << QString() << u"echo"_s << u"--server"_s;
    QTest::newRow("nothing wanted") << QString() << QString() << QString();
}

void TestWindow::openingProblems()
{
    QFETCH(QString, server);
    QFETCH(QString, tool);
    QFETCH(QString, words);
    m_harness->addServer(u"a"_s, u"x"_s);
    m_harness->addServer(u"b"_s, u"x"_s);
    m_harness->open();
    OpeningRequest request;
    request.server = server;
    if (!tool.isEmpty())
        request.subject = tool;
    const QString problem = Opening::prepare(request, &m_harness->orchestrator());
    QVERIFY2(words.isEmpty() ? problem.isEmpty() : problem.contains(words), qPrintable(problem));
}

void TestWindow::quitWithRunningCalls()
{
    startFake({ u"--scenario"_s, u"hold"_s });
    McpUi::CallPage *page = openEcho();
    page->call();
    QVERIFY(page->isRunning());
    QSignalSpy done(&m_harness->window(), &McpUi::MainWindow::done);

    m_harness->key(u"Ctrl+Q"_s);
    QTRY_COMPARE(m_harness->prompter().questions.size(), 1);
    QVERIFY(m_harness->prompter().questions.first().text.contains(u"1 call"_s));
    QVERIFY(m_harness->window().isVisible() && page->isRunning()); // it goes on

    m_harness->prompter().agree = true;
    m_harness->key(u"Ctrl+Q"_s);
    QTRY_VERIFY(!m_harness->window().isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(done.size(), 1, 20'000);
    QVERIFY(!m_harness->orchestrator().hasRunningServers());
    QVERIFY(!page->isRunning());
}

void TestWindow::quitWithoutAsking()
{
    startFake({ u"--scenario"_s, u"hold"_s });
    m_harness->settings().set(Mcp::Settings::Key::ConfirmQuitWithCalls, false);
    openEcho()->call();
    QSignalSpy done(&m_harness->window(), &McpUi::MainWindow::done);
    m_harness->key(u"Ctrl+Q"_s);
    QTRY_COMPARE_WITH_TIMEOUT(done.size(), 1, 20'000);
    QVERIFY(m_harness->prompter().questions.isEmpty());
}

void TestWindow::closingAPageWithARunningCall()
{
    startFake({ u"--scenario"_s, u"hold"_s });
    const QPointer<McpUi::CallPage> page = openEcho();
    page->call();
    m_harness->key(u"Ctrl+W"_s);
    QTRY_COMPARE(m_harness->prompter().questions.size(), 1);
    QVERIFY(page && page->isRunning());
    m_harness->prompter().agree = true;
    m_harness->key(u"Ctrl+W"_s);
    QTRY_VERIFY(!page);
    // The call was given up, not forgotten: it stands in the history as cancelled.
    QTRY_COMPARE(m_harness->orchestrator().history()->count(), 1);
    QVERIFY(m_harness->orchestrator().server(u"fake"_s)->state() == State::Ready);
}

void TestWindow::refusedConsentStartsNothing()
{
    m_harness->open();
    writeServers(definitions({}));
    QTRY_VERIFY(m_harness->orchestrator().server(u"fake"_s));
    m_harness->window().selectServer(u"fake"_s);
    find<QListView>(u"serverList"_s)->setFocus();
    m_harness->key(u"Return"_s);
    QTRY_COMPARE(m_harness->prompter().consents.size(), 1);
    QCOMPARE(m_harness->prompter().consents.first().launch.command, McpTest::fakeServerPath());
    QVERIFY(m_harness->orchestrator().server(u"fake"_s)->state() == State::Stopped);
    m_harness->prompter().agree = true;
    m_harness->key(u"Return"_s);
    QVERIFY(m_harness->waitForState(u"fake"_s, State::Ready));
}

/// The definition is exchanged behind the question.
void TestWindow::consentIsToWhatWasShown()
{
    m_harness->open();
    writeServers(definitions({}));
    QTRY_VERIFY(m_harness->orchestrator().server(u"fake"_s));
    m_harness->prompter().agree = true;
    QSignalSpy told(m_harness->window().commands(), &McpUi::ServerCommands::told);
    m_harness->window().commands()->start(u"fake"_s); // the answer comes from the event loop
    QCOMPARE(m_harness->prompter().consents.size(), 1);
    Mcp::Server *server = m_harness->orchestrator().server(u"fake"_s);
    Mcp::ServerSpec other = server->spec();
    other.launch.arguments = { u"--framing"_s, u"newline"_s };
    server->setSpec(other);
    QTRY_COMPARE(told.size(), 1);
    QVERIFY(told.first().first().toString().contains(u"changed"_s));
    QVERIFY(server->state() == State::Stopped);
}

void TestWindow::listChangedByOthers()
{
    startFake();
    const qint64 pid = m_harness->orchestrator().server(u"fake"_s)->processId();
    auto *list = find<QListView>(u"serverList"_s);
    QCOMPARE(list->model()->rowCount(), 1);
    QByteArray json = contents(m_harness->serversPath());
    QVERIFY(json.contains("\"fake\""));
    json.replace("\"fake\"", R"("new": {"command": "x"}, "fake")");
    writeServers(json);
    QTRY_COMPARE(list->model()->rowCount(), 2);
    // What did not change runs on, selected as before.
    QCOMPARE(m_harness->orchestrator().server(u"fake"_s)->processId(), pid);
    QCOMPARE(m_harness->window().currentServer(), u"fake"_s);
    openEcho();

    writeServers(R"({"mcpServers": {"new": {"command": "x"}}})");
    QTRY_COMPARE(list->model()->rowCount(), 1);
    QTRY_VERIFY(!McpTest::processExists(pid)); // gone from the list, gone from the machine
    QCOMPARE(m_harness->window().currentServer(), u"new"_s);
    QVERIFY(m_harness->window().pages()->currentPage()); // what was typed stays
}

void TestWindow::changedCommandAsksAgain()
{
    startFake();
    writeServers(definitions(R"("--framing", "newline")"));
    QTRY_COMPARE(m_harness->orchestrator().server(u"fake"_s)->spec().launch.arguments.size(), 2);
    Mcp::Server *server = m_harness->orchestrator().server(u"fake"_s);
    const auto isNew = [server, pid = server->processId()] {
        return server->state() == State::Ready && server->processId() != pid;
    };
    m_harness->window().commands()->restart(u"fake"_s);
    QTRY_COMPARE(m_harness->prompter().consents.size(), 1);
    m_harness->prompter().agree = true;
    m_harness->window().commands()->restart(u"fake"_s);
    QTRY_VERIFY(isNew());
    QCOMPARE(m_harness->prompter().consents.size(), 2);
    const auto isNewer = [server, pid = server->processId()] {
        return server->state() == State::Ready && server->processId() != pid;
    };
    m_harness->window().commands()->restart(u"fake"_s); // agreed to once, it is agreed to
    QTRY_VERIFY(isNewer());
    QCOMPARE(m_harness->prompter().consents.size(), 2);
}

void TestWindow::brokenListKeepsTheLastGoodOne()
{
    startFake();
    const QByteArray good = contents(m_harness->serversPath());
    auto *list = find<QListView>(u"serverList"_s);
    writeServers("{\"mcpServers\": {\n  \"fake\": }}");
    const auto saysWhere = [this] {
        const QList<QLabel *> labels =
                find(u"serversPanel"_s)->findChildren<QLabel *>(u"noticeText"_s);
        return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() && label->text().contains(u"line 2"_s);
        });
    };
    QTRY_VERIFY(saysWhere());
    QCOMPARE(list->model()->rowCount(), 1);
    QVERIFY(m_harness->orchestrator().server(u"fake"_s)->state() == State::Ready);
    // Nothing is written over a file that somebody is in the middle of editing.
    Mcp::ServerSpec spec;
    spec.name = u"another"_s;
    spec.launch.command = u"x"_s;
    QVERIFY(m_harness->orchestrator().store()->add(spec));
    QVERIFY(contents(m_harness->serversPath()).startsWith("{\"mcpServers\": {\n  \"fake\": }}"));
    writeServers(good);
    QTRY_VERIFY(!saysWhere());
    QVERIFY(m_harness->orchestrator().server(u"fake"_s)->state() == State::Ready);
}

void TestWindow::saveAResult()
{
    startFake();
    McpUi::CallPage *page = openEcho();
    page->call();
    QTRY_VERIFY(!page->isRunning());
    const QString path = m_harness->home().dataPath(u"saved.json"_s);
    m_harness->prompter().savePath = path;
    QTest::mouseClick(find(u"saveResult"_s), Qt::LeftButton);
    QTRY_VERIFY(contents(path).contains("Zürich"));
    QCOMPARE(m_harness->prompter().proposedNames, QStringList(u"echo-result.json"_s));
    QVERIFY(find<QLabel>(u"resultFacts"_s)->text().contains(path));

    m_harness->prompter().savePath.clear(); // nowhere, after all
    QVERIFY(QFile::remove(path));
    QTest::mouseClick(find(u"block1.save"_s), Qt::LeftButton);
    QTRY_COMPARE(m_harness->prompter().proposedNames.size(), 2);
    QCOMPARE(m_harness->prompter().proposedNames.last(), u"echo-block1.txt"_s);
    QVERIFY(!QFile::exists(path));

    m_harness->prompter().savePath = u"/no/such/folder/x.txt"_s;
    QTest::mouseClick(find(u"block1.save"_s), Qt::LeftButton);
    QTRY_VERIFY(find<QLabel>(u"resultFacts"_s)->text().contains(u"not saved to"_s));
}

void TestWindow::saveWhatAPanelShows()
{
    m_harness->addServer(u"../fake"_s, McpTest::fakeServerPath(),
                         { u"--scenario"_s, u"stderr-flood=300"_s });
    m_harness->open();
    QVERIFY(m_harness->startAndList(u"../fake"_s));
    const QString path = m_harness->home().dataPath(u"stderr.txt"_s);
    m_harness->prompter().savePath = path;
    m_harness->trigger(u"showStderrAction"_s);
    auto *view = find<QListView>(u"stderrView"_s);
    QTRY_VERIFY(view->model()->rowCount() >= 300);
    find<QAbstractButton>(u"stderrSave"_s)->click();
    QTRY_VERIFY(contents(path).count('\n') >= 300);
    QCOMPARE(m_harness->prompter().proposedNames, QStringList(u"---fake-stderr.txt"_s));
    QTRY_VERIFY(find<QWidget>(u"statusLine"_s)->isVisible());
}

void TestWindow::colourScheme()
{
    m_harness->open();
    McpUi::Appearance appearance(&m_harness->settings());
    const auto lightness = [this] {
        const QImage picture = m_harness->window().grab().toImage();
        return picture.pixelColor(picture.width() / 2, picture.height() / 2).lightness();
    };
    for (const QString &scheme : { u"Dark"_s, u"Light"_s, u"Dark"_s }) {
        m_harness->trigger(u"scheme%1Action"_s.arg(scheme));
        QCOMPARE(m_harness->settings().get(Mcp::Settings::Key::ColorScheme).toString(),
                 scheme.toLower());
        QTRY_COMPARE(lightness() < 128, scheme == u"Dark"_s);
    }
    QApplication::setPalette(McpUi::Appearance::lightPalette());
}

void TestWindow::tenThousandTools()
{
    startFake({ u"--scenario"_s, u"tools=10000"_s });
    auto *list = find<QListView>(u"toolList"_s);
    QTRY_VERIFY(list->model()->rowCount() > 10'000);
    QTRY_VERIFY(find<QLabel>(u"toolCount"_s)->text().startsWith(u"10,0"_s));
    auto *filter = find<QLineEdit>(u"toolFilter"_s);
    filter->setFocus();
    QTest::keyClicks(filter, u"tool-09999"_s);
    QTRY_COMPARE(list->model()->rowCount(), 1);
    m_harness->key(u"Return"_s);
    QTRY_VERIFY(m_harness->window().pages()->currentPage());
    QCOMPARE(m_harness->window().pages()->currentPage()->subject().name, u"tool-09999"_s);
}

void TestWindow::longNamesStayInTheirPlaces()
{
    const QString name(300, u'w');
    m_harness->addServer(name, McpTest::fakeServerPath());
    m_harness->open();
    const QSize before = m_harness->window().size();
    QVERIFY(m_harness->startAndList(name));
    m_harness->window().pages()->open(name, u"echo"_s);
    m_harness->window().pages()->open(name, QString(500, u'x'));
    QTest::qWait(0);
    QCOMPARE(m_harness->window().size(), before);
    QVERIFY2(m_harness->window().minimumSizeHint().width() <= 1000,
             qPrintable(QString::number(m_harness->window().minimumSizeHint().width())));
}

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
