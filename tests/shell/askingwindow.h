// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "support/windowtest.h"

#include "orchestrator/history.h"
#include "orchestrator/orchestrator.h"
#include "orchestrator/questions.h"
#include "shell/pagetabs.h"
#include "views/callpage.h"

#include <QtWidgets/qabstractbutton.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qlabel.h>

namespace McpTest {

/// What tests of the server's questions in the window have in common.
class AskingWindow : public WindowTest
{
protected:
    void startEra(const QString &era) { startFake({ QStringLiteral("--era"), era }); }

    /// Makes the fake server ask @p question: {"method": …, "params": …}.
    McpUi::CallPage *ask(const QByteArray &question)
    {
        auto *page = m_harness->window().pages()->openWith(
                QStringLiteral("fake"), QStringLiteral("ask"), Mcp::RawJson::fromText(question));
        page->call();
        return page;
    }
    /// The same, until it is asked; then the panel is shown by its key.
    void askAndShow(const QByteArray &question)
    {
        ask(question);
        QVERIFY(waitForQuestions(1));
        m_harness->key(QStringLiteral("Ctrl+5"));
        QTRY_VERIFY(find(QStringLiteral("question"))->isVisible());
    }
    bool waitForQuestions(qsizetype count)
    {
        return QTest::qWaitFor([&] { return questions()->open().size() == count; }, kWaitMs);
    }
    Mcp::Questions *questions() { return m_harness->orchestrator().questions(); }
    void click(const QString &name)
    {
        auto *button = find<QAbstractButton>(name);
        QTRY_VERIFY2(button->isVisible() && button->isEnabled(), qPrintable(name));
        QTest::mouseClick(button, Qt::LeftButton);
    }
    QString text(const QString &name) const { return find<QLabel>(name)->text(); }
    /// What the server was answered by the last call of "ask", as it wrote it down; or the call's
    /// error.
    QByteArray answered()
    {
        const auto last = [this] {
            return m_harness->orchestrator().history()->latest(QStringLiteral("fake"),
                                                               QStringLiteral("ask"));
        };
        if (!QTest::qWaitFor([&] { return last() != nullptr; }, kWaitMs))
            return "(nothing)";
        const Mcp::RawJson text =
                Mcp::RawJson::fromText(last()->result).value("content").element(0).value("text");
        return text.isString() ? text.toString().toUtf8() : last()->message.toUtf8();
    }
};

/// A member of a form: text, at least two characters.
inline const QByteArray nameMember = R"("name":{"type":"string","minLength":2})";

/// An elicitation with these properties, and @p more members of the schema.
inline QByteArray form(const QByteArray &properties, const QByteArray &more = {},
                       const QByteArray &message = "Which size?")
{
    return R"({"method":"elicitation/create","params":{"message":")" + message
           + R"(","requestedSchema":{"type":"object","properties":{)" + properties + '}' + more
           + "}}}";
}

inline void addEras()
{
    QTest::addColumn<QString>("era");
    QTest::newRow("legacy") << QStringLiteral("legacy");
    QTest::newRow("modern") << QStringLiteral("modern");
}

} // namespace McpTest
