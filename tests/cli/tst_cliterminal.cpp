// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "support/testprocess.h"

#include <QtCore/qprocess.h>
#include <QtCore/qregularexpression.h>
#include <QtTest/qtest.h>

#include <algorithm>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace {

/// A terminal that keeps what is written to it.
class Terminal
{
public:
    Terminal()
        : m_master(::posix_openpt(O_RDWR | O_NOCTTY))
    {
        if (m_master < 0 || ::grantpt(m_master) != 0 || ::unlockpt(m_master) != 0)
            qFatal("no pseudo-terminal");
        m_slave = ::open(::ptsname(m_master), O_RDWR | O_NOCTTY); // else it hangs up in between
        ::fcntl(m_master, F_SETFL, O_NONBLOCK);
    }
    ~Terminal()
    {
        ::close(m_slave);
        ::close(m_master);
    }
    Q_DISABLE_COPY_MOVE(Terminal)

    QString path() const { return QString::fromLocal8Bit(::ptsname(m_master)); }

    QByteArray screen()
    {
        char chunk[4096];
        for (ssize_t got = 0; (got = ::read(m_master, chunk, sizeof chunk)) > 0;)
            m_screen.append(chunk, got);
        return m_screen;
    }

private:
    int m_master;
    int m_slave = -1;
    QByteArray m_screen;
};

} // namespace

/// On a terminal a server must not be able to write what it likes: neither by its results nor by
/// its stderr.
class TestCliTerminal : public QObject
{
    Q_OBJECT

private slots:
    void resultDoesNotSteer();
    void malformedResultDoesNotSteer();
    void errorDoesNotSteer();
    void pipeGetsItAsItCame();
    void stderrKeepsColoursOnly();
    void stderrInPieces();

private:
    /// A server that answers initialize as it should and what comes then with @p member.
    static QStringList answering(const QByteArray &member)
    {
        const QString script = uR"(
            read ask; printf '{"jsonrpc":"2.0","id":1,"result":{"protocolVersion":"2025-11-25",'
            printf '"capabilities":{},"serverInfo":{"name":"x","version":"1"}}}\n'
            read done; read call; printf '{"jsonrpc":"2.0","id":2,'; printf "$0"; printf '}\n'
            read end)"_s;
        return { u"sh"_s,         u"-c"_s,          script,      QString::fromLatin1(member),
                 u"--"_s,         u"--era"_s,       u"legacy"_s, u"--method"_s,
                 u"tools/call"_s, u"--tool-name"_s, u"t"_s };
    }
    /// Nothing but text, line ends and colours.
    static bool isHarmless(const QByteArray &screen)
    {
        static const QRegularExpression colours(u"\x1b\\[[0-9;]*m"_s);
        const QString text = QString::fromUtf8(screen).remove(colours);
        return std::none_of(text.begin(), text.end(), [](QChar c) {
            return (c.category() == QChar::Other_Control && c != u'\n' && c != u'\r')
                   || (c >= u'\u202a' && c <= u'\u202e');
        });
    }
    static QStringList echo(const QString &text)
    {
        return { McpTest::fakeServerPath(),
                 u"--method"_s,
                 u"tools/call"_s,
                 u"--tool-name"_s,
                 u"echo"_s,
                 u"--tool-args-json"_s,
                 u"{\"text\":\"%1\"}"_s.arg(text) };
    }
    static bool run(QProcess &cli, const QStringList &arguments)
    {
        cli.start(McpTest::programPath(u"mcp-orchestrator-cli"_s), arguments);
        return cli.waitForFinished(30'000) && cli.exitCode() == 0;
    }
};

void TestCliTerminal::resultDoesNotSteer()
{
    Terminal terminal;
    QProcess cli;
    cli.setStandardOutputFile(terminal.path());
    // U+009B begins control sequences on many terminals, alone.
    QVERIFY(run(cli, echo(u"Zürich \u009b2J\u007f"_s)));
    const QByteArray screen = terminal.screen();
    QVERIFY2(screen.contains("Zürich \\u009b2J\\u007f"), screen.constData());
    QVERIFY(!screen.contains("\xC2\x9B") && !screen.contains('\x7F'));
}

/// Control characters inside strings are no JSON, but delivered all the same, with a warning.
void TestCliTerminal::malformedResultDoesNotSteer()
{
    Terminal terminal;
    QProcess cli;
    cli.setStandardOutputFile(terminal.path());
    QVERIFY(run(cli,
                answering(R"("result":{"a":"\033]0;title\007 \233 \302\233 \342\200\256 b"})")));
    const QByteArray screen = terminal.screen();
    QVERIFY2(screen.contains("\\u001b]0;title\\u0007"), screen.constData());
    QVERIFY2(isHarmless(screen) && !screen.contains(" \x9b"), screen.constData());
}

void TestCliTerminal::errorDoesNotSteer()
{
    Terminal terminal;
    QProcess cli;
    cli.setStandardErrorFile(terminal.path());
    QVERIFY(!run(
            cli,
            answering(
                    R"("error":{"code":5,"message":"\302\233 \177 \342\200\256","data":"\033[2J"})")));
    const QByteArray screen = terminal.screen();
    QVERIFY2(screen.contains("\\u001b[2J"), screen.constData());
    QVERIFY2(isHarmless(screen), screen.constData());
}

void TestCliTerminal::pipeGetsItAsItCame()
{
    QProcess cli;
    QVERIFY(run(cli, echo(u"\u009b2J\u007f"_s)));
    QVERIFY(cli.readAllStandardOutput().contains("\xC2\x9B"
                                                 "2J\x7F"));
}

void TestCliTerminal::stderrKeepsColoursOnly()
{
    Terminal terminal;
    QProcess cli;
    cli.setStandardErrorFile(terminal.path());
    QVERIFY(run(cli,
                { u"sh"_s, u"-c"_s,
                  uR"(printf '\033[31mred\033[0m \033[2J \033]0;title\007 \n' >&2; exec "$0")"_s,
                  McpTest::fakeServerPath(), u"--"_s, u"--method"_s, u"tools/list"_s }));
    const QByteArray screen = terminal.screen();
    QVERIFY2(screen.contains("\x1b[31mred\x1b[0m"), screen.constData());
    QVERIFY(screen.contains("title"));
    QVERIFY(!screen.contains("\x1b[2J") && !screen.contains("\x1b]") && !screen.contains('\x07'));
}

void TestCliTerminal::stderrInPieces()
{
    Terminal terminal;
    QProcess cli;
    cli.setStandardErrorFile(terminal.path());
    // The pause only makes it likely that each half is a piece of its own.
    QVERIFY(run(cli, { u"sh"_s, u"-c"_s,
                       uR"(printf 'Z\303' >&2; sleep 0.2; printf '\274rich \302' >&2; sleep 0.2;
                      printf '\233 end\n' >&2; exec "$0")"_s,
                       McpTest::fakeServerPath(), u"--"_s, u"--method"_s, u"tools/list"_s }));
    const QByteArray screen = terminal.screen();
    QVERIFY2(screen.contains("Zürich ") && screen.contains(" end"), screen.constData());
    QVERIFY2(isHarmless(screen), screen.constData());
}

QTEST_GUILESS_MAIN(TestCliTerminal)
#include "tst_cliterminal.moc"
