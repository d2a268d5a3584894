// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/memberorder.h"

#include <QtTest/qtest.h>

using McpUi::memberOrder;
using namespace Qt::Literals::StringLiterals;

class TestMemberOrder : public QObject
{
    Q_OBJECT

private slots:
    void order_data()
    {
        QTest::addColumn<QString>("kept");
        QTest::addColumn<QString>("present");
        QTest::addColumn<QString>("expected");
        // The author's order is a b c d e; one letter a member.
        QTest::newRow("nothing") << u""_s << u""_s << u""_s;
        QTest::newRow("author's order") << u""_s << u"ace"_s << u"ace"_s;
        QTest::newRow("author's order, asked for otherwise") << u""_s << u"eca"_s << u"ace"_s;
        QTest::newRow("value's order stays") << u"cab"_s << u"abc"_s << u"cab"_s;
        QTest::newRow("undeclared stay where they were") << u"xay"_s << u"axy"_s << u"xay"_s;
        QTest::newRow("new one behind its predecessor") << u"dab"_s << u"abdc"_s << u"dabc"_s;
        QTest::newRow("new first one before its successor") << u"xb"_s << u"xba"_s << u"xab"_s;
        QTest::newRow("left out") << u"abc"_s << u"ac"_s << u"ac"_s;
        QTest::newRow("back where it was") << u"cab"_s << u"bca"_s << u"cab"_s;
        QTest::newRow("new undeclared at the end") << u"a"_s << u"axb"_s << u"abx"_s;
    }
    void order()
    {
        const auto letters = [](const QString &text) {
            QStringList result;
            for (const QChar c : text)
                result.append(QString(c));
            return result;
        };
        QFETCH(QString, kept);
        QFETCH(QString, present);
        const QStringList found = memberOrder(letters(kept), letters(u"abcde"_s), letters(present));
        QTEST(found.join(QString()), "expected");
    }
};

QTEST_GUILESS_MAIN(TestMemberOrder)
#include "tst_memberorder.moc"
