// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qcoreapplication.h>
#include <QtCore/qdatetime.h>
#include <QtCore/qelapsedtimer.h>
#include <QtCore/qfile.h>
#include <QtCore/qtimer.h>

#include <functional>
#ifdef Q_OS_UNIX
#include <ctime>
#endif

/// How long the GUI thread does not react, and what memory is taken meanwhile.
namespace McpTest {

/// A field of /proc/self/status in MB; 0 where there is none.
inline double statusMb(QByteArrayView field)
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(field))
            return line.mid(field.size() + 1).trimmed().split(' ').first().toDouble() / 1000;
    }
    return 0;
}

/// What one step took.
struct GuiStep
{
    qint64 ms = 0;          ///< until it was done
    qint64 longestMs = 0;   ///< between two beats of the GUI thread
    qint64 longestWork = 0; ///< the most that the thread itself worked between two; the rest is
                            ///< other programs' turn
    double peakMb = 0;      ///< VmHWM, counted from the step on where the system can
    bool isDone = false;    ///< before it was given up
};

/// A timer of 5 ms on the GUI thread that sees how late it comes.
class GuiBeat : public QObject
{
public:
    GuiBeat()
    {
        m_beat.callOnTimeout(this, [this] { beat(); });
        m_beat.start(5);
        m_sinceBeat.start();
    }

    /// Does @p what and waits for @p done, and for what is still to be painted then: @p turns of
    /// the event loop.
    GuiStep step(const std::function<void()> &what, const std::function<bool()> &done,
                 int turns = 20)
    {
        constexpr qint64 kGiveUpMs = 120'000;
        resetPeak();
        beat();
        m_step = {};
        QElapsedTimer clock;
        clock.start();
        what();
        while (!done() && clock.elapsed() < kGiveUpMs)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        m_step.isDone = done();
        m_step.ms = clock.elapsed();
        for (int i = 0; i < turns; ++i)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        beat();
        m_step.peakMb = statusMb("VmHWM:");
        return m_step;
    }

private:
    static void resetPeak()
    {
        QFile file(QStringLiteral("/proc/self/clear_refs"));
        if (file.open(QIODevice::WriteOnly))
            file.write("5");
    }

    /// What this thread has worked so far, in ms. The time of day where the system cannot tell.
    static qint64 workedMs()
    {
#ifdef Q_OS_UNIX
        timespec time = {};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return qint64(time.tv_sec) * 1000 + time.tv_nsec / 1'000'000;
#else
        return QDateTime::currentMSecsSinceEpoch();
#endif
    }

    void beat()
    {
        const qint64 worked = workedMs();
        m_step.longestMs = qMax(m_step.longestMs, m_sinceBeat.restart());
        m_step.longestWork = qMax(m_step.longestWork, worked - m_worked);
        m_worked = worked;
    }

    QTimer m_beat;
    QElapsedTimer m_sinceBeat;
    GuiStep m_step;
    qint64 m_worked = 0;
};

} // namespace McpTest
