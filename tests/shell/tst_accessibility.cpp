// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "support/testprocess.h"
#include "support/windowharness.h"

#include "orchestrator/questions.h"
#include "shell/pagetabs.h"
#include "views/callpage.h"

#include <QtGui/qaccessible.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qabstractbutton.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qdialog.h>
#include <QtWidgets/qlistwidget.h>
#include <QtWidgets/qtabwidget.h>

using namespace Qt::Literals::StringLiterals;
using McpTest::WindowHarness;

/// Everything that can have the focus has a name for those who do not see it.
class TestAccessibility : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_harness = std::make_unique<WindowHarness>(); }
    void cleanup() { m_harness.reset(); }
    void window();
    void jsonAndAboutTheTool();
    void serverDialog();
    void questions();

private:
    static void walk(QAccessibleInterface *item, QStringList &nameless);
    static QStringList namelessIn(QWidget *widget);

    std::unique_ptr<WindowHarness> m_harness;
};

void TestAccessibility::walk(QAccessibleInterface *item, QStringList &nameless)
{
    if (!item || item->state().invisible)
        return;
    const auto *widget = qobject_cast<QWidget *>(item->object());
    const bool named = !item->text(QAccessible::Name).isEmpty()
                       || (widget && !widget->accessibleName().isEmpty());
    if (widget && item->state().focusable && !named)
        nameless += QString::fromLatin1(widget->metaObject()->className()) + u' '
                    + widget->objectName();
    // Cells are the models' business, and there may be 100,000 of them.
    const QAccessible::Role role = item->role();
    if (role == QAccessible::Table || role == QAccessible::Tree || role == QAccessible::List)
        return;
    for (int i = 0; i < item->childCount(); ++i)
        walk(item->child(i), nameless);
}

QStringList TestAccessibility::namelessIn(QWidget *widget)
{
    QStringList nameless;
    walk(QAccessible::queryAccessibleInterface(widget), nameless);
    return nameless;
}

void TestAccessibility::window()
{
    m_harness->addServer(u"fake"_s, McpTest::fakeServerPath());
    m_harness->open();
    QVERIFY(m_harness->startAndList(u"fake"_s));
    m_harness->window().pages()->open(u"fake"_s, u"echo"_s);
    for (const QString &key :
         { u"Alt+2"_s, u"Alt+3"_s, u"Alt+4"_s, u"Alt+5"_s, u"Alt+6"_s, u"Alt+7"_s, u"Alt+8"_s }) {
        m_harness->key(key);
        QCOMPARE(namelessIn(&m_harness->window()), QStringList());
    }
}

void TestAccessibility::jsonAndAboutTheTool()
{
    m_harness->addServer(u"fake"_s, McpTest::fakeServerPath());
    m_harness->open();
    QVERIFY(m_harness->startAndList(u"fake"_s));
    m_harness->window().pages()->open(u"fake"_s, u"add"_s)->toggleJson();
    m_harness->key(u"Ctrl+F"_s);
    QVERIFY(m_harness->find(u"jsonFindBar"_s)->isVisible());
    QVERIFY(m_harness->find(u"jsonProblemPlace"_s)->isVisible());
    QCOMPARE(namelessIn(&m_harness->window()), QStringList());
    m_harness->trigger(u"toggleDetailsAction"_s);
    auto *details = m_harness->find<QTabWidget>(u"toolDetails"_s);
    for (int i = 0; i < details->count(); ++i) {
        details->setCurrentIndex(i);
        QCOMPARE(namelessIn(&m_harness->window()), QStringList());
    }
    details->setCurrentIndex(1);
    QTest::mouseClick(m_harness->find(u"inputSchemaSource"_s), Qt::LeftButton);
    QCOMPARE(namelessIn(&m_harness->window()), QStringList());
}

void TestAccessibility::serverDialog()
{
    m_harness->open();
    m_harness->trigger(u"addServerAction"_s);
    QTRY_VERIFY(QApplication::activeModalWidget());
    m_harness->find<QAbstractButton>(u"moreButton"_s)->click();
    m_harness->find<QAbstractButton>(u"moreAnswersButton"_s)->click();
    QCOMPARE(namelessIn(QApplication::activeModalWidget()), QStringList());
    QApplication::activeModalWidget()->close();
}

void TestAccessibility::questions()
{
    m_harness->addServer(u"fake"_s, McpTest::fakeServerPath(), { u"--era"_s, u"legacy"_s });
    m_harness->open();
    QVERIFY(m_harness->startAndList(u"fake"_s));
    Mcp::Orchestrator &orchestrator = m_harness->orchestrator();
    for (const char *question :
         { R"({"method":"roots/list"})", R"({"method":"sampling/createMessage"})",
           R"({"method":"elicitation/create","params":{"mode":"url","url":"https://x.org/"}})",
           R"({"method":"elicitation/create"})" })
        orchestrator.callServerTool(u"fake"_s, u"ask"_s, Mcp::RawJson::fromText(question));
    QTRY_COMPARE(orchestrator.questions()->open().size(), 4);
    m_harness->key(u"Ctrl+5"_s);
    auto *list = m_harness->find<QListWidget>(u"questionsList"_s);
    QTRY_VERIFY(list->isVisible());
    for (int row = 0; row < list->count(); ++row) {
        list->setCurrentRow(row);
        QVERIFY(m_harness->find(u"question"_s)->isVisible());
        QCOMPARE(namelessIn(&m_harness->window()), QStringList());
    }
}

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
