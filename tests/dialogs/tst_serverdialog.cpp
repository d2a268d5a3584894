// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "dialogs/serverdialogtest.h"

#include <QtTest/qtest.h>
#include <QtWidgets/qcheckbox.h>
#include <QtWidgets/qcombobox.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qplaintextedit.h>
#include <QtWidgets/qpushbutton.h>
#include <QtWidgets/qscrollarea.h>
#include <QtWidgets/qscrollbar.h>
#include <QtWidgets/qspinbox.h>
#include <QtWidgets/qtablewidget.h>
#include <QtWidgets/qtoolbutton.h>

using namespace Qt::Literals::StringLiterals;
using McpUi::ServerDialog;
using Variables = QList<Mcp::EnvironmentVariable>;

/// What a person types, pastes and sees while adding a server or editing one.
class TestServerDialog : public QObject, McpTest::ServerDialogTest
{
    Q_OBJECT

private slots:
    void cleanup() { m_dialog.reset(); }
    void typedCommand();
    void nameFollowsUntilEdited();
    void problemsStandAtTheirFields_data();
    void problemsStandAtTheirFields();
    void badJsonSaysWhereAndLosesNothing();
    void oneDefinitionFillsTheFields();
    void severalAreAddedAtOnce();
    void severalWhileEditing();
    void editingKeepsWhatIsNotShown();
    void environmentByKeys();
    void secretsAreDots();
    void options();

private:
    QString hint() const { return find<QLabel>("commandHint")->text(); }
    QString problem(const char *name) const
    {
        const auto *label = find<QLabel>(name);
        return label->isVisible() ? label->text() : QString();
    }
    bool canAccept() const { return find<QPushButton>("serverAcceptButton")->isEnabled(); }
    void accept() const { find<QPushButton>("serverAcceptButton")->click(); }
    void typeInCell(int row, int column, const QString &text) const;
    Mcp::ServerSpec onlyServer() const
    {
        return m_dialog->servers().size() == 1 ? m_dialog->servers().first() : Mcp::ServerSpec();
    }
};

/// As a person edits a cell: select it, type, Enter.
void TestServerDialog::typeInCell(int row, int column, const QString &text) const
{
    auto *table = find<QTableWidget>("environmentTable");
    table->setFocus();
    table->setCurrentCell(row, column);
    QTest::keyClick(table, Qt::Key_F2);
    auto *editor = table->findChild<QLineEdit *>();
    QVERIFY(editor);
    editor->selectAll();
    QTest::keyClicks(editor, text);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_VERIFY(!table->findChild<QLineEdit *>()); // Qt takes the text over a moment later
}

void TestServerDialog::typedCommand()
{
    open(ServerDialog::Purpose::Add);
    QVERIFY(!canAccept()); // there is nothing to add, and nothing to complain about
    QVERIFY(problem("commandProblem").isEmpty() && problem("nameProblem").isEmpty());
    auto *command = find<QPlainTextEdit>("commandEdit");
    QVERIFY(command->hasFocus());
    QTest::keyClicks(command, u"npx x"_s);
    QCOMPARE(hint(), u"Runs “npx” with 1 argument."_s);
    command->clear();
    QTest::keyClicks(command, u"TOKEN=abc npx -y \"@scope/server everything\" --port 80"_s);
    QVERIFY(hint().contains(u"environment"_s));
    QCOMPARE(find<QLineEdit>("nameEdit")->text(), u"server everything"_s);
    accept();
    QCOMPARE(m_dialog->result(), int(QDialog::Accepted));
    QVERIFY(!m_dialog->isPasted());
    const Mcp::ServerSpec spec = onlyServer();
    QCOMPARE(spec.name, u"server everything"_s);
    QCOMPARE(spec.launch.command, u"npx"_s);
    QCOMPARE(spec.launch.arguments,
             QStringList({ u"-y"_s, u"@scope/server everything"_s, u"--port"_s, u"80"_s }));
    QCOMPARE(spec.launch.environment, Variables({ { u"TOKEN"_s, u"abc"_s } }));
}

void TestServerDialog::nameFollowsUntilEdited()
{
    open(ServerDialog::Purpose::Add, { u"alpha"_s });
    auto *name = find<QLineEdit>("nameEdit");
    enterCommand(u"/usr/bin/alpha"_s);
    QCOMPARE(name->text(), u"alpha 2"_s);
    name->selectAll();
    QTest::keyClicks(name, u"mine"_s);
    enterCommand(u"/usr/bin/beta"_s);
    QCOMPARE(name->text(), u"mine"_s);
    QCOMPARE(onlyServer().name, u"mine"_s);
}

void TestServerDialog::problemsStandAtTheirFields_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("words");
    QTest::newRow("open quote") << u"npx \"a b"_s << u"n"_s << QString() << u"commandProblem"_s
                                << u"quot"_s;
    QTest::newRow("only variables")
            << u"A=b"_s << u"n"_s << QString() << u"commandProblem"_s << u"no command"_s;
    QTest::newRow("URL") << u"https://example.com/mcp"_s << u"n"_s << QString()
                         << u"commandProblem"_s << u"not supported yet"_s;
    QTest::newRow("no name") << u"npx"_s << u" "_s << QString() << u"nameProblem"_s
                             << u"Give the server a name"_s;
    QTest::newRow("taken name") << u"npx"_s << u"taken"_s << QString() << u"nameProblem"_s
                                << u"already"_s;
    QTest::newRow("taken name and spaces")
            << u"npx"_s << u" taken "_s << QString() << u"nameProblem"_s << u"already"_s;
    QTest::newRow("no folder") << u"npx"_s << u"n"_s << u"/no/such/folder"_s << u"folderProblem"_s
                               << u"no such folder"_s;
}

void TestServerDialog::problemsStandAtTheirFields()
{
    QFETCH(QString, command);
    QFETCH(QString, name);
    QFETCH(QString, folder);
    QFETCH(QString, label);
    QFETCH(QString, words);
    open(ServerDialog::Purpose::Add, { u"taken"_s });
    enterCommand(command);
    find<QLineEdit>("nameEdit")->setText(name);
    find<QLineEdit>("folderEdit")->setText(folder);
    QVERIFY(!canAccept());
    for (const char *other :
         { "commandProblem", "nameProblem", "folderProblem", "environmentProblem" }) {
        const QString text = problem(other);
        if (label == QLatin1String(other))
            QVERIFY2(text.contains(words, Qt::CaseInsensitive), qPrintable(text));
        else
            QVERIFY2(text.isEmpty(), qPrintable(text));
    }
    // Mended, it goes; a folder with a variable is known only at the start.
    enterCommand(u"npx"_s);
    find<QLineEdit>("nameEdit")->setText(u"other"_s);
    find<QLineEdit>("folderEdit")->setText(u"${HOME}/x"_s);
    QVERIFY(canAccept());
    QVERIFY(problem(label.toLatin1().constData()).isEmpty());
}

void TestServerDialog::badJsonSaysWhereAndLosesNothing()
{
    open(ServerDialog::Purpose::Add);
    const QString text = u"{\"mcpServers\": {\n  \"a\": {\"command\": \"npx\",,}\n}}"_s;
    enterCommand(text);
    QVERIFY(!canAccept());
    QVERIFY2(problem("commandProblem").contains(u"line 2"_s),
             qPrintable(problem("commandProblem")));
    QCOMPARE(find<QPlainTextEdit>("commandEdit")->toPlainText(), text);
    enterCommand(uR"({"mcpServers": {}})"_s);
    QVERIFY(problem("commandProblem").contains(u"no server definition"_s));
}

void TestServerDialog::oneDefinitionFillsTheFields()
{
    open(ServerDialog::Purpose::Add, { u"mem"_s });
    enterCommand(uR"({"mcpServers": {"mem": {"command": "npx", "args": ["-y", "a b"],
        "env": {"API_KEY": "x"}, "cwd": "/"}}})"_s);
    QVERIFY(m_dialog->isPasted());
    QCOMPARE(find<QPlainTextEdit>("commandEdit")->toPlainText(), u"npx -y 'a b'"_s);
    QCOMPARE(find<QLineEdit>("nameEdit")->text(), u"mem 2"_s);
    QCOMPARE(find<QLineEdit>("folderEdit")->text(), u"/"_s);
    QVERIFY(hint().startsWith(u"Read from JSON"_s));
    QVERIFY(canAccept());
    const Mcp::ServerSpec spec = onlyServer();
    QCOMPARE(spec.launch.arguments, QStringList({ u"-y"_s, u"a b"_s }));
    QCOMPARE(spec.launch.environment, Variables({ { u"API_KEY"_s, u"x"_s } }));
    QCOMPARE(spec.launch.workingDirectory, u"/"_s);
}

void TestServerDialog::severalAreAddedAtOnce()
{
    open(ServerDialog::Purpose::Add, { u"a"_s });
    enterCommand(uR"({"mcpServers": {"a": {"command": "one"}, "b": {"command": "two"},
        "far": {"url": "https://example.com/mcp"}}})"_s);
    QVERIFY(hint().contains(u"2 servers: a 2, b."_s));
    QVERIFY(hint().contains(u"far"_s)); // and why it is left out
    QVERIFY(!find<QLineEdit>("nameEdit")->isEnabled());
    QCOMPARE(find<QPushButton>("serverAcceptButton")->text(), u"Add 2 servers"_s);
    QVERIFY(m_dialog->isPasted());
    const QList<Mcp::ServerSpec> servers = m_dialog->servers();
    QCOMPARE(servers.size(), 2);
    QCOMPARE(servers.at(0).name, u"a 2"_s);
    QCOMPARE(servers.at(1).launch.command, u"two"_s);
    // Another text, and the fields are back.
    enterCommand(u"npx"_s);
    QVERIFY(find<QLineEdit>("nameEdit")->isEnabled());
    QCOMPARE(find<QPushButton>("serverAcceptButton")->text(), u"Add"_s);
    QCOMPARE(m_dialog->servers().size(), 1);
}

void TestServerDialog::severalWhileEditing()
{
    Mcp::ServerSpec spec;
    spec.name = u"mine"_s;
    spec.launch.command = u"old"_s;
    open(ServerDialog::Purpose::Edit, {}, spec);
    enterCommand(uR"({"mcpServers": {"a": {"command": "one"}, "b": {"command": "two"}}})"_s);
    QVERIFY2(hint().contains(u"the first of 2 servers"_s), qPrintable(hint()));
    QCOMPARE(onlyServer().name, u"mine"_s);
    QCOMPARE(onlyServer().launch.command, u"one"_s);
    QVERIFY(m_dialog->isPasted());
}

void TestServerDialog::editingKeepsWhatIsNotShown()
{
    Mcp::ServerSpec spec;
    spec.name = u"mine"_s;
    spec.launch.command = u"C:\\Program Files\\x.exe"_s;
    spec.launch.arguments = { u""_s, u"it's"_s, u"two\nlines"_s, u"$HOME"_s, u"back\\slash"_s };
    spec.launch.environment = { { u"A"_s, u" b "_s }, { u"EMPTY"_s, u""_s } };
    spec.timeouts.request = 1500; // finer than the field shows
    spec.limits.frameBytes = 1'500'000;
    spec.limits.listPages = 7; // has no field
    spec.traceBytes = 1000;
    spec.traceDiskBytes = 0; // not the usual one
    spec.stderrLines = 50;
    spec.era = Mcp::EraSetting::Modern;
    spec.framing = Mcp::FramingSetting::ContentLength;
    spec.autoRestart = true;
    open(ServerDialog::Purpose::Edit, { u"other"_s }, spec);
    QVERIFY(find<QToolButton>("moreButton")->isChecked()); // there is something unusual in there
    QCOMPARE(find<QSpinBox>("messagesKept")->text(), u"1,000 bytes"_s);
    QCOMPARE(find<QSpinBox>("messagesOnDisk")->text(), u"none"_s);
    accept();
    QVERIFY(onlyServer() == spec);
}

void TestServerDialog::environmentByKeys()
{
    open(ServerDialog::Purpose::Add);
    enterCommand(u"npx"_s);
    typeInCell(0, 1, u"value"_s);
    QVERIFY(problem("environmentProblem").contains(u"has no name"_s));
    QVERIFY(!canAccept());
    typeInCell(0, 0, u"A=B"_s);
    QVERIFY(problem("environmentProblem").contains(u"A=B"_s));
    typeInCell(0, 0, u"NAME"_s);
    QVERIFY(problem("environmentProblem").isEmpty());
    typeInCell(1, 0, u"SECOND"_s); // there is always an empty row to go on in
    QCOMPARE(onlyServer().launch.environment,
             Variables({ { u"NAME"_s, u"value"_s }, { u"SECOND"_s, u""_s } }));
    find<QTableWidget>("environmentTable")->setCurrentCell(0, 0);
    find<QToolButton>("environmentRemoveButton")->click();
    QCOMPARE(onlyServer().launch.environment, Variables({ { u"SECOND"_s, u""_s } }));
    QVERIFY(canAccept());
}

void TestServerDialog::secretsAreDots()
{
    Mcp::ServerSpec spec;
    spec.name = u"mine"_s;
    spec.launch.command = u"x"_s;
    spec.launch.environment = { { u"API_TOKEN"_s, u"geheim"_s } };
    open(ServerDialog::Purpose::Edit, {}, spec);
    auto *table = find<QTableWidget>("environmentTable");
    const auto picture = [table] { return table->viewport()->grab().toImage(); };
    const QImage masked = picture();
    // What is painted does not depend on the value.
    table->item(0, 1)->setText(u"something else that is longer"_s);
    QCOMPARE(picture(), masked);
    find<QToolButton>("environmentShowButton")->click();
    QVERIFY(picture() != masked);
    find<QToolButton>("environmentShowButton")->click();
    QCOMPARE(picture(), masked);
}

void TestServerDialog::options()
{
    open(ServerDialog::Purpose::Add);
    enterCommand(u"npx"_s);
    QVERIFY(!find<QComboBox>("framingChoice")->isVisible());
    find<QToolButton>("moreButton")->click();
    QVERIFY(find<QComboBox>("framingChoice")->isVisible());
    QVERIFY(onlyServer().timeouts == Mcp::ServerSpec().timeouts); // untouched, the defaults
    QTest::keyClick(find<QComboBox>("framingChoice"), Qt::Key_Down);
    QTest::keyClick(find<QComboBox>("eraChoice"), Qt::Key_End);
    const std::pair<const char *, int> numbers[] = {
        { "connectTimeout", 7 }, { "requestTimeout", 0 }, { "requestHardTimeout", 90 },
        { "largestMessage", 2 }, { "messagesKept", 3 },   { "messagesOnDisk", 9 },
        { "linesKept", 500 }
    };
    for (const auto &[name, value] : numbers)
        find<QSpinBox>(name)->setValue(value);
    for (const char *name : { "asciiOnlySwitch", "inheritSwitch", "restartSwitch" })
        find<QCheckBox>(name)->click();
    const Mcp::ServerSpec spec = onlyServer();
    const Mcp::ServerSpec usual;
    QVERIFY(spec.framing == Mcp::FramingSetting::Newline && spec.era == Mcp::EraSetting::Modern);
    QCOMPARE(spec.timeouts.connect, 7000);
    QCOMPARE(QList<qint64>({ spec.limits.frameBytes, spec.traceBytes, spec.traceDiskBytes }),
             QList<qint64>({ 2 << 20, 3 << 20, 9 << 20 }));
    QCOMPARE(spec.stderrLines, 500);
    QVERIFY(spec.timeouts.request == 0 && spec.timeouts.requestHard == 90'000);
    QVERIFY(spec.asciiOnlyHeaders != usual.asciiOnlyHeaders
            && spec.launch.inheritEnvironment != usual.launch.inheritEnvironment
            && spec.autoRestart != usual.autoRestart);
}

QTEST_MAIN(TestServerDialog)
#include "tst_serverdialog.moc"
