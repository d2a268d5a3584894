// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/mergedsequence.h"

#include <QtTest/qtest.h>

using namespace McpUi;

/// Several bounded logs as one sequence with holes.
class TestMergedSequence : public QObject
{
    Q_OBJECT

private slots:
    void numbersInOrder();
    void quietOnesStay();
    void holesAreSkipped();
    void floodsTakeNoMemory();
};

void TestMergedSequence::numbersInOrder()
{
    MergedSequence sequence;
    QCOMPARE(sequence.append(0, 17), 1);
    QCOMPARE(sequence.append(1, 5), 2);
    QCOMPARE(sequence.append(0, 18), 3);
    QCOMPARE(sequence.count(), 3);
    QCOMPARE(sequence.first(), 1);
    QCOMPARE(sequence.end(), 4);
    QCOMPARE(sequence.find(3)->serial, 18);
    QCOMPARE(sequence.find(2)->log, 1);
    QCOMPARE(sequence.numberOf(0, 18), 3);
    QCOMPARE(sequence.numberOf(0, 19), 0);
    QCOMPARE(sequence.numberOf(7, 1), 0);
    QVERIFY(!sequence.find(4));
}

void TestMergedSequence::quietOnesStay()
{
    MergedSequence sequence;
    sequence.append(0, 1);
    sequence.append(1, 1);
    for (quint64 i = 2; i <= 100; ++i)
        sequence.append(1, i);
    sequence.dropBefore(1, 91);
    QCOMPARE(sequence.count(), 11);
    QCOMPARE(sequence.find(1)->log, 0);
    QVERIFY(!sequence.find(2));
    QCOMPARE(sequence.numberOf(1, 91), 92);
    const std::vector<quint64> gone = sequence.takeGone();
    QCOMPARE(gone.size(), size_t(90));
    QCOMPARE(gone.front(), 2);
    QCOMPARE(gone.back(), 91);
    QVERIFY(sequence.takeGone().empty());
}

void TestMergedSequence::holesAreSkipped()
{
    MergedSequence sequence;
    for (quint64 i = 1; i <= 10; ++i)
        sequence.append(int(i % 2), (i + 1) / 2);
    sequence.dropBefore(1, 4); // numbers 1, 3 and 5
    QCOMPARE(sequence.first(), 2);
    QCOMPARE(sequence.following(2), 2);
    QCOMPARE(sequence.following(3), 4);
    QCOMPARE(sequence.following(11), 11);
    sequence.clear();
    QCOMPARE(sequence.count(), 0);
    QCOMPARE(sequence.append(0, 1), 11); // numbers are not used again
}

/// One entry of a quiet log in front of a million dropped ones of another.
void TestMergedSequence::floodsTakeNoMemory()
{
    MergedSequence sequence;
    sequence.append(0, 1);
    for (quint64 i = 1; i <= 1'000'000; ++i) {
        sequence.append(1, i);
        if (i > 1000)
            sequence.dropBefore(1, i - 1000);
        if (i % 10'000 == 0)
            sequence.takeGone();
    }
    QCOMPARE(sequence.count(), 1002);
    QCOMPARE(sequence.find(1)->log, 0);
    QCOMPARE(sequence.following(2), sequence.numberOf(1, 999'000));
}

QTEST_APPLESS_MAIN(TestMergedSequence)
#include "tst_mergedsequence.moc"
