// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "protocol/connectioninfo.h"
#include "protocol/notifications.h"
#include "protocol/tool.h"
#include "protocol/toolresult.h"
#include "support/skip.h"

#include <QtCore/qdir.h>
#include <QtCore/qfile.h>
#include <QtTest/qtest.h>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

namespace {

QDir examples()
{
    const QString folder = qEnvironmentVariable(
            "MCP_SPEC_DIR", QStringLiteral(PROJECT_SOURCE_DIR "/../shared/spec"));
    return QDir(folder + "/2026-07-28/examples"_L1);
}

struct Example
{
    QString file;
    RawJson json;
};

QList<Example> examplesOf(const QString &type)
{
    QList<Example> found;
    QDir dir = examples();
    if (!dir.cd(type))
        return found;
    const QStringList files = dir.entryList({ u"*.json"_s }, QDir::Files, QDir::Name);
    for (const QString &name : files) {
        QFile file(dir.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            found.append({ type + u'/' + name, RawJson::fromText(file.readAll()) });
    }
    return found;
}

} // namespace

/// The official examples of 2026-07-28 read without a complaint.
class TestSpecExamples : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!examples().exists())
            MCP_SKIP_REFERENCE("the specification's examples are not here; set MCP_SPEC_DIR to a "
                               "folder that holds 2026-07-28/examples");
    }

    void tools()
    {
        const auto all = examplesOf(u"Tool"_s);
        QVERIFY(!all.isEmpty());
        for (const auto &[file, json] : all) {
            const Tool tool(json);
            QVERIFY2(!tool.name().isEmpty(), qPrintable(file));
            QVERIFY2(tool.problems().isEmpty(), qPrintable(file + tool.problems().join(u' ')));
        }
    }

    void toolLists()
    {
        const auto all = examplesOf(u"ListToolsResult"_s);
        QVERIFY(!all.isEmpty());
        for (const auto &[file, json] : all) {
            const ToolList list = ToolList::fromResult(json);
            QVERIFY2(!list.tools.isEmpty() && list.problems.isEmpty(), qPrintable(file));
        }
    }

    void toolResults()
    {
        const auto all = examplesOf(u"CallToolResult"_s);
        QVERIFY(!all.isEmpty());
        bool hasError = false;
        bool hasArray = false;
        for (const auto &[file, json] : all) {
            const ToolResult result(json);
            QVERIFY2(result.problems().isEmpty(), qPrintable(file));
            QVERIFY2(result.unknownMembers().isEmpty(), qPrintable(file));
            QVERIFY2(!result.content().isEmpty(), qPrintable(file));
            hasError = hasError || result.isError();
            hasArray = hasArray || result.structuredContent().isArray();
        }
        QVERIFY(hasError);
        QVERIFY(hasArray);
    }

    void contents_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<int>("expected");
        QTest::newRow("text") << u"TextContent"_s << int(Content::Type::Text);
        QTest::newRow("image") << u"ImageContent"_s << int(Content::Type::Image);
        QTest::newRow("audio") << u"AudioContent"_s << int(Content::Type::Audio);
        QTest::newRow("link") << u"ResourceLink"_s << int(Content::Type::ResourceLink);
        QTest::newRow("embedded") << u"EmbeddedResource"_s << int(Content::Type::Resource);
    }
    void contents()
    {
        QFETCH(QString, type);
        QFETCH(int, expected);
        const auto all = examplesOf(type);
        QVERIFY(!all.isEmpty());
        for (const auto &[file, json] : all) {
            const Content content(json);
            QVERIFY2(int(content.type()) == expected, qPrintable(file));
            if (content.type() == Content::Type::Image || content.type() == Content::Type::Audio)
                QVERIFY2(content.data() && !content.mimeType().isEmpty(), qPrintable(file));
            if (content.type() == Content::Type::Text)
                QVERIFY2(!content.text().isEmpty(), qPrintable(file));
        }
    }

    void notifications()
    {
        const auto progress = examplesOf(u"ProgressNotificationParams"_s);
        QVERIFY(!progress.isEmpty());
        for (const auto &[file, json] : progress) {
            const QString text = Progress::fromParams(json).describe();
            QVERIFY2(text.contains(u" of "), qPrintable(file + text));
        }
        const auto logs = examplesOf(u"LoggingMessageNotificationParams"_s);
        QVERIFY(!logs.isEmpty());
        for (const auto &[file, json] : logs)
            QVERIFY2(!LogMessage::fromParams(json).level.isEmpty(), qPrintable(file));
    }

    void discoverResults()
    {
        const auto all = examplesOf(u"DiscoverResult"_s);
        QVERIFY(!all.isEmpty());
        for (const auto &[file, json] : all) {
            ConnectionInfo info;
            info.era = Era::Modern;
            info.result = json;
            QVERIFY2(!info.displayName().isEmpty() && info.capabilities().isObject(),
                     qPrintable(file));
        }
    }
};

QTEST_GUILESS_MAIN(TestSpecExamples)
#include "tst_specexamples.moc"
