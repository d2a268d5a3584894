// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "resultharness.h"

#include "json/jsontext.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTextBrowser>

using namespace Qt::Literals::StringLiterals;
using namespace McpUi;

/// Characters that turn the direction of text around, in the texts of results.
class TestTurnedTexts : public QObject
{
    Q_OBJECT

private slots:
    void plain();
    void markdown();
};

/// It is seen in the text, and copied it is the character again.
void TestTurnedTexts::plain()
{
    const QString exact = u"a\u202egpj.exe\nb\u2066c \\u202e d"_s;
    ResultHarness harness;
    harness.show("{\"content\":[{\"type\":\"text\",\"text\":" + Mcp::JsonText::quote(exact)
                 + "}]}");
    QCOMPARE(harness.text("block1.pane.text"), u"a\\u202egpj.exe\nb\\u2066c \\u202e d"_s);
    auto *edit = harness.find<QPlainTextEdit>("block1.pane.text");
    edit->selectAll();
    edit->copy();
    QCOMPARE(QGuiApplication::clipboard()->text(), exact);
    QGuiApplication::clipboard()->clear();
    harness.click("block1.copy");
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), exact);
}

void TestTurnedTexts::markdown()
{
    ResultHarness harness;
    harness.show("{\"content\":[{\"type\":\"text\",\"text\":"
                 + Mcp::JsonText::quote(u"a\u202e**b** [c\u2066d](http://x.org/) &#8238;e "
                                        "<http://x.org/\u202egpj>"_s)
                 + "}]}");
    harness.click("block1.modeMarkdown");
    auto *view = harness.find<QTextBrowser>("block1.pane.markdown");
    QVERIFY(view);
    QTRY_COMPARE(view->toPlainText().trimmed(),
                 u"a\\u202eb c\\u2066d \\u202ee http://x.org/\\u202egpj"_s);
}

QTEST_MAIN(TestTurnedTexts)
#include "tst_turnedtexts.moc"
