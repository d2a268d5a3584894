// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "layerrules.h"
#include "sourcetree.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

// Reads the #include lines of the whole tree and holds them against the layers of the architecture.
class TestLayers : public QObject
{
    Q_OBJECT

private slots:
    // The rules themselves: what they let through and what they stop.
    void ruleDecides_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("problem"); // part of the message; empty: allowed

        const auto row = [](const char *name, const QString &file, const QString &line,
                            const QString &problem = {}) {
            QTest::newRow(name) << file << line << problem;
        };
        row("own layer", u"lib/json/a.cpp"_s, u"#include \"json/rawjson.h\""_s);
        row("to the right", u"lib/client/a.cpp"_s, u"#include \"wire/message.h\""_s);
        row("beside", u"app/cli/main.cpp"_s, u"#include \"options.h\""_s);
        row("standard", u"lib/json/a.cpp"_s, u"#include <algorithm>"_s);
        row("system", u"lib/transport/a.cpp"_s, u"#include <sys/wait.h>"_s);
        row("qt core", u"lib/json/a.cpp"_s, u"#include <QByteArray>"_s);
        row("qt core, module named", u"lib/json/a.cpp"_s, u"#include <QtCore/QString>"_s);
        row("widgets in a view", u"ui/views/a.cpp"_s, u"#include <QTreeView>"_s);
        row("schema reads results", u"lib/schema/a.h"_s, u"#include \"wire/result.h\""_s);
        row("a form reads a schema", u"ui/forms/a.h"_s, u"#include \"schema/schemanode.h\""_s);

        const QString mayNot = u"may not include"_s;
        row("to the left", u"lib/json/a.h"_s, u"#include \"wire/message.h\""_s, mayNot);
        row("to the side", u"lib/transport/a.h"_s, u"#include \"protocol/tool.h\""_s, mayNot);
        row("window from below", u"lib/client/a.h"_s, u"#include \"models/x.h\""_s, mayNot);
        row("model of a form", u"ui/models/a.h"_s, u"#include \"forms/x.h\""_s, mayNot);
        row("view of a dialog", u"ui/views/a.h"_s, u"#include \"dialogs/x.h\""_s, mayNot);
        row("schema reads messages", u"lib/schema/a.h"_s, u"#include \"wire/message.h\""_s, mayNot);
        row("shell reads schemas", u"ui/shell/a.h"_s, u"#include \"schema/x.h\""_s, mayNot);
        row("command line and window", u"app/cli/a.cpp"_s, u"#include \"shell/x.h\""_s, mayNot);
        row("demo server and client", u"app/demo-server/a.cpp"_s, u"#include \"client/x.h\""_s,
            mayNot);
        row("fake server and wire", u"tests/fakeserver/a.cpp"_s,
            u"  #  include \"wire/framing.h\""_s, mayNot);
        row("climbing", u"ui/views/a.cpp"_s, u"#include \"../models/x.h\""_s, u"climbs out"_s);
        row("ours in angles", u"ui/views/a.cpp"_s, u"#include <models/x.h>"_s, u"of ours"_s);
        row("colour in the library", u"lib/wire/a.cpp"_s, u"#include <QColor>"_s, u"Core alone"_s);
        row("colour in a model", u"ui/models/a.cpp"_s, u"#include <QtGui/QColor>"_s,
            u"Core alone"_s);
        row("widget in a model", u"ui/models/a.cpp"_s, u"#include <qwidget.h>"_s, u"Core alone"_s);
    }

    void ruleDecides()
    {
        QFETCH(const QString, file);
        QFETCH(const QString, line);
        QFETCH(const QString, problem);

        const QStringList found = LayerRules(QStringLiteral(QT_HEADERS_DIR))
                                          .violations(file, { u"// first line"_s, line });
        if (problem.isEmpty()) {
            QCOMPARE(found, QStringList());
        } else {
            QCOMPARE(found.size(), 1);
            QVERIFY2(found.first().startsWith(file + u":2: "_s), qPrintable(found.first()));
            QVERIFY2(found.first().contains(problem), qPrintable(found.first()));
        }
    }

    void treeFollowsTheRules()
    {
        const SourceTree tree(QStringLiteral(PROJECT_SOURCE_DIR));
        const QStringList files = tree.filesEndingWith({ u".cpp"_s, u".h"_s });
        QVERIFY2(files.contains("lib/json/rawjson.h"_L1), "the source tree was not found");

        const LayerRules rules(QStringLiteral(QT_HEADERS_DIR));
        QStringList problems;
        for (const QString &file : files) {
            if (LayerRules::knows(file))
                problems += rules.violations(file, tree.lines(file));
            else
                problems += file + u": its folder has no rule in tests/house/layerrules.cpp"_s;
        }
        QVERIFY2(problems.isEmpty(), qPrintable(u'\n' + problems.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(TestLayers)
#include "tst_layers.moc"
