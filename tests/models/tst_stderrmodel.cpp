// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "printedmodel.h"

#include "models/stderrmodel.h"
#include "support/worktimer.h"

#include <QtTest/qabstractitemmodeltester.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

using namespace McpUi;
using namespace Qt::Literals::StringLiterals;
using Mcp::StderrLog;
using McpTest::printed;

/// The lines of stderr as a model: a window of a bounded log that changes under it.
class TestStderrModel : public QObject
{
    Q_OBJECT

private slots:
    void showsLines();
    void longLineGoesOn();
    void appendsInOneBatch();
    void dropsOldLines();
    void survivesCompleteTurnover();
    void clearing();
    void filters();
    void filterFollowsTheLog();
    void otherLog();
    void logGoes();
    void staleRowsAreEmpty();
    void aMillionLines();

private:
    static QByteArray lines(int from, int to);
};

QByteArray TestStderrModel::lines(int from, int to)
{
    QByteArray text;
    for (int i = from; i < to; ++i)
        text += "line " + QByteArray::number(i) + '\n';
    return text;
}

void TestStderrModel::showsLines()
{
    StderrLog log;
    log.append("first\nsecond\nunfinished");
    StderrModel model;
    const QAbstractItemModelTester tester(&model);
    model.setLog(&log);
    QCOMPARE(printed(model), (QStringList{ u"first"_s, u"second"_s }));
    QVERIFY(!model.index(0, 0).data(StderrModel::TimeRole).toString().isEmpty());
    QCOMPARE(model.textOf(model.serialAt(1)), u"second"_s);
    QVERIFY(model.longestLine() >= 6);
}

/// The second half of a line that was cut does not look like a line of its own.
void TestStderrModel::longLineGoesOn()
{
    StderrLog log;
    Mcp::Limits limits;
    limits.stderrLineBytes = 100;
    log.setLimits(limits);
    log.append(QByteArray(100, 'a') + "bc\nnext\n");
    StderrModel model;
    model.setLog(&log);
    QCOMPARE(printed(model), (QStringList{ QString(100, u'a'), u"… bc"_s, u"next"_s }));
    QVERIFY(model.index(1, 0).data(Qt::ToolTipRole).toString().contains(u"stderrLineBytes"_s));
    QVERIFY(!model.index(2, 0).data(Qt::ToolTipRole).isValid());
    QCOMPARE(model.textOf(model.serialAt(1)), u"bc"_s);
}

void TestStderrModel::appendsInOneBatch()
{
    StderrLog log;
    StderrModel model;
    const QAbstractItemModelTester tester(&model);
    model.setLog(&log);
    const QSignalSpy inserted(&model, &StderrModel::rowsInserted);
    log.append(lines(0, 500));
    log.append(lines(500, 1000));
    QTRY_COMPARE(model.rowCount(), 1000);
    QCOMPARE(inserted.size(), 1);
}

void TestStderrModel::dropsOldLines()
{
    StderrLog log(10);
    StderrModel model;
    const QAbstractItemModelTester tester(&model);
    model.setLog(&log);
    log.append(lines(0, 8));
    QTRY_COMPARE(model.rowCount(), 8);
    log.append(lines(8, 13));
    QTRY_COMPARE(printed(model).last(), u"line 12"_s);
    QCOMPARE(model.rowCount(), 10);
    QCOMPARE(printed(model).first(), u"line 3"_s);
    QCOMPARE(model.droppedCount(), 3);
    QCOMPARE(model.rowOf(model.serialAt(4)), 4);
}

void TestStderrModel::survivesCompleteTurnover()
{
    StderrLog log(10);
    StderrModel model;
    const QAbstractItemModelTester tester(&model);
    model.setLog(&log);
    log.append(lines(0, 10));
    QTRY_COMPARE(model.rowCount(), 10);
    log.append(lines(10, 1000)); // none of the lines shown is left
    QTRY_COMPARE(printed(model).first(), u"line 990"_s);
    QCOMPARE(model.rowCount(), 10);
}

void TestStderrModel::clearing()
{
    StderrLog log;
    StderrModel model;
    const QAbstractItemModelTester tester(&model);
    model.setLog(&log);
    log.append(lines(0, 5));
    QTRY_COMPARE(model.rowCount(), 5);
    log.clear();
    QTRY_COMPARE(model.rowCount(), 0);
    log.append(lines(5, 7));
    QTRY_COMPARE(printed(model), (QStringList{ u"line 5"_s, u"line 6"_s }));
}

void TestStderrModel::filters()
{
    StderrLog log;
    log.append("Error: one\nfine\nerror: TWO\n");
    StderrModel model;
    const QAbstractItemModelTester tester(&model);
    model.setLog(&log);
    model.setFilter(u"ERROR"_s);
    QCOMPARE(printed(model), (QStringList{ u"Error: one"_s, u"error: TWO"_s }));
    QCOMPARE(model.totalCount(), 3);
    QCOMPARE(model.rowOf(model.serialAt(1)), 1);
    model.setFilter(u"nothing like it"_s);
    QCOMPARE(model.rowCount(), 0);
    model.setFilter({});
    QCOMPARE(model.rowCount(), 3);
}

void TestStderrModel::filterFollowsTheLog()
{
    StderrLog log(100);
    StderrModel model;
    const QAbstractItemModelTester tester(&model);
    model.setLog(&log);
    model.setFilter(u"9"_s);
    log.append(lines(0, 100));
    QTRY_COMPARE(model.rowCount(), 19);
    log.append(lines(100, 150)); // 9, 19, 29, 39, 49 go, 109, 119, 129, 139, 149 come
    QTRY_COMPARE(printed(model).last(), u"line 149"_s);
    QCOMPARE(model.rowCount(), 19);
    QCOMPARE(printed(model).first(), u"line 59"_s);
}

void TestStderrModel::otherLog()
{
    StderrLog one;
    StderrLog two;
    one.append(lines(0, 3));
    two.append("other\n");
    StderrModel model;
    const QAbstractItemModelTester tester(&model);
    model.setLog(&one);
    QCOMPARE(model.rowCount(), 3);
    model.setLog(&two);
    QCOMPARE(printed(model), QStringList{ u"other"_s });
    one.append("late\n");
    QTest::qWait(60);
    QCOMPARE(printed(model), QStringList{ u"other"_s });
    model.setLog(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void TestStderrModel::logGoes()
{
    auto log = std::make_unique<StderrLog>();
    log->append(lines(0, 3));
    StderrModel model;
    const QAbstractItemModelTester tester(&model);
    model.setLog(log.get());
    log.reset();
    QCOMPARE(model.rowCount(), 0);
}

void TestStderrModel::staleRowsAreEmpty()
{
    StderrLog log(5);
    StderrModel model;
    model.setLog(&log);
    log.append(lines(0, 5));
    QTRY_COMPARE(model.rowCount(), 5);
    log.append(lines(5, 8)); // the model has not heard of it yet
    QCOMPARE(model.index(0, 0).data().toString(), QString());
    QCOMPARE(model.index(4, 0).data().toString(), u"line 4"_s);
}

void TestStderrModel::aMillionLines()
{
    StderrLog log;
    StderrModel model;
    model.setLog(&log);
    model.setFilter(u"7"_s);
    qint64 worst = 0;
    McpTest::WorkTimer step;
    for (int i = 0; i < 1'000'000; i += 5'000) {
        log.append(lines(i, i + 5'000));
        step.start();
        QCoreApplication::processEvents();
        worst = qMax(worst, step.elapsed());
    }
    QTRY_COMPARE(printed(model).last(), u"line 999997"_s);
    QCOMPARE(model.totalCount(), 10'000);
    QVERIFY2(worst < 500, qPrintable(QString::number(worst))); // 8 ms meant; machines are busy
}

QTEST_GUILESS_MAIN(TestStderrModel)
#include "tst_stderrmodel.moc"
