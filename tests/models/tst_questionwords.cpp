// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/questionwords.h"

#include "orchestrator/questiongist.h"

#include <QtTest/qtest.h>

using namespace Qt::Literals::StringLiterals;
using Kind = Mcp::InputRequest::Kind;

/// What a question is called in one line.
class TestQuestionWords : public QObject
{
    Q_OBJECT

private slots:
    void lines_data();
    void lines();
};

void TestQuestionWords::lines_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("params");
    QTest::addColumn<QString>("line");
    const int elicitation = int(Kind::Elicitation);
    QTest::newRow("form") << elicitation << R"({"message":"Which size?"})"_ba
                          << u"asks: Which size?"_s;
    QTest::newRow("several lines")
            << elicitation << R"({"message":" Which\n\n size? "})"_ba << u"asks: Which size?"_s;
    QTest::newRow("no message") << elicitation << "{}"_ba << u"asks you something"_s;
    QTest::newRow("no params") << elicitation << QByteArray() << u"asks you something"_s;
    QTest::newRow("turned") << elicitation << "{\"message\":\"a\\u202eb\"}"_ba
                            << u"asks: a\\u202Eb"_s;
    QTest::newRow("long") << elicitation << "{\"message\":\"" + QByteArray(1'000'000, 'x') + "\"}"
                          << u"asks: "_s + QString(80, u'x') + u'…';
    QTest::newRow("url") << elicitation
                         << R"({"mode":"url","url":"https://u@example.org/a","message":"m"})"_ba
                         << u"wants you to visit example.org"_s;
    // Of the beginning of one another host could be read.
    QTest::newRow("long url") << elicitation
                              << "{\"mode\":\"url\",\"url\":\"https://a@" + QByteArray(9000, 'x')
                                         + "\"}"
                              << u"wants you to visit an address"_s;
    QTest::newRow("bad url") << elicitation << R"({"mode":"url","url":"file:///a"})"_ba
                             << u"wants you to visit an address"_s;
    QTest::newRow("sampling") << int(Kind::Sampling) << "{}"_ba << u"wants an answer of a model"_s;
    QTest::newRow("roots") << int(Kind::Roots) << QByteArray()
                           << u"asks which folders it may use"_s;
}

void TestQuestionWords::lines()
{
    QFETCH(const int, kind);
    QFETCH(const QByteArray, params);
    const auto gist = Mcp::QuestionGist::of(Kind(kind), Mcp::RawJson::fromText(params));
    QTEST(McpUi::QuestionWords::line(gist).replace("\\u202e"_L1, "\\u202E"_L1), "line");
}

QTEST_GUILESS_MAIN(TestQuestionWords)
#include "tst_questionwords.moc"
