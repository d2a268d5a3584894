// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "sourcetree.h"

#include <QDir>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int maxSourceLines = 400;
constexpr int maxHeaderLines = 120;
constexpr int maxMainLines = 60;

// Files that may be longer than the limit, each with the reason.
int ownLimit(const QString &file, int limit)
{
    static const QHash<QString, int> longer = {
        // The faces of the library: every public function carries its manual.
        { u"lib/server/server.h"_s, 185 },
        { u"lib/orchestrator/orchestrator.h"_s, 150 },
    };
    return longer.value(file, limit);
}

} // namespace

// The rules that hold for each file: its head, its size, its place, and what it must not say.
class TestFiles : public QObject
{
    Q_OBJECT

private:
    SourceTree m_tree{ QStringLiteral(PROJECT_SOURCE_DIR) };

    static void expectNone(const QStringList &problems)
    {
        QVERIFY2(problems.isEmpty(), qPrintable(u'\n' + problems.join(u'\n')));
    }

private slots:
    void topLevelIsAsDesigned()
    {
        const QSet<QString> allowed = {
            u"CMakeLists.txt"_s, u"app"_s,       u"lib"_s,     u"ui"_s,       u"resources"_s,
            u"tests"_s,          u"packaging"_s, u"LICENSE"_s, u"README.md"_s
        };
        QStringList problems;
        const QStringList entries = m_tree.topLevel();
        for (const QString &entry : entries) {
            if (!entry.startsWith(u'.') && !allowed.contains(entry))
                problems += entry + u": not an entry of the top level; which folder owns it?"_s;
        }
        for (const QString &entry : allowed) {
            if (!entries.contains(entry))
                problems += entry + u": missing at the top level"_s;
        }
        expectNone(problems);
    }

    void licenceHeadsEachFile()
    {
        QStringList problems;
        const QStringList files = m_tree.files();
        for (const QString &file : files) {
            const QStringList lines = m_tree.lines(file);
            const bool script = !lines.isEmpty() && lines.first().startsWith("#!"_L1);
            static const QRegularExpression source(u"\\.(cpp|h|py|sh|js|mjs|ts)$"_s);
            if (!script && !source.match(file).hasMatch())
                continue;
            // A script's first line names its interpreter, or what a checker should take it for.
            const bool named = script || lines.value(0).startsWith("# shellcheck shell="_L1);
            const QString first = lines.value(named ? 1 : 0);
            const QString second = lines.value(named ? 2 : 1);
            static const QRegularExpression copyright(
                    u"^(//|#) SPDX-FileCopyrightText: \\d{4} The MCP Orchestrator authors$"_s);
            static const QRegularExpression licence(u"^(//|#) SPDX-License-Identifier: MIT$"_s);
            if (!copyright.match(first).hasMatch() || !licence.match(second).hasMatch())
                problems += file
                            + u":1: the two SPDX lines are missing (copy them from LICENSE's "
                              u"neighbours, e.g. lib/json/rawjson.h)"_s;
        }
        expectNone(problems);
    }

    // The tables of faults and of rules are worth what their tests are.
    void everyTestOfTheTablesExists_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("faults") << u"tests/FAULTS.md"_s;
        QTest::newRow("rules of the specification") << u"tests/CHECKLIST.md"_s;
        QTest::newRow("messages") << u"README.md"_s;
    }
    void everyTestOfTheTablesExists()
    {
        QFETCH(const QString, file);
        static const QRegularExpression reference(u"`(tst_\\w+)::(\\w+)`"_s);
        QStringList problems;
        int found = 0;
        auto all = reference.globalMatch(m_tree.lines(file).join(u'\n'));
        while (all.hasNext()) {
            const QRegularExpressionMatch match = all.next();
            const QStringList files =
                    m_tree.filesEndingWith({ u'/' + match.captured(1) + u".cpp"_s });
            const QString function = u"void %1()"_s.arg(match.captured(2));
            const bool exists =
                    !files.isEmpty() && !m_tree.lines(files.first()).filter(function).isEmpty();
            if (!exists)
                problems += file + ": no test "_L1 + match.captured(0);
            ++found;
        }
        QVERIFY(found > 30);
        expectNone(problems);
    }

    // A system clock that jumps must neither end a call nor keep it for ever.
    void limitsAreMeasuredOnASteadyClock()
    {
        static const QRegularExpression clock(
                u"QDateTime|QTime\\b|system_clock|\\btime\\(nullptr"_s);
        QStringList problems;
        const QStringList files = m_tree.files();
        for (const QString &file : files) {
            if ((file.startsWith("lib/client/"_L1) || file.startsWith("lib/transport/"_L1))
                && m_tree.lines(file).join(u'\n').contains(clock))
                problems += file + u": the time of day; limits are measured with QElapsedTimer"_s;
        }
        expectNone(problems);
    }

    void headersAreGuardedByPragma()
    {
        QStringList problems;
        const QStringList headers = m_tree.filesEndingWith({ u".h"_s });
        for (const QString &file : headers) {
            if (!m_tree.lines(file).contains("#pragma once"_L1))
                problems += file + u":1: no #pragma once"_s;
        }
        expectNone(problems);
    }

    void ownHeaderComesFirst()
    {
        static const QRegularExpression directive(u"^#include [\"<]([^\">]+)[\">]"_s);
        QStringList problems;
        const QStringList files = m_tree.files();
        const QStringList sources = m_tree.filesEndingWith({ u".cpp"_s });
        for (const QString &file : sources) {
            const QString header = file.chopped(3) + u'h';
            if (!files.contains(header))
                continue;
            const QStringList lines = m_tree.lines(file);
            const qsizetype at = lines.indexOf(directive);
            const QString first = at < 0 ? QString() : directive.match(lines.at(at)).captured(1);
            if (first.isEmpty() || !(u'/' + header).endsWith(u'/' + first))
                problems +=
                        u"%1:%2: the first include is not the file's own header"_s.arg(file).arg(
                                at + 1);
        }
        expectNone(problems);
    }

    void filesStaySmall()
    {
        QStringList problems;
        const QStringList files = m_tree.filesEndingWith({ u".cpp"_s, u".h"_s });
        for (const QString &file : files) {
            const qsizetype count = m_tree.lines(file).size();
            int limit = file.endsWith(".h"_L1) ? maxHeaderLines : maxSourceLines;
            if (file.startsWith("app/"_L1) && file.endsWith("/main.cpp"_L1))
                limit = maxMainLines;
            limit = ownLimit(file, limit);
            if (count > limit)
                problems += u"%1: %2 lines, at most %3; look for the second class"_s.arg(file)
                                    .arg(count)
                                    .arg(limit);
        }
        expectNone(problems);
    }

    // A path that exists on one developer's machine only has no place in the tree.
    void noPathsOfThisMachine()
    {
        const QString source = QDir::cleanPath(QStringLiteral(PROJECT_SOURCE_DIR));
        const QString root = u'/' + source.section(u'/', 1, 1) + u'/';
        static const QSet<QString> standard = {
            u"/home/"_s, u"/Users/"_s, u"/tmp/"_s, u"/usr/"_s,
            u"/opt/"_s,  u"/var/"_s,   u"/src/"_s, u"/root/"_s
        };
        QStringList forbidden = { source };
        if (source.startsWith(u'/') && source.count(u'/') > 1 && !standard.contains(root))
            forbidden += root;
        const QString home = QDir::homePath() + u'/';
        if (!standard.contains(home) && home != "/"_L1)
            forbidden += home;

        QStringList problems;
        const QStringList files = m_tree.files();
        for (const QString &file : files) {
            const QStringList lines = m_tree.lines(file);
            for (qsizetype i = 0; i < lines.size(); ++i) {
                for (const QString &path : forbidden) {
                    // Part of a longer path (usr/share/work/) is another matter.
                    const qsizetype at = lines.at(i).indexOf(path);
                    if (at >= 0 && (at == 0 || !lines.at(i).at(at - 1).isLetterOrNumber()))
                        problems += u"%1:%2: a path of this machine: %3"_s.arg(file).arg(i + 1).arg(
                                path);
                }
            }
        }
        expectNone(problems);
    }

    // What is not done belongs in an issue, where somebody finds it.
    void noPromisesInComments()
    {
        static const QRegularExpression promise(u"\\b(T(?:ODO)|F(?:IXME)|X{3})\\b"_s);
        QStringList problems;
        const QStringList files = m_tree.filesEndingWith(
                { u".cpp"_s, u".h"_s, u".txt"_s, u".sh"_s, u".py"_s, u".md"_s });
        for (const QString &file : files) {
            const QStringList lines = m_tree.lines(file);
            const qsizetype at = lines.indexOf(promise);
            if (at >= 0)
                problems += u"%1:%2: %3"_s.arg(file).arg(at + 1).arg(lines.at(at).trimmed());
        }
        expectNone(problems);
    }
};

QTEST_GUILESS_MAIN(TestFiles)
#include "tst_files.moc"
