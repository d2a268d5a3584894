// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/clipboardjob.h"

#include <QtCore/qsemaphore.h>
#include <QtGui/qclipboard.h>
#include <QtGui/qguiapplication.h>
#include <QtTest/qtest.h>

using namespace Qt::Literals::StringLiterals;
using namespace McpUi;

namespace {

QString copied() { return QGuiApplication::clipboard()->text(); }

/// A copy that is made when release() allows it.
class SlowCopy
{
public:
    explicit SlowCopy(const QString &text)
    {
        m_job.copyLater([gate = m_gate, text] {
            gate->acquire();
            return text;
        });
    }
    ~SlowCopy() { release(); }
    Q_DISABLE_COPY_MOVE(SlowCopy)

    void release() { m_gate->release(); }

private:
    std::shared_ptr<QSemaphore> m_gate = std::make_shared<QSemaphore>();
    ClipboardJob m_job;
};

/// All that can still come has come.
void settle()
{
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
}

} // namespace

/// Whatever is copied last is what is pasted, however long an older copy takes.
class TestClipboardJob : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QThreadPool::globalInstance()->setMaxThreadCount(2); }
    void init() { QGuiApplication::clipboard()->clear(); }
    void largeOnesComeLater();
    void slowOneAlone();
    void quickOneElsewhere();
    void slowOnesInTheirOrder();
    void slowOnesTheOtherWayRound();
    void anotherProgram();
};

void TestClipboardJob::largeOnesComeLater()
{
    ClipboardJob job;
    job.copy(10, [] { return u"small"_s; });
    QCOMPARE(copied(), u"small"_s);
    job.copy(kBackgroundSize, [] { return u"large"_s; });
    QCOMPARE(copied(), u"small"_s);
    QTRY_COMPARE(copied(), u"large"_s);
}

void TestClipboardJob::slowOneAlone()
{
    SlowCopy slow(u"slow"_s);
    slow.release();
    QTRY_COMPARE(copied(), u"slow"_s);
}

void TestClipboardJob::quickOneElsewhere()
{
    SlowCopy slow(u"slow"_s);
    ClipboardJob quick;
    quick.copy(u"quick"_s);
    slow.release();
    settle();
    QCOMPARE(copied(), u"quick"_s);
}

void TestClipboardJob::slowOnesInTheirOrder()
{
    SlowCopy older(u"older"_s);
    SlowCopy newer(u"newer"_s);
    older.release();
    newer.release();
    QTRY_COMPARE(copied(), u"newer"_s);
}

void TestClipboardJob::slowOnesTheOtherWayRound()
{
    SlowCopy older(u"older"_s);
    SlowCopy newer(u"newer"_s);
    newer.release();
    QTRY_COMPARE(copied(), u"newer"_s);
    older.release();
    settle();
    QCOMPARE(copied(), u"newer"_s);
}

void TestClipboardJob::anotherProgram()
{
    SlowCopy slow(u"slow"_s);
    QGuiApplication::clipboard()->setText(u"from elsewhere"_s);
    slow.release();
    settle();
    QCOMPARE(copied(), u"from elsewhere"_s);
}

QTEST_MAIN(TestClipboardJob)
#include "tst_clipboardjob.moc"
