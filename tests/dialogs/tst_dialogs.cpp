// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "dialogs/aboutdialog.h"
#include "dialogs/configurationdialog.h"
#include "dialogs/consentdialog.h"
#include "dialogs/dialogprompter.h"
#include "dialogs/keysdialog.h"
#include "json/rawjson.h"

#include <QtCore/qtemporarydir.h>
#include <QtGui/qaction.h>
#include <QtGui/qclipboard.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qfiledialog.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qmessagebox.h>
#include <QtWidgets/qplaintextedit.h>
#include <QtWidgets/qpushbutton.h>

using namespace Qt::Literals::StringLiterals;
using namespace McpUi;

namespace {

Mcp::ServerSpec suspicious()
{
    Mcp::ServerSpec spec;
    spec.name = u"odd\nname"_s;
    spec.launch.command = u"sh"_s;
    spec.launch.arguments = { u"-c"_s, u"echo safe\nFolder\n    /tmp"_s, u"a\u202eb"_s, u""_s };
    spec.launch.environment = { { u"GIT_ASKPASS"_s, u"/tmp/evil"_s } };
    spec.launch.workingDirectory = u"/srv"_s;
    return spec;
}

template <typename T>
T *child(const QObject &parent, const char *name)
{
    T *found = parent.findChild<T *>(QString::fromLatin1(name));
    if (!found)
        qFatal("no widget %s", name);
    return found;
}

} // namespace

/// The smaller dialogs, and the prompter that shows them.
class TestDialogs : public QObject
{
    Q_OBJECT

private slots:
    void consentShowsEverything();
    void consentIsNotGivenByAccident_data();
    void consentIsNotGivenByAccident();
    void configurationHidesSecrets();
    void configurationCopies();
    void about();
    void licences();
    void keys();
    void keysAreNotClipped_data();
    void keysAreNotClipped();
    void confirm_data();
    void confirm();
    void informIsPlainText();
    void answersNobodyWhoIsGone();
    void savePath();
    void noSavePath();
};

void TestDialogs::consentShowsEverything()
{
    const ConsentDialog dialog(suspicious());
    QVERIFY(!dialog.windowTitle().contains(u'\n'));
    // A line break in an argument makes no line, a change of direction turns nothing round.
    QCOMPARE(child<QPlainTextEdit>(dialog, "consentText")->toPlainText(), uR"(Program
    "sh"
Arguments, one a line
    "-c"
    "echo safe\nFolder\n    /tmp"
    "a\u202eb"
    ""
Environment variables
    "GIT_ASKPASS" = "/tmp/evil"
Folder
    "/srv")"_s);
}

void TestDialogs::consentIsNotGivenByAccident_data()
{
    QTest::addColumn<int>("key"); // 0: a click on Start
    QTest::addColumn<bool>("agreed");
    QTest::newRow("Enter") << int(Qt::Key_Return) << false;
    QTest::newRow("space") << int(Qt::Key_Space) << false;
    QTest::newRow("Escape") << int(Qt::Key_Escape) << false;
    QTest::newRow("click") << 0 << true;
}

void TestDialogs::consentIsNotGivenByAccident()
{
    QFETCH(int, key);
    QWidget window;
    window.show();
    DialogPrompter prompter(&window);
    QList<bool> answers;
    prompter.askConsent(suspicious(), &window, [&](bool agreed) { answers += agreed; });
    auto *dialog = child<QDialog>(window, "consentDialog");
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    if (key == 0)
        QTest::mouseClick(child<QPushButton>(*dialog, "consentStartButton"), Qt::LeftButton);
    else
        QTest::keyClick(QApplication::focusWidget(), Qt::Key(key));
    QFETCH(bool, agreed);
    QTRY_COMPARE(answers, QList<bool>{ agreed });
}

void TestDialogs::configurationHidesSecrets()
{
    const auto definition = Mcp::RawJson::fromText(R"({
        // why
        "command": "x", "env": {"API_KEY": "k1", "PORT": "80"},
        "headers": {"Authorization": "k2"}, "futureKey": [1, 2]})");
    const ConfigurationDialog dialog({}, definition, u"/etc/<b>x</b>.json"_s);
    const QString text = child<QPlainTextEdit>(dialog, "configurationText")->toPlainText();
    QVERIFY(!text.contains(u"k1"_s) && !text.contains(u"k2"_s));
    QVERIFY(text.contains(u"\"PORT\": \"80\""_s));
    QVERIFY(text.contains(u"futureKey"_s)); // what we do not know is in the file, too
    const QList<QLabel *> labels = dialog.findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->text().contains(u"/etc/<b>x</b>.json"_s)
               && label->textFormat() == Qt::PlainText;
    }));
}

void TestDialogs::configurationCopies()
{
    Mcp::ServerSpec spec;
    spec.name = u"mine"_s;
    spec.launch.command = u"npx"_s;
    spec.launch.environment = { { u"TOKEN"_s, u"k1"_s } };
    ConfigurationDialog dialog(spec, {}, {}); // not in any file
    child<QPushButton>(dialog, "configurationCopyButton")->click();
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY(copied.contains(u"\"command\": \"npx\""_s));
    QVERIFY(!copied.contains(u"k1"_s));
}

void TestDialogs::about()
{
    QApplication::setApplicationVersion(u"" MCP_VERSION " (commit 0123)"_s); // as main() does
    const AboutDialog dialog;
    const QString text = child<QLabel>(dialog, "aboutText")->text();
    for (const QString &word :
         { u"" MCP_VERSION " (commit 0123)"_s, u"2024-11-05"_s, u"2026-07-28"_s, u"MIT"_s,
           QString::fromLatin1(qVersion()), u"" MCP_APP_NAME ""_s, u"href=\"" MCP_HOMEPAGE "\""_s })
        QVERIFY2(text.contains(word), qPrintable(word));
}

/// They are in the program itself.
void TestDialogs::licences()
{
    AboutDialog about;
    about.show();
    QTest::mouseClick(child<QPushButton>(about, "licencesButton"), Qt::LeftButton);
    const auto *dialog = child<QDialog>(about, "licencesDialog");
    QTRY_VERIFY(dialog->isVisible());
    const auto text = [dialog](const char *name) {
        return child<QTextEdit>(*dialog, name)->toPlainText();
    };
    QVERIFY(text("licence:LICENSE").contains(u"Permission is hereby granted"_s));
    QVERIFY(text("licence:NOTICES.md").contains(u"LGPL 3"_s));
    QVERIFY(text("licence:LGPL-3.0.txt").contains(u"GNU LESSER GENERAL PUBLIC LICENSE"_s));
    QVERIFY(text("licence:GPL-3.0.txt").contains(u"GNU GENERAL PUBLIC LICENSE"_s));
}

void TestDialogs::keys()
{
    QAction call(u"&Call…"_s);
    call.setShortcut(QKeySequence(u"Ctrl+Return"_s));
    QAction without(u"Without"_s);
    const KeysDialog dialog({ &call, &without });
    QStringList texts;
    for (const QLabel *label : dialog.findChildren<QLabel *>())
        texts += label->text();
    const qsizetype at = texts.indexOf(u"Ctrl+Return"_s);
    QVERIFY(at >= 0);
    QCOMPARE(texts.value(at + 1), u"Call"_s);
    QVERIFY(!texts.contains(u"Without"_s));
}

void TestDialogs::keysAreNotClipped_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("as it opens") << QSize();
    QTest::newRow("small") << QSize(420, 300);
}

void TestDialogs::keysAreNotClipped()
{
    QFETCH(QSize, size);
    KeysDialog dialog({});
    if (size.isValid())
        dialog.resize(size);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    for (const QLabel *label : dialog.findChildren<QLabel *>()) {
        const int needed = label->wordWrap() ? label->heightForWidth(label->width())
                                             : label->sizeHint().height();
        QVERIFY2(label->height() >= needed, qPrintable(label->text()));
    }
}

void TestDialogs::confirm_data()
{
    QTest::addColumn<int>("key"); // 0: a click on the agreeing button
    QTest::addColumn<bool>("agreed");
    QTest::newRow("Enter") << int(Qt::Key_Return) << false;
    QTest::newRow("Escape") << int(Qt::Key_Escape) << false;
    QTest::newRow("click") << 0 << true;
}

void TestDialogs::confirm()
{
    QFETCH(int, key);
    QWidget window;
    window.show();
    DialogPrompter prompter(&window);
    QList<bool> answers;
    prompter.confirm({ u"Remove?"_s, u"<b>x</b> goes."_s, u"Remove"_s }, &window,
                     [&](bool agreed) { answers += agreed; });
    auto *box = child<QMessageBox>(window, "confirmDialog");
    QVERIFY(QTest::qWaitForWindowActive(box));
    QCOMPARE(box->textFormat(), Qt::PlainText);
    auto *button = child<QPushButton>(*box, "confirmButton");
    QCOMPARE(button->text(), u"Remove"_s);
    if (key == 0)
        QTest::mouseClick(button, Qt::LeftButton);
    else
        QTest::keyClick(QApplication::focusWidget(), Qt::Key(key));
    QFETCH(bool, agreed);
    QTRY_COMPARE(answers, QList<bool>{ agreed });
}

void TestDialogs::informIsPlainText()
{
    QWidget window;
    window.show();
    DialogPrompter(&window).inform(u"Failed"_s, u"<img src=x>"_s);
    const auto *box = child<QMessageBox>(window, "informDialog");
    QVERIFY(box->isVisible());
    QCOMPARE(box->textFormat(), Qt::PlainText);
}

void TestDialogs::answersNobodyWhoIsGone()
{
    QWidget window;
    window.show();
    DialogPrompter prompter(&window);
    auto asker = std::make_unique<QObject>();
    bool answered = false;
    prompter.confirm({ u"Close?"_s, u"?"_s, u"Close"_s }, asker.get(),
                     [&](bool) { answered = true; });
    asker.reset();
    child<QPushButton>(window, "confirmButton")->click();
    QTRY_VERIFY(!window.findChild<QMessageBox *>()); // it has closed
    QVERIFY(!answered);
}

void TestDialogs::savePath()
{
    const QTemporaryDir folder;
    QWidget window;
    window.show();
    DialogPrompter prompter(&window);
    QStringList answers;
    prompter.askSavePath(u"Save"_s, u"result.json"_s, &window,
                         [&](const QString &path) { answers += path; });
    auto *dialog = child<QFileDialog>(window, "saveDialog");
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QVERIFY(QFileInfo(dialog->selectedFiles().value(0)).fileName() == u"result.json"_s);
    auto *name = child<QLineEdit>(*dialog, "fileNameEdit"); // Qt's own
    name->selectAll();
    QTest::keyClicks(name, folder.filePath(u"other.json"_s));
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_COMPARE(answers, QStringList(folder.filePath(u"other.json"_s)));
}

void TestDialogs::noSavePath()
{
    QWidget window;
    window.show();
    DialogPrompter prompter(&window);
    QStringList answers;
    prompter.askSavePath(u"Save"_s, u"result.json"_s, &window,
                         [&](const QString &path) { answers += path; });
    auto *dialog = child<QFileDialog>(window, "saveDialog");
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_COMPARE(answers, QStringList(QString()));
}

QTEST_MAIN(TestDialogs)
#include "tst_dialogs.moc"
