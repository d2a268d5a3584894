// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/datafile.h"
#include "orchestrator/launchpolicy.h"
#include "orchestrator/learnedstore.h"
#include "orchestrator/settings.h"

#include <QtCore/qdir.h>
#include <QtCore/qtemporarydir.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

/// What the program keeps for itself: learned habits, approvals, preferences.
class TestDataFiles : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void learnedIsRemembered();
    void learnedIsKeyedByCommandLine();
    void choicesAreNotLearned();
    void learnedGoesStale();
    void relativeProgramsAreTheirFolders();
    void learnedIsBounded();
    void twoInstancesLearn();
    void approvals();
    void approvalCoversWhatIsStarted_data();
    void approvalCoversWhatIsStarted();
    void damagedFilesAreMovedAside();
    void inMemory();
    void settings();
    void settingsOfOddTypes();

private:
    QString path(const QString &name) const { return m_dir->filePath(name); }
    static ServerSpec spec(const QString &command, const QStringList &arguments = {});
    static ConnectionInfo connection(Framing framing, Era era);

    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestDataFiles::init() { m_dir = std::make_unique<QTemporaryDir>(); }

ServerSpec TestDataFiles::spec(const QString &command, const QStringList &arguments)
{
    ServerSpec spec;
    spec.name = u"any"_s;
    spec.launch.command = command;
    spec.launch.arguments = arguments;
    return spec;
}

ConnectionInfo TestDataFiles::connection(Framing framing, Era era)
{
    ConnectionInfo info;
    info.framing = framing;
    info.era = era;
    return info;
}

void TestDataFiles::learnedIsRemembered()
{
    const QString file = path(u"data/learned.json"_s);
    {
        LearnedStore store(file);
        QVERIFY(!store.hints(spec(u"x"_s)).framing);
        store.remember(spec(u"x"_s), connection(Framing::ContentLength, Era::Legacy));
        store.remember(spec(u"y"_s), connection(Framing::Newline, Era::Modern));
    }
    LearnedStore store(file);
    QCOMPARE(store.hints(spec(u"x"_s)).framing, std::optional(Framing::ContentLength));
    QCOMPARE(store.hints(spec(u"x"_s)).era, std::optional(Era::Legacy));
    QCOMPARE(store.hints(spec(u"y"_s)).era, std::optional(Era::Modern));
    store.forget(spec(u"x"_s));
    QVERIFY(!LearnedStore(file).hints(spec(u"x"_s)).framing);
    QVERIFY(LearnedStore(file).hints(spec(u"y"_s)).framing);
#ifdef Q_OS_UNIX
    QCOMPARE(QFile::permissions(file) & 0x0077, QFile::Permissions());
    QCOMPARE(QFile::permissions(path(u"data"_s)) & 0x0077, QFile::Permissions());
#endif
}

void TestDataFiles::learnedIsKeyedByCommandLine()
{
    const QString file = path(u"learned.json"_s);
    LearnedStore store(file);
    store.remember(spec(u"x"_s, { u"--token=hunter2"_s }),
                   connection(Framing::Newline, Era::Legacy));
    ServerSpec other = spec(u"x"_s, { u"--token=hunter2"_s });
    other.name = u"another name"_s;
    QVERIFY(store.hints(other).framing);
    other.launch.workingDirectory = u"/elsewhere"_s;
    QVERIFY(!store.hints(other).framing);
    QVERIFY(!store.hints(spec(u"x"_s)).framing);
    QVERIFY(!DataFile::read(file).valueOr("hunter2").contains("hunter2"));
}

void TestDataFiles::choicesAreNotLearned()
{
    LearnedStore store;
    ServerSpec chosen = spec(u"x"_s);
    chosen.era = EraSetting::Legacy;
    store.remember(chosen, connection(Framing::Newline, Era::Legacy));
    QCOMPARE(store.hints(spec(u"x"_s)).framing, std::optional(Framing::Newline)); // was found
    QVERIFY(!store.hints(spec(u"x"_s)).era);
    store.remember(spec(u"x"_s), connection(Framing::Newline, Era::Modern));
    store.remember(chosen, connection(Framing::Newline, Era::Legacy));
    QCOMPARE(store.hints(spec(u"x"_s)).era, std::optional(Era::Modern));
    chosen = spec(u"y"_s);
    chosen.framing = FramingSetting::ContentLength;
    store.remember(chosen, connection(Framing::ContentLength, Era::Legacy));
    QVERIFY(!store.hints(spec(u"y"_s)).framing);
    QCOMPARE(store.hints(spec(u"y"_s)).era, std::optional(Era::Legacy));
}

void TestDataFiles::learnedGoesStale()
{
    const QString file = path(u"learned.json"_s);
    LearnedStore(file).remember(spec(u"x"_s), connection(Framing::Newline, Era::Legacy));
    QByteArray text = DataFile::read(file).valueOr({});
    const RawJson entry = RawJson::fromText(text).value("servers").members().constFirst().value;
    const qint64 day = 24LL * 60 * 60 * 1000;
    const qint64 time = *entry.value("time").toInteger();
    text.replace(QByteArray::number(time), QByteArray::number(time - 31 * day));
    QVERIFY(!DataFile::write(file, text));
    LearnedStore store(file);
    QVERIFY(!store.hints(spec(u"x"_s)).era);
    store.remember(spec(u"x"_s), connection(Framing::Newline, Era::Legacy));
    QVERIFY(LearnedStore(file).hints(spec(u"x"_s)).era);
}

void TestDataFiles::relativeProgramsAreTheirFolders()
{
    for (const QString &folder : { u"one"_s, u"two"_s }) {
        QVERIFY(QDir(m_dir->path()).mkdir(folder));
        QVERIFY(!DataFile::write(path(folder + u"/server.py"_s), "pass"));
    }
    const QString before = QDir::currentPath();
    const ServerSpec local = spec(u"python3"_s, { u"server.py"_s });
    const ServerSpec global = spec(u"npx"_s, { u"-y"_s, u"some-package"_s });
    LearnedStore store;
    QDir::setCurrent(path(u"one"_s));
    store.remember(local, connection(Framing::ContentLength, Era::Legacy));
    store.remember(global, connection(Framing::Newline, Era::Legacy));
    QVERIFY(store.hints(local).framing);
    QDir::setCurrent(path(u"two"_s));
    QVERIFY(!store.hints(local).framing);
    QVERIFY(store.hints(global).framing);
    QDir::setCurrent(before);
}

void TestDataFiles::learnedIsBounded()
{
    const QString file = path(u"learned.json"_s);
    QByteArray many;
    for (int i = 0; i < 1500; ++i) {
        many += (i ? "," : "") + QByteArray("\"key") + QByteArray::number(i)
                + R"(":{"framing":"newline","time":)" + QByteArray::number(i) + '}';
    }
    QVERIFY(!DataFile::write(file, "{\"servers\":{" + many + "}}"));
    LearnedStore store(file);
    store.remember(spec(u"x"_s), connection(Framing::Newline, Era::Legacy));
    const RawJson kept = RawJson::fromText(DataFile::read(file).valueOr({})).value("servers");
    QCOMPARE(kept.count(), 1000);
    QVERIFY(kept.contains("key1499"));
    QVERIFY(!kept.contains("key1"));
    QVERIFY(LearnedStore(file).hints(spec(u"x"_s)).framing);
}

void TestDataFiles::twoInstancesLearn()
{
    const QString file = path(u"learned.json"_s);
    LearnedStore one(file);
    LearnedStore two(file);
    one.remember(spec(u"x"_s), connection(Framing::Newline, Era::Legacy));
    two.remember(spec(u"y"_s), connection(Framing::Newline, Era::Legacy));
    LearnedStore third(file);
    QVERIFY(third.hints(spec(u"x"_s)).framing);
    QVERIFY(third.hints(spec(u"y"_s)).framing);
}

void TestDataFiles::approvals()
{
    const QString file = path(u"approvals.json"_s);
    {
        LaunchPolicy policy(file);
        QVERIFY(!policy.isApproved(spec(u"x"_s)));
        policy.approve(spec(u"x"_s));
        QVERIFY(policy.isApproved(spec(u"x"_s)));
    }
    LaunchPolicy policy(file);
    QVERIFY(policy.isApproved(spec(u"x"_s)));
    QVERIFY(!policy.isApproved(spec(u"y"_s)));
}

void TestDataFiles::approvalCoversWhatIsStarted_data()
{
    QTest::addColumn<bool>("same");
    QTest::addColumn<ServerSpec>("changed");
    ServerSpec spec = TestDataFiles::spec(u"npx"_s, { u"a"_s, u"b"_s });
    spec.launch.environment = { { u"K"_s, u"v"_s } };
    const auto row = [&](const char *name, bool same, auto &&change) {
        ServerSpec changed = spec;
        change(changed);
        QTest::newRow(name) << same << changed;
    };
    row("name", true, [](ServerSpec &s) { s.name = u"other"_s; });
    row("our settings", true, [](ServerSpec &s) { s.timeouts.connect = 1; });
    row("command", false, [](ServerSpec &s) { s.launch.command = u"npy"_s; });
    row("arguments joined", false, [](ServerSpec &s) { s.launch.arguments = { u"a b"_s }; });
    row("argument more", false, [](ServerSpec &s) { s.launch.arguments.append(u"c"_s); });
    row("value", false, [](ServerSpec &s) { s.launch.environment[0].value = u"w"_s; });
    row("variable more", false, [](ServerSpec &s) { s.launch.environment.append({ u"L"_s, {} }); });
    row("folder", false, [](ServerSpec &s) { s.launch.workingDirectory = u"/"_s; });
    row("extra path", false, [](ServerSpec &s) { s.launch.extraPath = { u"/tmp"_s }; });
    row("inherited environment", false, [](ServerSpec &s) { s.launch.inheritEnvironment = false; });
}

void TestDataFiles::approvalCoversWhatIsStarted()
{
    QFETCH(bool, same);
    QFETCH(ServerSpec, changed);
    ServerSpec approved = spec(u"npx"_s, { u"a"_s, u"b"_s });
    approved.launch.environment = { { u"K"_s, u"v"_s } };
    LaunchPolicy policy;
    policy.approve(approved);
    QCOMPARE(policy.isApproved(changed), same);
}

void TestDataFiles::damagedFilesAreMovedAside()
{
    const QString learned = path(u"learned.json"_s);
    const QString approvals = path(u"approvals.json"_s);
    QVERIFY(!DataFile::write(learned, "{\"servers\": {"));
    QVERIFY(!DataFile::write(approvals, "[]"));
    LearnedStore store(learned);
    QVERIFY(store.problem().contains(learned));
    store.remember(spec(u"x"_s), connection(Framing::Newline, Era::Legacy));
    LaunchPolicy policy(approvals);
    QVERIFY(policy.problem().contains(approvals));
    policy.approve(spec(u"x"_s));
    const QStringList aside =
            QDir(m_dir->path()).entryList({ u"*.damaged-*"_s }, QDir::Files, QDir::Name);
    QCOMPARE(aside.size(), 2);
    QCOMPARE(DataFile::read(path(aside.at(0))).valueOr({}), "[]");
    QCOMPARE(DataFile::read(path(aside.at(1))).valueOr({}), "{\"servers\": {");
    QVERIFY(LearnedStore(learned).hints(spec(u"x"_s)).framing);
    QVERIFY(LaunchPolicy(approvals).isApproved(spec(u"x"_s)));
}

void TestDataFiles::inMemory()
{
    LearnedStore store;
    store.remember(spec(u"x"_s), connection(Framing::Newline, Era::Legacy));
    QVERIFY(store.hints(spec(u"x"_s)).framing);
    Settings settings;
    settings.set(Settings::Key::ColorScheme, u"dark"_s);
    QCOMPARE(settings.get(Settings::Key::ColorScheme), u"dark"_s);
}

void TestDataFiles::settings()
{
    const QString file = path(u"settings.ini"_s);
    {
        Settings settings(file);
        QSignalSpy changed(&settings, &Settings::changed);
        QCOMPARE(settings.get(Settings::Key::ColorScheme), u"system"_s);
        QCOMPARE(settings.get(Settings::Key::FollowStderr), true);
        settings.set(Settings::Key::ColorScheme, u"light"_s);
        settings.set(Settings::Key::ColorScheme, u"light"_s);
        settings.set(Settings::Key::FollowStderr, false);
        QCOMPARE(changed.size(), 2);
    }
    Settings settings(file);
    QCOMPARE(settings.get(Settings::Key::ColorScheme), u"light"_s);
    QCOMPARE(settings.get(Settings::Key::FollowStderr), QVariant(false));
}

void TestDataFiles::settingsOfOddTypes()
{
    const QString file = path(u"settings.ini"_s);
    QVERIFY(!DataFile::write(file, "[General]\ncolorScheme=purple\nfollowStderr=maybe\n"
                                   "refreshOnListChanged=0\n"));
    Settings settings(file);
    QCOMPARE(settings.get(Settings::Key::ColorScheme), u"system"_s);
    QCOMPARE(settings.get(Settings::Key::FollowStderr), QVariant(true));
    QCOMPARE(settings.get(Settings::Key::RefreshOnListChanged), QVariant(false));
    settings.set(Settings::Key::ColorScheme, u"green"_s);
    QCOMPARE(settings.get(Settings::Key::ColorScheme), u"system"_s);
}

QTEST_GUILESS_MAIN(TestDataFiles)
#include "tst_datafiles.moc"
