// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "shell/askingwindow.h"

#include "orchestrator/answerpolicy.h"
#include "orchestrator/serverstore.h"

#include <QtCore/qdir.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qlistwidget.h>
#include <QtWidgets/qtoolbutton.h>

using namespace Qt::Literals::StringLiterals;

/// A server asks which folders it may use: chosen, agreed to, remembered, changed.
class TestRootsQuestions : public McpTest::AskingWindow
{
    Q_OBJECT

private slots:
    void init() { makeHarness(); }
    void cleanup() { m_harness.reset(); }
    void sharedByKeys_data() { McpTest::addEras(); }
    void sharedByKeys();
    void noneAreShared();
    void badFoldersAreRefused_data();
    void badFoldersAreRefused();
    void refused_data();
    void refused();
    void escapeTwiceRefuses();
    void typedInTheDialogIsAgreedTo();

private:
    QString folder(const QString &name)
    {
        const QString path = QDir(m_harness->home().path()).filePath(name);
        if (!QDir().mkpath(path))
            qFatal("no folder %s", qPrintable(path));
        return path;
    }
};

namespace {

const QByteArray roots = R"({"method":"roots/list"})";

} // namespace

void TestRootsQuestions::sharedByKeys()
{
    QFETCH(const QString, era);
    startEra(era);
    askAndShow(roots);
    const QString first = folder(u"one two"_s);
    QTest::keyClicks(QApplication::focusWidget(), first);
    m_harness->key(u"Return"_s);
    QCOMPARE(find<QListWidget>(u"folderList"_s)->count(), 1);
    QCOMPARE(find<QAbstractButton>(u"questionAccept"_s)->text().remove(u'&'),
             u"Share this folder"_s);
    // What is typed and not added yet is meant, too.
    QTest::keyClicks(QApplication::focusWidget(), u"file:///else/where"_s);
    m_harness->key(u"Ctrl+Return"_s);
    const QByteArray uri = "file://" + first.toUtf8().replace(' ', "%20");
    QVERIFY2(answered().contains(uri), answered());
    QVERIFY2(answered().contains("file:///else/where"), answered());
    // It is in the file, and known from now on.
    QCOMPARE(m_harness->orchestrator().store()->servers().first().roots.size(), 2);
    ask(roots);
    QTRY_COMPARE(m_harness->orchestrator().history()->count(), 2);
    QVERIFY(questions()->open().isEmpty());
    QVERIFY(answered().contains("file:///else/where"));
}

void TestRootsQuestions::noneAreShared()
{
    startEra(u"legacy"_s);
    askAndShow(roots);
    auto *share = find<QAbstractButton>(u"questionAccept"_s);
    QCOMPARE(share->text().remove(u'&'), u"Share no folders"_s);
    // What stands in the line would be shared, too.
    QTest::keyClicks(QApplication::focusWidget(), u"/tmp"_s);
    QCOMPARE(share->text().remove(u'&'), u"Share this folder"_s);
    for (int i = 0; i < 4; ++i)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backspace);
    QCOMPARE(share->text().remove(u'&'), u"Share no folders"_s);
    click(u"questionAccept"_s);
    QVERIFY2(answered().contains(R"({"roots":[]})"), answered());
}

void TestRootsQuestions::badFoldersAreRefused_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("relative") << u"some/where"_s;
    QTest::newRow("missing") << u"/no/such/folder"_s;
    QTest::newRow("web") << u"https://example.org/"_s;
}

/// Checklist 66.
void TestRootsQuestions::badFoldersAreRefused()
{
    QFETCH(const QString, typed);
    startEra(u"legacy"_s);
    askAndShow(roots);
    QTest::keyClicks(QApplication::focusWidget(), typed);
    m_harness->key(u"Ctrl+Return"_s);
    QCOMPARE(questions()->open().size(), 1);
    QTRY_VERIFY(find<QLabel>(u"folderLineProblem"_s)->isVisible());
    QVERIFY(text(u"folderLineProblem"_s).contains(typed));
    QCOMPARE(find<QLineEdit>(u"folderLine"_s)->text(), typed); // to be mended
}

void TestRootsQuestions::refused_data()
{
    QTest::addColumn<QString>("era");
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("legacy") << u"legacy"_s << R"("code":-1)"_ba;
    QTest::newRow("modern") << u"modern"_s << "refused"_ba; // the call ends
}

void TestRootsQuestions::refused()
{
    QFETCH(const QString, era);
    QFETCH(const QByteArray, answer);
    startEra(era);
    askAndShow(roots);
    click(u"questionDecline"_s);
    QVERIFY2(answered().contains(answer), answered());
    QVERIFY(questions()->open().isEmpty());
}

/// Escape is no answer, here too; as the call of a modern server ends by it, not by one key.
void TestRootsQuestions::escapeTwiceRefuses()
{
    startEra(u"legacy"_s);
    askAndShow(roots);
    m_harness->key(u"Esc"_s);
    QVERIFY(find(u"questionNotice"_s)->isVisible());
    QCOMPARE(questions()->open().size(), 1);
    m_harness->key(u"Esc"_s);
    QVERIFY2(answered().contains(R"("code":-1)"), answered());
}

void TestRootsQuestions::typedInTheDialogIsAgreedTo()
{
    startEra(u"legacy"_s);
    ask(roots);
    QVERIFY(waitForQuestions(1));
    const QString path = folder(u"project"_s);
    m_harness->trigger(u"editServerAction"_s);
    click(u"moreAnswersButton"_s);
    QWidget *dialog = find(u"serverDialog"_s);
    auto *line = dialog->findChild<QLineEdit *>(u"folderLine"_s);
    QTRY_VERIFY(line->isVisible());
    line->setFocus();
    QTest::keyClicks(line, path);
    click(u"serverAcceptButton"_s);
    // The question that waited is answered by that.
    QVERIFY(waitForQuestions(0));
    QVERIFY2(answered().contains(path.toUtf8()), answered());
}

QTEST_MAIN(TestRootsQuestions)
#include "tst_rootsquestions.moc"
