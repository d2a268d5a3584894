// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "shell/askingwindow.h"

#include "shell/pagetabs.h"
#include "shell/servercommands.h"
#include "support/testprocess.h"
#include "views/callpage.h"
#include "views/resultview.h"

#include <QtTest/qsignalspy.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qscrollarea.h>
#include <QtWidgets/qscrollbar.h>
#include <QtWidgets/qtabbar.h>
#include <QtWidgets/qtoolbutton.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

/// The window on small screens, or on large ones at 200 %: everything can be reached.
class TestSmallWindow : public McpTest::AskingWindow
{
    Q_OBJECT

private slots:
    void init() { makeHarness(); }
    void cleanup() { m_harness.reset(); }
    void everythingHasRoom_data();
    void everythingHasRoom();
    void failureCanBeRead();
    void manyPagesKeepTheirNames();
    void logsKeepTheirNames();
    void callAsTaskMovesNothing();
    void resultIsInSight_data();
    void resultIsInSight();
    void templateTakesNoRoom();
    void questionCanBeAnswered_data();
    void questionCanBeAnswered();

private:
    QString whatHasNoRoom() const;
    void startDemo()
    {
        m_harness->addServer(u"demo"_s, McpTest::programPath(u"mcp-demo-server"_s));
        m_harness->open();
        QVERIFY(m_harness->startAndList(u"demo"_s));
    }
    static QString focusName()
    {
        const QWidget *focus = QApplication::focusWidget();
        return focus ? focus->objectName() : QString();
    }
    /// What is left of it inside of everything that it stands in.
    int heightInSight(const QString &name) const
    {
        const QWidget *const widget = find(name);
        QRect rect = widget->isVisible() ? widget->rect() : QRect();
        for (const QWidget *at = widget; !at->isWindow(); at = at->parentWidget())
            rect = rect.translated(at->pos()).intersected(at->parentWidget()->rect());
        return rect.height();
    }
    bool scrollsWithinAnother() const;
    /// A page with the result of a call.
    McpUi::CallPage *openCalled()
    {
        startFake();
        McpUi::CallPage *page = m_harness->window().pages()->openWith(
                u"fake"_s, u"echo"_s, Mcp::RawJson::fromText("{\"text\":\"hello\"}"));
        QSignalSpy shown(page->result(), &McpUi::ResultView::shown);
        page->call();
        if (!QTest::qWaitFor([&shown] { return shown.count() == 1; }, McpTest::kWaitMs))
            qFatal("no result");
        return page;
    }
};

void TestSmallWindow::everythingHasRoom_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("1920x1080 at 200 %") << QSize(960, 540);
    QTest::newRow("narrow and low") << QSize(800, 480);
    QTest::newRow("wide and low") << QSize(1300, 400);
}

void TestSmallWindow::everythingHasRoom()
{
    QFETCH(QSize, size);
    openCalled();
    m_harness->window().resize(size);
    // The form and the result go below each other, or back beside, when they hear of it.
    QTRY_VERIFY2(m_harness->window().minimumSizeHint().height() <= size.height()
                         && whatHasNoRoom().isEmpty(),
                 qPrintable(whatHasNoRoom()));
    QCOMPARE(m_harness->window().size(), size);
}

/// The name of a widget that is cut or out of the window.
QString TestSmallWindow::whatHasNoRoom() const
{
    for (const char *name : { "callButton", "resultOutcome", "resultTabBar", "formMode",
                              "bottomTabBar", "stderrFilter", "toolFilter", "serverFilter" }) {
        const auto *widget = find(QString::fromLatin1(name));
        if (widget->visibleRegion().boundingRect() != widget->rect()
            || widget->height() < widget->minimumSizeHint().height())
            return QString::fromLatin1(name);
    }
    return {};
}

/// What has no room scrolls; no line of it is cut.
void TestSmallWindow::failureCanBeRead()
{
    m_harness->addServer(u"bad"_s, McpTest::fakeServerPath(),
                         { u"--scenario"_s, u"exit-at-start=1"_s });
    m_harness->open();
    m_harness->window().commands()->start(u"bad"_s);
    QVERIFY(m_harness->waitForState(u"bad"_s, Mcp::Server::State::Failed));
    m_harness->window().resize(800, 480);
    const auto isCut = [](const QLabel *label) {
        return label->isVisible() && label->height() < label->heightForWidth(label->width());
    };
    const QList<QLabel *> labels = find(u"failurePane"_s)->findChildren<QLabel *>();
    QTRY_VERIFY(std::none_of(labels.begin(), labels.end(), isCut));
    const auto *copy = find(u"failureCopyButton"_s);
    QCOMPARE(copy->visibleRegion().boundingRect(), copy->rect());
    QVERIFY(find(u"failureReason"_s)->visibleRegion().boundingRect().height() > 0);
}

/// When there are more than have room, the tabs scroll.
void TestSmallWindow::manyPagesKeepTheirNames()
{
    startFake();
    m_harness->window().resize(1000, 600);
    auto *bar = find<QTabBar>(u"pageTabBar"_s);
    for (int i = 0; i < 12; ++i)
        m_harness->window().pages()->openWith(u"fake"_s, u"look-up-%1"_s.arg(i), {});
    QTRY_COMPARE(bar->count(), 12);
    for (int i = 0; i < bar->count(); ++i) {
        const int least = bar->fontMetrics().horizontalAdvance(bar->tabText(i))
                          + bar->tabButton(i, QTabBar::RightSide)->width();
        QVERIFY2(bar->tabRect(i).width() > least,
                 qPrintable(QString::number(bar->tabRect(i).width())));
    }
    QVERIFY(bar->visibleRegion().boundingRect().contains(bar->tabRect(11).center()));
}

/// Whatever tools stand beside the tabs of the logs.
void TestSmallWindow::logsKeepTheirNames()
{
    openCalled();
    m_harness->window().resize(900, 600);
    auto *bar = find<QTabBar>(u"bottomTabBar"_s);
    for (int current = 0; current < bar->count(); ++current) {
        bar->setCurrentIndex(current);
        const auto isCut = [bar] {
            for (int i = 0; i < bar->count(); ++i) {
                if (bar->tabRect(i).width() < bar->fontMetrics().horizontalAdvance(bar->tabText(i)))
                    return true;
            }
            return false;
        };
        QTRY_VERIFY2(!isCut(), qPrintable(bar->tabText(current)));
    }
}

/// What one presses has its height, and stays where it is when it was pressed.
void TestSmallWindow::callAsTaskMovesNothing()
{
    m_harness->addServer(u"demo"_s, McpTest::programPath(u"mcp-demo-server"_s),
                         { u"--era"_s, u"legacy"_s });
    m_harness->open();
    QVERIFY(m_harness->startAndList(u"demo"_s));
    McpUi::CallPage *page = m_harness->window().pages()->openWith(
            u"demo"_s, u"background-report"_s, Mcp::RawJson::fromText("{\"seconds\":600}"));
    m_harness->window().resize(900, 600);
    const auto isSquashed = [this] {
        for (const QString &name : { u"callButton"_s, u"cancelButton"_s, u"taskSeconds"_s }) {
            const auto *widget = find(name);
            if (widget->isVisible() && widget->height() < widget->sizeHint().height())
                return true;
        }
        return false;
    };
    click(u"runAsTask"_s);
    QTRY_VERIFY(find(u"taskSeconds"_s)->isVisible() && !isSquashed());
    // While it is being made it is wider.
    QTRY_VERIFY(page->minimumSizeHint().width() < 400 && page->width() < 400);
    const int width = page->width();
    click(u"callButton"_s);
    QTRY_VERIFY(find(u"taskText"_s)->isVisible());
    QTRY_VERIFY(!isSquashed());
    QVERIFY(!find(u"taskSeconds"_s)->isVisible());
    QCOMPARE(page->width(), width);
    click(u"cancelButton"_s);
    QTRY_VERIFY(find(u"taskSeconds"_s)->isVisible());
}

void TestSmallWindow::resultIsInSight_data()
{
    QTest::addColumn<QString>("tool");
    QTest::addColumn<QByteArray>("arguments");
    QTest::newRow("long description")
            << u"schema-zoo"_s << QByteArray(R"({"text":"x","confirm":true})");
    QTest::newRow("many buttons") << u"text"_s << QByteArray("{}");
}

/// Of a call that went well some lines are in sight; a description and words give way to them.
void TestSmallWindow::resultIsInSight()
{
    QFETCH(QString, tool);
    QFETCH(QByteArray, arguments);
    startDemo();
    McpUi::CallPage *page = m_harness->window().pages()->openWith(
            u"demo"_s, tool, Mcp::RawJson::fromText(arguments));
    m_harness->window().resize(900, 600);
    QSignalSpy shown(page->result(), &McpUi::ResultView::shown);
    page->call();
    QTRY_COMPARE(shown.count(), 1);
    const int line = page->fontMetrics().height();
    QTRY_VERIFY2(heightInSight(u"block1.pane"_s) >= line,
                 qPrintable(QString::number(heightInSight(u"block1.pane"_s))));
    const auto *copy = find<QToolButton>(u"block1.copy"_s);
    const auto *save = find<QToolButton>(u"saveResult"_s);
    QCOMPARE(copy->toolButtonStyle(), Qt::ToolButtonIconOnly);
    QCOMPARE(copy->visibleRegion().boundingRect(), copy->rect());
    QCOMPARE(save->toolButtonStyle(), Qt::ToolButtonIconOnly);
    QVERIFY(heightInSight(u"toolDescription"_s) < 2 * line);

    m_harness->window().resize(1700, 1000);
    QTRY_COMPARE(copy->toolButtonStyle(), Qt::ToolButtonTextOnly);
    QTRY_COMPARE(save->toolButtonStyle(), Qt::ToolButtonTextOnly);
    QTRY_VERIFY(heightInSight(u"toolDescription"_s) >= 2 * line);
}

/// Its form, the URI, the buttons and the result are more than a low page holds; the form scrolls,
/// to where one writes, and the panels around keep their places.
void TestSmallWindow::templateTakesNoRoom()
{
    startDemo();
    m_harness->window().resize(900, 600);
    const int logs = find(u"stderrPanel"_s)->height();
    const int list = find(u"toolFilter"_s)->width();
    McpUi::CallPage *page = m_harness->window().pages()->open(
            u"demo"_s, { Mcp::CallSubject::Kind::ResourceTemplate,
                         u"demo://weather/{country}/{city}{?units,days}"_s });
    page->enter();
    QTRY_COMPARE(focusName(), u"input:/country"_s);
    for (int i = 0; i < 6 && focusName() != "input:/city"_L1; ++i)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(focusName(), u"input:/city"_s);
    const QWidget *city = find(u"input:/city"_s);
    QTRY_VERIFY(heightInSight(u"field:/city"_s) >= 2 * page->fontMetrics().height());
    QTRY_COMPARE(heightInSight(u"input:/city"_s), city->height());
    QTRY_VERIFY2(find(u"stderrPanel"_s)->height() >= qMin(logs, 60),
                 qPrintable(QString::number(find(u"stderrPanel"_s)->height())));
    QVERIFY(find(u"toolFilter"_s)->width() >= list / 2);
    QVERIFY(heightInSight(u"callButton"_s) > 0);
}

void TestSmallWindow::questionCanBeAnswered_data()
{
    QTest::addColumn<QByteArray>("question");
    QByteArray fields;
    for (int i = 0; i < 12; ++i)
        fields += (i > 0 ? ",\"f" : "\"f") + QByteArray::number(i) + R"(":{"type":"string"})";
    QTest::newRow("long form") << McpTest::form(fields, {},
                                                QByteArray("So many words. ").repeated(60));
    QTest::newRow("visit") << QByteArray(R"({"method":"elicitation/create","params":{"mode":"url",)"
                                         R"("message":"Visit","url":"https://example.org/"}})");
    QTest::newRow("folders") << QByteArray(R"({"method":"roots/list"})");
    QTest::newRow("model") << QByteArray(
            R"({"method":"sampling/createMessage","params":{"maxTokens":9,"messages":[{"role":)"
            R"("user","content":{"type":"text","text":"Hello"}}]}})");
}

bool TestSmallWindow::scrollsWithinAnother() const
{
    const QList<QAbstractScrollArea *> areas =
            find(u"question"_s)->findChildren<QAbstractScrollArea *>();
    const auto scrolls = [](const QAbstractScrollArea *area) {
        return area->verticalScrollBar()->isVisible();
    };
    return std::any_of(areas.begin(), areas.end(), [&](const QAbstractScrollArea *outer) {
        return scrolls(outer)
               && std::any_of(areas.begin(), areas.end(), [&](const QAbstractScrollArea *inner) {
                      return inner != outer && outer->isAncestorOf(inner) && scrolls(inner);
                  });
    });
}

/// Its buttons are in sight, and what scrolls does not stand in something else that scrolls.
void TestSmallWindow::questionCanBeAnswered()
{
    QFETCH(QByteArray, question);
    startEra(u"legacy"_s);
    m_harness->window().resize(900, 600);
    askAndShow(question);
    for (const QSize &size : { QSize(900, 600), QSize(960, 540) }) {
        m_harness->window().resize(size);
        QTRY_COMPARE(m_harness->window().size(), size);
        for (const char *name : { "questionAccept", "questionDecline" }) {
            const auto *button = find(QString::fromLatin1(name));
            QTRY_COMPARE(button->visibleRegion().boundingRect(), button->rect());
            QVERIFY(button->height() >= button->sizeHint().height());
        }
        QTRY_VERIFY(!scrollsWithinAnother());
    }
}

QTEST_MAIN(TestSmallWindow)
#include "tst_smallwindow.moc"
