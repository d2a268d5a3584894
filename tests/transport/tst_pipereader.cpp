// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "transport/pipereader_unix.h"

#include <QtCore/qelapsedtimer.h>
#include <QtCore/qtimer.h>
#include <QtTest/qtest.h>

#include <algorithm>

#include <fcntl.h>
#include <unistd.h>

using namespace Mcp;

/// The reading end of a pipe whose other end the test holds.
class TestPipeReader : public QObject
{
    Q_OBJECT

private slots:
    void readsToTheEnd();
    void slowReceiversGetSmallPieces();

private:
    static constexpr qsizetype pipeBytes = 512 * 1024;

    /// Fills the pipe; false where it cannot be made large enough.
    static bool fill(const FileDescriptor &fd);
};

bool TestPipeReader::fill(const FileDescriptor &fd)
{
#ifdef F_SETPIPE_SZ
    if (::fcntl(fd.get(), F_SETPIPE_SZ, int(pipeBytes)) < 0)
        return false;
    const QByteArray text(pipeBytes, 'x');
    return ::write(fd.get(), text.constData(), size_t(text.size())) == pipeBytes;
#else
    Q_UNUSED(fd);
    return false;
#endif
}

void TestPipeReader::readsToTheEnd()
{
    std::optional<FileDescriptorPair> pipe = openPipe();
    QVERIFY(pipe);
    const bool isFilled = fill(pipe->second);
    PipeReader reader(std::move(pipe->first));
    qsizetype bytes = 0;
    bool isClosed = false;
    connect(&reader, &PipeReader::received, this,
            [&bytes](QByteArrayView piece) { bytes += piece.size(); });
    connect(&reader, &PipeReader::closed, this, [&isClosed] { isClosed = true; });
    reader.listen();
    QTRY_COMPARE(bytes, isFilled ? pipeBytes : 0);
    QVERIFY(!isClosed);
    QCOMPARE(::write(pipe->second.get(), "end", 3), 3);
    pipe->second.reset();
    QTRY_VERIFY(isClosed);
    QCOMPARE(bytes, (isFilled ? pipeBytes : 0) + 3);
}

/// What a turn of the event loop takes depends on the work that the bytes make, not on their number
/// alone.
void TestPipeReader::slowReceiversGetSmallPieces()
{
    std::optional<FileDescriptorPair> pipe = openPipe();
    QVERIFY(pipe);
    if (!fill(pipe->second))
        QSKIP("The system makes no pipe as large as this test needs.");
    PipeReader reader(std::move(pipe->first));
    qsizetype left = pipeBytes;
    QList<qsizetype> turns{ 0 };
    connect(&reader, &PipeReader::received, this, [&](QByteArrayView piece) {
        turns.last() += piece.size();
        left -= piece.size();
        QElapsedTimer work;
        work.start();
        while (work.nsecsElapsed() < piece.size() * 500) { // half a ms for each KiB
        }
    });
    QTimer nextTurn;
    nextTurn.callOnTimeout(this, [&turns] { turns.append(0); });
    nextTurn.start(0);
    reader.listen();
    QTRY_COMPARE(left, 0);
    const qsizetype most = *std::max_element(turns.cbegin(), turns.cend());
    QVERIFY2(most <= 32 * 1024, QByteArray::number(most).constData());
    const auto isSmall = [](qsizetype turn) { return turn <= 16 * 1024; };
    QVERIFY(std::count_if(turns.cbegin(), turns.cend(), isSmall) >= turns.size() - 2);
}

QTEST_GUILESS_MAIN(TestPipeReader)
#include "tst_pipereader.moc"
