// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "dialogs/serverdialog.h"
#include "orchestrator/serverdefinition.h"

#include <QtCore/qtemporarydir.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qcheckbox.h>
#include <QtWidgets/qcombobox.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qlistwidget.h>
#include <QtWidgets/qplaintextedit.h>
#include <QtWidgets/qpushbutton.h>
#include <QtWidgets/qtoolbutton.h>

using namespace Qt::Literals::StringLiterals;
using McpUi::ServerDialog;
using Kind = Mcp::SamplingResponder::Kind;

/// What a server may ask, set in its dialog.
class TestServerAnswersDialog : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { m_dialog.reset(); }
    void foldedUnlessSet();
    void whatIsSetComesBack();
    void switches_data();
    void switches();
    void tabGoesDown();
    void foldersByKeys();
    void typedFolderIsTaken();
    void badFolderKeepsTheDialog();
    void responders_data();
    void responders();
    void programIsNeeded();

private:
    void open(const Mcp::ServerSpec &spec = {})
    {
        m_dialog = std::make_unique<ServerDialog>(ServerDialog::Purpose::Edit, QStringList());
        Mcp::ServerSpec all = spec;
        all.name = u"s"_s;
        all.launch.command = u"run"_s;
        m_dialog->setSpec(all);
        m_dialog->show();
        m_dialog->activateWindow();
        (void)QTest::qWaitForWindowActive(m_dialog.get());
    }
    template <typename T>
    T *find(const char *name) const
    {
        T *widget = m_dialog->findChild<T *>(QString::fromUtf8(name));
        if (!widget)
            qFatal("no widget %s", name);
        return widget;
    }
    void unfold() { find<QToolButton>("moreAnswersButton")->setChecked(true); }
    void choose(Kind kind)
    {
        auto *choice = find<QComboBox>("responderChoice");
        choice->setCurrentIndex(choice->findData(int(kind)));
    }
    bool canAccept() const { return find<QPushButton>("serverAcceptButton")->isEnabled(); }
    Mcp::ServerSpec accepted()
    {
        find<QPushButton>("serverAcceptButton")->click();
        const QList<Mcp::ServerSpec> servers = m_dialog->servers();
        return servers.size() == 1 && m_dialog->result() == QDialog::Accepted ? servers.first()
                                                                              : Mcp::ServerSpec();
    }

    std::unique_ptr<ServerDialog> m_dialog;
};

void TestServerAnswersDialog::foldedUnlessSet()
{
    open();
    QVERIFY(!find<QListWidget>("folderList")->isVisible());
    QVERIFY(find<QCheckBox>("may:sampling")->isChecked());
    unfold();
    QVERIFY(find<QListWidget>("folderList")->isVisible());
    Mcp::ServerSpec spec;
    spec.withheld.roots = true;
    open(spec);
    QVERIFY(find<QListWidget>("folderList")->isVisible());
}

void TestServerAnswersDialog::whatIsSetComesBack()
{
    Mcp::ServerSpec spec;
    spec.withheld.tasks = true;
    spec.roots = { { u"file:///a%20b"_s, u"A"_s }, { u"file://host/x"_s, {} } };
    spec.responder = { Kind::Command, u"text"_s, u"/bin/model"_s, { u"two words"_s, u"-x"_s } };
    open(spec);
    QCOMPARE(find<QLineEdit>("responderCommand")->text(), u"/bin/model 'two words' -x"_s);
    const Mcp::ServerSpec after = accepted();
    QCOMPARE(after.withheld, spec.withheld);
    QCOMPARE(after.roots, spec.roots);
    QCOMPARE(after.responder, spec.responder);
}

void TestServerAnswersDialog::switches_data()
{
    QTest::addColumn<int>("index");
    for (size_t i = 0; i < Mcp::capabilitySwitches.size(); ++i)
        QTest::newRow(Mcp::capabilitySwitches[i].name.data()) << int(i);
}

void TestServerAnswersDialog::switches()
{
    QFETCH(const int, index);
    const Mcp::CapabilitySwitch &each = Mcp::capabilitySwitches[size_t(index)];
    open();
    unfold();
    auto *box = find<QCheckBox>(qPrintable(u"may:"_s + each.name));
    QVERIFY(!box->accessibleName().isEmpty());
    QTest::keyClick(box, Qt::Key_Space);
    Mcp::ClientCapabilities expected;
    expected.*each.member = true;
    QCOMPARE(accepted().withheld, expected);
}

/// In the order that one reads.
void TestServerAnswersDialog::tabGoesDown()
{
    open();
    unfold();
    find<QCheckBox>("may:roots")->setFocus();
    int y = -1;
    for (int i = 0; i < 20; ++i) {
        QWidget *const focus = QApplication::focusWidget();
        const int next = focus->mapTo(m_dialog.get(), QPoint()).y();
        QVERIFY2(next >= y, qPrintable(focus->objectName()));
        y = next;
        if (focus->objectName() == "responderChoice"_L1)
            return;
        QTest::keyClick(focus, Qt::Key_Tab);
    }
    QFAIL("Tab does not come to the responder");
}

void TestServerAnswersDialog::foldersByKeys()
{
    const QTemporaryDir folder;
    open();
    unfold();
    auto *line = find<QLineEdit>("folderLine");
    line->setFocus();
    QTest::keyClicks(line, folder.path());
    QTest::keyClick(line, Qt::Key_Return);
    QVERIFY(m_dialog->isVisible()); // Enter adds; it does not save
    QTest::keyClicks(line, u"file:///b"_s);
    QTest::keyClick(line, Qt::Key_Return);
    auto *list = find<QListWidget>("folderList");
    QCOMPARE(list->count(), 2);
    QTest::keyClicks(line, u"file:///b"_s); // there already
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(list->count(), 2);
    list->setFocus();
    list->setCurrentRow(0);
    QTest::keyClick(list, Qt::Key_Delete);
    const QList<Mcp::Root> left{ { u"file:///b"_s, {} } };
    QCOMPARE(accepted().roots, left);
}

void TestServerAnswersDialog::typedFolderIsTaken()
{
    open();
    unfold();
    QTest::keyClicks(find<QLineEdit>("folderLine"), u"file:///b"_s);
    QCOMPARE(accepted().roots.size(), 1);
}

void TestServerAnswersDialog::badFolderKeepsTheDialog()
{
    open();
    unfold();
    QTest::keyClicks(find<QLineEdit>("folderLine"), u"/no/such/folder"_s);
    find<QPushButton>("serverAcceptButton")->click();
    QVERIFY(m_dialog->isVisible());
    QVERIFY(find<QLabel>("folderLineProblem")->isVisible());
}

void TestServerAnswersDialog::responders_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("text");
    QTest::addColumn<bool>("command");
    QTest::newRow("off") << int(Kind::Off) << false << false;
    QTest::newRow("text") << int(Kind::Text) << true << false;
    QTest::newRow("echo") << int(Kind::Echo) << false << false;
    QTest::newRow("program") << int(Kind::Command) << false << true;
}

void TestServerAnswersDialog::responders()
{
    QFETCH(const int, kind);
    open();
    unfold();
    choose(Kind(kind));
    QTEST(find<QPlainTextEdit>("responderText")->isVisible(), "text");
    QTEST(find<QLineEdit>("responderCommand")->isVisible(), "command");
    find<QPlainTextEdit>("responderText")->setPlainText(u"hello"_s);
    find<QLineEdit>("responderCommand")->setText(u"model --fast"_s);
    const Mcp::SamplingResponder responder = accepted().responder;
    QCOMPARE(int(responder.kind), kind);
    QCOMPARE(responder.text, u"hello"_s);
    QCOMPARE(responder.command, u"model"_s);
    QCOMPARE(responder.arguments, QStringList{ u"--fast"_s });
}

void TestServerAnswersDialog::programIsNeeded()
{
    open();
    unfold();
    choose(Kind::Command);
    QVERIFY(!canAccept());
    QVERIFY(find<QLabel>("responderProblem")->isVisible());
    find<QLineEdit>("responderCommand")->setText(u"model 'open"_s);
    QVERIFY(!canAccept());
    find<QLineEdit>("responderCommand")->setText(u"model"_s);
    QVERIFY(canAccept());
    choose(Kind::Off);
    QVERIFY(canAccept());
}

QTEST_MAIN(TestServerAnswersDialog)
#include "tst_serveranswersdialog.moc"
