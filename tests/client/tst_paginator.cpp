// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/paginator.h"

#include <QtTest/qtest.h>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

namespace {

Paginator paged(const QByteArrayList &pages)
{
    Paginator paginator(u"tools"_s);
    for (const QByteArray &page : pages)
        paginator.addPage(RawJson::fromText(page));
    return paginator;
}

} // namespace

/// Checklist 47: cursors are opaque, an empty one is not the end, a missing one is.
class TestPaginator : public QObject
{
    Q_OBJECT

private slots:
    void merges_data()
    {
        QTest::addColumn<QByteArrayList>("pages");
        QTest::addColumn<QByteArray>("merged");
        QTest::newRow("one page is left as it came")
                << QByteArrayList{ R"({ "tools" : [ 1.0 ] , "nextCursor":null })" }
                << R"({ "tools" : [ 1.0 ] , "nextCursor":null })"_ba;
        QTest::newRow("bytes of the elements are kept")
                << QByteArrayList{ R"({"tools":[{"b":1.0, "a":1e400}],"nextCursor":"x"})",
                                   R"({"tools":[ {"a" : 1} , 2 ]})" }
                << R"({"tools":[{"b":1.0, "a":1e400},{"a" : 1} , 2]})"_ba;
        QTest::newRow("other members come from the first page, in their order") << QByteArrayList{
            R"({"_meta":{"p":1},"nextCursor":"x","tools":[1],"n":5,"more":true})",
            R"({"tools":[2],"n":9,"_meta":{"p":2}})"
        } << R"({"_meta":{"p":1},"tools":[1,2],"n":5,"more":true})"_ba;
        QTest::newRow("kept as long, and by whom, as all pages may be")
                << QByteArrayList{ R"({"ttlMs":500,"cacheScope":"public","tools":[1],)"
                                   R"("nextCursor":"x"})",
                                   R"({"tools":[2],"ttlMs":20,"cacheScope":"public",)"
                                   R"("nextCursor":"y"})",
                                   R"({"tools":[3],"ttlMs":90,"cacheScope":"private"})" }
                << R"({"ttlMs":20,"cacheScope":"private","tools":[1,2,3]})"_ba;
        QTest::newRow("a page that does not say is out of date")
                << QByteArrayList{ R"({"ttlMs":500,"cacheScope":"public","tools":[1],)"
                                   R"("nextCursor":"x"})",
                                   R"({"tools":[2]})" }
                << R"({"ttlMs":0,"cacheScope":"private","tools":[1,2]})"_ba;
        QTest::newRow("empty pages")
                << QByteArrayList{ R"({"tools":[],"nextCursor":"x"})",
                                   R"({"tools":[ ],"nextCursor":"y"})", R"({"tools":[3]})" }
                << R"({"tools":[3]})"_ba;
        QTest::newRow("all empty")
                << QByteArrayList{ R"({"tools":[],"nextCursor":"x"})", R"({"tools":[]})" }
                << R"({"tools":[]})"_ba;
        QTest::newRow("first page without the array")
                << QByteArrayList{ R"({"nextCursor":"x","z":1})", R"({"tools":[1]})" }
                << R"({"z":1,"tools":[1]})"_ba;
    }
    void merges()
    {
        QFETCH(QByteArrayList, pages);
        const Paginator paginator = paged(pages);
        QVERIFY(paginator.nextCursor().isAbsent());
        QTEST(paginator.merged().toByteArray(), "merged");
    }

    void cursors_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::addColumn<QByteArray>("cursor"); // empty: the end
        QTest::addColumn<int>("warnings");
        QTest::newRow("missing") << R"({"tools":[]})"_ba
                                 << ""_ba << 0;
        QTest::newRow("null") << R"({"tools":[],"nextCursor":null})"_ba
                              << ""_ba << 0;
        QTest::newRow("empty string") << R"({"tools":[],"nextCursor":""})"_ba
                                      << R"("")"_ba << 0;
        QTest::newRow("escapes are kept") << R"({"tools":[],"nextCursor":"\u00e4\/"})"_ba
                                          << R"("\u00e4\/")"_ba << 0;
        QTest::newRow("a number is odd but followed") << R"({"tools":[],"nextCursor":7})"_ba
                                                      << "7"_ba << 1;
    }
    void cursors()
    {
        QFETCH(QByteArray, page);
        const Paginator paginator = paged({ page });
        QTEST(paginator.nextCursor().toByteArray(), "cursor");
        QTEST(int(paginator.warnings().size()), "warnings");
    }

    void aRepeatedCursorEndsTheList()
    {
        const Paginator paginator =
                paged({ R"({"tools":[1],"nextCursor":"a"})", R"({"tools":[2],"nextCursor":"b"})",
                        R"({"tools":[3],"nextCursor":"a"})" });
        QVERIFY(paginator.nextCursor().isAbsent());
        QCOMPARE(paginator.merged().toByteArray(), R"({"tools":[1,2,3]})"_ba);
        QCOMPARE(paginator.warnings().size(), 1);
        QVERIFY(paginator.warnings().at(0).contains(u"\"a\""));
    }

    void endlessPagesAreCut()
    {
        Paginator paginator(u"tools"_s);
        int pages = 0;
        do {
            ++pages;
            paginator.addPage(RawJson::fromText("{\"tools\":[1],\"nextCursor\":\""
                                                + QByteArray::number(pages) + "\"}"));
        } while (!paginator.nextCursor().isAbsent() && pages < 2 * Limits().listPages);
        QCOMPARE(pages, Limits().listPages);
        QCOMPARE(paginator.merged().value("tools").count(), Limits().listPages);
        QCOMPARE(paginator.warnings().size(), 1);
    }

    void aPageWithoutTheArrayIsNoted()
    {
        const Paginator paginator =
                paged({ R"({"tools":[1],"nextCursor":"a"})", R"({"tools":{}})" });
        QCOMPARE(paginator.merged().toByteArray(), R"({"tools":[1]})"_ba);
        QCOMPARE(paginator.warnings().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestPaginator)
#include "tst_paginator.moc"
