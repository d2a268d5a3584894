// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "realservers.h"

#include "support/skip.h"
#include "support/windowharness.h"

#include "orchestrator/launchpolicy.h"
#include "orchestrator/serverstore.h"
#include "orchestrator/toolcatalog.h"
#include "shell/pagetabs.h"
#include "views/callpage.h"
#include "views/structuredview.h"
#include "json/jsontext.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;

/// Real servers of npm and PyPI, met the way a person meets them in the window: start by key, pick
/// the tool from the list, write its arguments, click Call, read the result.
class TestInteropWindow : public QObject
{
    Q_OBJECT

private:
    static Mcp::ServerSpec specOf(const RealServer &server)
    {
        Mcp::ServerSpec spec;
        spec.name = server.name;
        spec.launch.command = server.program;
        spec.launch.arguments = server.arguments;
        for (const QString &variable : server.environment) {
            spec.launch.environment.append(
                    { variable.section(u'=', 0, 0), variable.section(u'=', 1) });
        }
        return spec;
    }

    /// Selects the row whose text begins with @p name, as a click would.
    static bool pick(QAbstractItemView *list, const QString &name)
    {
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            const QModelIndex index = list->model()->index(row, 0);
            if (index.data().toString() != name)
                continue;
            list->scrollTo(index);
            QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                              list->visualRect(index).center());
            return true;
        }
        return false;
    }

    static QString resultText(const QWidget *page)
    {
        QStringList texts;
        const auto edits =
                page->findChild<QWidget *>(u"resultContent"_s)->findChildren<QPlainTextEdit *>();
        for (const QPlainTextEdit *edit : edits)
            texts.append(edit->toPlainText());
        // The same JSON in a text and as structured content is shown once, as a tree.
        const auto *tree = page->findChild<McpUi::StructuredView *>(u"resultStructured"_s);
        if (texts.isEmpty())
            texts.append(QString::fromUtf8(Mcp::JsonText::pretty(tree->value().view())));
        return texts.join(u'\n').trimmed();
    }

    QTemporaryDir m_scratch;
    std::unique_ptr<RealServers> m_servers;

private slots:
    void initTestCase()
    {
        QVERIFY(m_scratch.isValid());
        m_servers = std::make_unique<RealServers>(m_scratch.path());
    }

    void listsAndCalls_data()
    {
        QTest::addColumn<QString>("name");
        for (const RealServer &server : m_servers->all())
            QTest::newRow(qPrintable(server.name)) << server.name;
    }

    void listsAndCalls()
    {
        QFETCH(const QString, name);
        const RealServer server = m_servers->named(name);
        if (!server.missing.isEmpty())
            MCP_SKIP(qPrintable(server.missing));

        McpTest::WindowHarness harness;
        harness.open();
        const Mcp::ServerSpec spec = specOf(server);
        harness.orchestrator().launchPolicy().approve(spec);
        QVERIFY(!harness.orchestrator().store()->add(spec));

        auto *servers = harness.find<QAbstractItemView>(u"serverList"_s);
        QTRY_VERIFY(pick(servers, name));
        QTest::keyClick(servers, Qt::Key_Return);
        const Mcp::Server *process = harness.orchestrator().server(name);
        QTRY_VERIFY2_WITH_TIMEOUT(process->state() == Mcp::Server::State::Ready,
                                  qPrintable(process->failure().describe()), 60'000);
        QCOMPARE(Mcp::toString(process->connection()->revision), server.revision);

        auto *tools = harness.find<QAbstractItemView>(u"toolList"_s);
        QTRY_VERIFY_WITH_TIMEOUT(pick(tools, server.tool), 30'000);
        QTest::keyClick(tools, Qt::Key_Return);
        McpUi::CallPage *page = harness.window().pages()->currentPage();
        QVERIFY(page);
        QCOMPARE(page->subject().name, server.tool);
        page->setArguments(Mcp::RawJson::fromText(server.toolArguments));
        QTest::mouseClick(page->findChild<QPushButton *>(u"callButton"_s), Qt::LeftButton);
        auto *outcome = page->findChild<QLabel *>(u"resultOutcome"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(outcome->text().contains("Success"_L1),
                                  qPrintable(outcome->text()), 60'000);
        QTRY_VERIFY2(QRegularExpression(server.expected).match(resultText(page)).hasMatch(),
                     qPrintable(resultText(page)));
    }
};

QTEST_MAIN(TestInteropWindow)
#include "tst_interopwindow.moc"
