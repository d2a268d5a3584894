// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/callsplitter.h"

#include <QtTest/qtest.h>

using McpUi::CallSplitter;

class TestCallSplitter : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_splitter.reset(); }
    void theHandleStaysWhereItWasPut();
    void nonsenseIsNoPlace();
    void sharesByHeight();

private:
    int first() const { return m_splitter->sizes().constFirst(); }

    std::unique_ptr<CallSplitter> m_splitter;
};

void TestCallSplitter::init()
{
    m_splitter = std::make_unique<CallSplitter>();
    for (int i = 0; i < 2; ++i)
        m_splitter->addWidget(new QWidget);
    m_splitter->setSizes({ 450, 550 });
    m_splitter->resize(1000, 500);
    m_splitter->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_splitter.get()));
}

void TestCallSplitter::theHandleStaysWhereItWasPut()
{
    QVERIFY(m_splitter->place().isAbsent()); // nobody has moved it
    const int before = first();
    QWidget *handle = m_splitter->handle(1);
    QTest::mousePress(handle, Qt::LeftButton);
    QTest::mouseMove(handle, handle->rect().center() + QPoint(60, 0));
    QTest::mouseRelease(handle, Qt::LeftButton);
    const int put = first();
    QVERIFY(put >= before + 30);
    const Mcp::RawJson place = m_splitter->place();
    init();
    m_splitter->setPlace(place);
    QCOMPARE(first(), put);
    m_splitter->resize(500, 900); // one above the other: that width is no height
    QTRY_COMPARE(m_splitter->orientation(), Qt::Vertical);
    QTRY_VERIFY(first() > 500);
    m_splitter->resize(1000, 500);
    QTRY_COMPARE(m_splitter->orientation(), Qt::Horizontal);
    QTRY_COMPARE(first(), put);
    QCOMPARE(m_splitter->place(), place);
}

void TestCallSplitter::nonsenseIsNoPlace()
{
    const int before = first();
    for (const char *place :
         { "5", "{}", R"({"sizes":"x"})", R"({"sizes":[1]})", R"({"sizes":[1,2,3]})" })
        m_splitter->setPlace(Mcp::RawJson::fromText(place));
    QCOMPARE(first(), before);
    QVERIFY(m_splitter->place().isAbsent());
}

/// Where both are low the result has as much as the form.
void TestCallSplitter::sharesByHeight()
{
    for (int i = 0; i < 2; ++i)
        m_splitter->widget(i)->setMinimumWidth(220);
    m_splitter->resize(450, 380); // too low and wide enough: beside each other
    QTRY_COMPARE(m_splitter->orientation(), Qt::Horizontal);
    m_splitter->resize(450, 900);
    QTRY_COMPARE(m_splitter->orientation(), Qt::Vertical);
    QTRY_VERIFY(first() > 500);
    init();
    for (int i = 0; i < 2; ++i)
        m_splitter->widget(i)->setMinimumWidth(220);
    m_splitter->resize(300, 380);
    QTRY_COMPARE(m_splitter->orientation(), Qt::Vertical);
    QTRY_VERIFY2(qAbs(first() - m_splitter->sizes().constLast()) <= 2,
                 qPrintable(QString::number(first())));
}

QTEST_MAIN(TestCallSplitter)
#include "tst_callsplitter.moc"
