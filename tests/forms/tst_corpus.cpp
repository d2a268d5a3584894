// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/argumentform.h"
#include "forms/roundtrip.h"
#include "schema/schemadefaults.h"
#include "support/skip.h"
#include "json/jsontext.h"
#include "json/jsonwriter.h"

#include <QtCore/qdir.h>
#include <QtCore/qelapsedtimer.h>
#include <QtTest/qtest.h>

using namespace McpUi;
using namespace Qt::Literals::StringLiterals;
using Mcp::RawJson;
using Mcp::SchemaNode;
using Mcp::SchemaParser;

namespace {

/// A value with every declared member, two items in every list and the author's examples.
RawJson filled(const SchemaNode &node, const SchemaParser &parser, int depth)
{
    if (depth < 3 && node.kind == Mcp::SchemaKind::Object && !node.properties.isEmpty()) {
        Mcp::JsonObjectWriter writer;
        for (const Mcp::SchemaProperty &property : node.properties)
            writer.add(property.name, filled(parser.parse(property.schema), parser, depth + 1));
        return writer.toRawJson();
    }
    if (depth < 3 && node.kind == Mcp::SchemaKind::Array && node.items.isObject()) {
        const RawJson item = filled(parser.parse(node.items), parser, depth + 1);
        return Mcp::JsonArrayWriter().add(item).add(item).toRawJson();
    }
    if (!node.examples.isEmpty())
        return node.examples.constFirst();
    return Mcp::SchemaDefaults::smallest(node, parser);
}

/// Values for each parameter. Sanitizers make it ten times as slow; they look for other faults than
/// a choice that was not offered.
#ifdef __SANITIZE_ADDRESS__
constexpr int kValues = 3;
#else
constexpr int kValues = 150;
#endif

QString corpusFolder()
{
    return qEnvironmentVariable("MCP_CORPUS_DIR",
                                QStringLiteral(PROJECT_SOURCE_DIR "/../shared/corpus"));
}

} // namespace

/// The tools of real servers, as far as their list is at hand: their forms open, and what is set is
/// what comes out.
class TestCorpus : public QObject
{
    Q_OBJECT

private slots:
    void toolsOfRealServers()
    {
        const QDir folder(corpusFolder());
        const QStringList files = folder.entryList({ u"*.json"_s }, QDir::Files);
        if (files.isEmpty())
            MCP_SKIP_REFERENCE("no corpus of tool lists; MCP_CORPUS_DIR names its folder");
        int tools = 0;
        qint64 slowest = 0;
        QString slowestTool;
        for (const QString &name : files) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const RawJson list = RawJson::fromText(file.readAll()).value("tools");
            for (const RawJson &tool : list.elements()) {
                QElapsedTimer timer;
                timer.start();
                ArgumentForm form;
                form.setSchema(tool.value("inputSchema"));
                const QString title = name + u' ' + tool.value("name").toString();
                if (timer.elapsed() > slowest) {
                    slowest = timer.elapsed();
                    slowestTool = title;
                }
                const SchemaParser &parser = form.parser();
                for (const RawJson &value : { Mcp::SchemaDefaults::initialArguments(parser),
                                              Mcp::SchemaDefaults::smallest(parser.root(), parser),
                                              filled(parser.root(), parser, 0) }) {
                    form.setValue(value);
                    QVERIFY2(Mcp::JsonText::compact(form.value().view())
                                     == Mcp::JsonText::compact(value.view()),
                             qPrintable(title));
                    QVERIFY2(!form.isBroken(), qPrintable(title));
                }
                ++tools;
            }
        }
        qInfo("corpus: %d tools; the slowest form took %lld ms: %s", tools, slowest,
              qPrintable(slowestTool));
        QVERIFY(tools > 0);
    }

    void everyParameterThroughItsWidgets()
    {
        const QDir folder(corpusFolder());
        const QStringList files = folder.entryList({ u"*.json"_s }, QDir::Files);
        if (files.isEmpty())
            MCP_SKIP_REFERENCE("no corpus of tool lists; MCP_CORPUS_DIR names its folder");
        McpTest::RoundTrip trip;
        for (const QString &name : files) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const RawJson list = RawJson::fromText(file.readAll()).value("tools");
            for (const RawJson &tool : list.elements())
                trip.run(name + u' ' + tool.value("name").toString(), tool.value("inputSchema"),
                         kValues);
        }
        qInfo("corpus: %d parameters, %d wholly as form, %d with raw JSON somewhere below, %d as "
              "raw "
              "JSON, %lld round trips failed",
              trip.parameters, trip.asForm, trip.withJson, trip.asJson,
              qlonglong(trip.failures.size()));
        qInfo("corpus: %d values were entered, %d of them do not satisfy their schema", trip.values,
              trip.invalid);
        QVERIFY2(trip.failures.isEmpty(), qPrintable(trip.failures.mid(0, 40).join(u'\n')));
        QCOMPARE(trip.asJson, 0);
        QVERIFY(trip.asForm >= trip.parameters * 0.995);
        QVERIFY2(trip.invalid == 0, qPrintable(trip.invalids.mid(0, 40).join(u'\n')));
    }
};

QTEST_MAIN(TestCorpus)
#include "tst_corpus.moc"
