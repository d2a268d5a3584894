// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/handover.h"
#include "views/markdownrenderer.h"

#include <QtCore/qthread.h>
#include <QtGui/qguiapplication.h>
#include <QtGui/qpalette.h>
#include <QtTest/qtest.h>

using namespace Qt::Literals::StringLiterals;
using namespace McpUi;

class TestMarkdownRenderer : public QObject
{
    Q_OBJECT

private slots:
    void unwantedDocumentsEndInTheirThread();
};

/// The worker is the last to hold what nobody waits for any more.
void TestMarkdownRenderer::unwantedDocumentsEndInTheirThread()
{
    QThread *const own = QThread::currentThread();
    const MarkdownStyle style = MarkdownStyle::of(QFont(), QPalette());
    QThread *endedIn = nullptr;
    const std::unique_ptr<QThread> worker(QThread::create([&] {
        const auto document = renderMarkdown(u"# Title"_s, style, own);
        connect(
                document.get(), &QObject::destroyed, document.get(),
                [&endedIn] { endedIn = QThread::currentThread(); }, Qt::DirectConnection);
        handOver(&endedIn); // what is connected is run and deleted in the other thread
    }));
    worker->start();
    QVERIFY(worker->wait());
    takeOver(&endedIn);
    QCOMPARE(endedIn, nullptr);
    QTRY_COMPARE(endedIn, own);
}

QTEST_MAIN(TestMarkdownRenderer)
#include "tst_markdownrenderer.moc"
