// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/orchestrator.h"
#include "orchestrator/toolcatalog.h"
#include "support/richtexts.h"
#include "support/worktimer.h"
#include "views/callheader.h"
#include "views/callpage.h"
#include "views/jsontreeview.h"
#include "views/linetextview.h"
#include "views/markdowntext.h"
#include "views/subjectdetails.h"

#include <QtCore/qbuffer.h>
#include <QtCore/qthreadpool.h>
#include <QtGui/qclipboard.h>
#include <QtGui/qdesktopservices.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qplaintextedit.h>
#include <QtWidgets/qtabbar.h>
#include <QtWidgets/qtoolbutton.h>

using namespace McpUi;
using namespace Qt::Literals::StringLiterals;
using Mcp::RawJson;
using Mcp::Tool;

namespace {

QByteArray pngAddress()
{
    QImage image(20, 10, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return "data:image/png;base64," + bytes.toBase64();
}

Tool described(const QByteArray &description)
{
    return Tool(RawJson::fromText(
            R"({"name":"t","inputSchema":{},"description":)"
            + RawJson::fromString(QString::fromUtf8(description)).toByteArray() + "}"));
}

SubjectInfo infoOf(const Tool &tool) { return SubjectInfo::of(tool.name(), tool.raw()); }
Tool withMembers(const QByteArray &members)
{
    return Tool(
            RawJson::fromText(R"({"name":"t","inputSchema":{"type":"object"},)" + members + "}"));
}

/// A tool that says @p words wherever it can say anything.
Tool thatSays(const QByteArray &words)
{
    QByteArray tool = R"({"name":"%","title":"%","description":"%","inputSchema":{"%":1,)"
                      R"("$schema":"%"},"outputSchema":{"type":"%"},"annotations":{"title":"%",)"
                      R"("readOnlyHint":"%"},"_meta":{"%":"%"},"icons":[{"src":"%",)"
                      R"("mimeType":"%","sizes":["%"]},{"src":"https://a/?&lt;%"}]})";
    return Tool(RawJson::fromText(tool.replace('%', words)));
}

} // namespace

/// What the page of a tool says about it.
class TestToolDetails : public QObject
{
    Q_OBJECT

public slots:
    void noteOpened(const QUrl &url) { m_opened.append(url); }

private:
    template <typename T = QWidget>
    T *find(const QString &name) const
    {
        T *found = m_top->findChild<T *>(name);
        if (!found)
            qFatal("no widget %s", qPrintable(name));
        return found;
    }
    void click(const QString &name)
    {
        QTest::mouseClick(find<QAbstractButton>(name), Qt::LeftButton);
    }
    QString text(const QString &name) const { return find<QLabel>(name)->text(); }
    void openTab(int index)
    {
        QTabBar *bar = m_details->tabBar();
        QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(index).center());
    }
    void show(const Tool &tool)
    {
        auto details = std::make_unique<SubjectDetails>();
        m_details = details.get();
        m_details->resize(640, 600);
        m_details->setInfo(infoOf(tool));
        m_details->show();
        m_top = std::move(details);
        QVERIFY(QTest::qWaitForWindowActive(m_top.get()));
    }
    /// A click on the link with that text, as far as it is one.
    void clickLink(const QString &words);

private slots:
    void init()
    {
        m_opened.clear();
        QDesktopServices::setUrlHandler(u"https"_s, this, "noteOpened");
        QDesktopServices::setUrlHandler(u"file"_s, this, "noteOpened");
    }
    void cleanup()
    {
        QDesktopServices::unsetUrlHandler(u"https"_s);
        QDesktopServices::unsetUrlHandler(u"file"_s);
        m_top.reset();
    }

    void descriptionAsTextOrMarkdown();
    void namesMadeToHurt();
    void markdownLoadsAndRunsNothing();
    void longDescriptionsStayText();
    void hostileMarkdownHoldsUpNothing();
    void hintsInWords();
    void iconsOfTheDefinitionAreDrawn();
    void iconsOfTheWebAreNotFetched();
    void schemasAsTreeAndSource();
    void unknownDialectIsSaid();
    void whatIsMissingIsSaid();
    void pageShowsItInPlaceOfTheCall();
    void headerHasTheIconAndRoomForTheTitle();

private:
    std::unique_ptr<QWidget> m_top;
    SubjectDetails *m_details = nullptr;
    QList<QUrl> m_opened;
};

void TestToolDetails::clickLink(const QString &words)
{
    auto *view = find<MarkdownText>(u"toolDescriptionMarkdown"_s);
    const QTextCursor found = view->document()->find(words);
    QVERIFY2(!found.isNull(), qPrintable(words));
    QTextCursor inside = found;
    inside.setPosition(found.selectionStart() + 1);
    const QPoint place = view->cursorRect(inside).center();
    QTest::mouseMove(view->viewport(), place);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, place);
}

void TestToolDetails::descriptionAsTextOrMarkdown()
{
    show(described("# Title\n\nSome **bold** words & <b>tags</b>\u202e"));
    auto *plain = find<QPlainTextEdit>(u"toolDescriptionPlain.text"_s);
    QVERIFY(plain->isVisible());
    QCOMPARE(plain->toPlainText(), u"# Title\n\nSome **bold** words & <b>tags</b>\\u202e"_s);
    QSignalSpy chosen(m_details, &SubjectDetails::markdownChosen);
    click(u"descriptionMarkdown"_s);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toBool(), true);
    auto *markdown = find<MarkdownText>(u"toolDescriptionMarkdown"_s);
    QVERIFY(markdown->isVisible());
    QVERIFY(!plain->isVisible());
    QTRY_COMPARE(markdown->toPlainText(), u"Title\nSome bold words & <b>tags</b>\\u202e"_s);
    // All of it is in sight.
    QVERIFY(markdown->height() >= int(markdown->document()->size().height()));
    click(u"descriptionPlain"_s);
    QVERIFY(plain->isVisible());
    QCOMPARE(chosen.last().first().toBool(), false);
}

void TestToolDetails::markdownLoadsAndRunsNothing()
{
    show(described("[web](https://example.com/a?b=c) and [local](file:///etc/passwd) and "
                   "[code](javascript:alert(1))\n\n![p](file:///usr/share/pixmaps/x.png)\n"));
    click(u"descriptionMarkdown"_s);
    QTRY_VERIFY(find<MarkdownText>(u"toolDescriptionMarkdown"_s)->toPlainText().contains("web"_L1));
    QCOMPARE(m_opened, QList<QUrl>());
    clickLink(u"web"_s);
    QCOMPARE(m_opened, QList<QUrl>({ QUrl(u"https://example.com/a?b=c"_s) }));
    QVERIFY(find<MarkdownText>(u"toolDescriptionMarkdown"_s)
                    ->toolTip()
                    .contains("https://example.com"_L1));
    clickLink(u"local"_s);
    clickLink(u"code"_s);
    QCOMPARE(m_opened.size(), 1);
    auto *markdown = find<MarkdownText>(u"toolDescriptionMarkdown"_s);
    QVERIFY(!markdown->loadResource(QTextDocument::ImageResource, QUrl(u"file:///etc/hostname"_s))
                     .isValid());
    // Qt would show a picture of this computer: there is no place for one.
    QVERIFY(markdown->toPlainText().contains(u"picture: p"_s));
    QVERIFY(!markdown->toPlainText().contains(QChar::ObjectReplacementCharacter));
}

void TestToolDetails::longDescriptionsStayText()
{
    show(described(QByteArray(100'000, '*')));
    click(u"descriptionMarkdown"_s);
    QVERIFY(!find<MarkdownText>(u"toolDescriptionMarkdown"_s)->isVisible());
    QVERIFY(find<QPlainTextEdit>(u"toolDescriptionPlain.text"_s)->isVisible());
    QVERIFY(find(u"descriptionNote"_s)->isVisible());
}

void TestToolDetails::hostileMarkdownHoldsUpNothing()
{
    // Takes seconds to be read.
    show(described(QByteArray("*a").repeated(8000)));
    McpTest::WorkTimer timer;
    timer.start();
    click(u"descriptionMarkdown"_s);
    QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(find<MarkdownText>(u"toolDescriptionMarkdown"_s)->isVisible());
    m_top.reset(); // nobody waits for it, but the next test for the thread
    renderingPool()->waitForDone();
    QVERIFY(MarkdownText::canShow(QString(16'000, u'x')));
    QVERIFY(!MarkdownText::canShow(QString(20'000, u'x')));
    QVERIFY(!MarkdownText::canShow(QString(u"- "_s).repeated(1000)));
    QVERIFY(!MarkdownText::canShow(QString(u"x\n"_s).repeated(2000)));
}

void TestToolDetails::hintsInWords()
{
    show(withMembers(R"("title":"T","execution":{"taskSupport":"required"},
        "annotations":{"readOnlyHint":false,"idempotentHint":"so-so","x-vendor":1.0})"));
    QVERIFY(text(u"fact:readOnlyHint"_s).startsWith("No"_L1));
    QVERIFY(text(u"fact:destructiveHint"_s).startsWith("Not said, so this holds: Yes"_L1));
    QVERIFY(text(u"fact:idempotentHint"_s).startsWith("Said as \"so-so\""_L1));
    QVERIFY(text(u"fact:openWorldHint"_s).contains("Yes"_L1));
    QCOMPARE(text(u"fact:x-vendor"_s), u"1.0"_s);
    QCOMPARE(text(u"fact:execution"_s), u"It must be called as a task."_s);
    QCOMPARE(text(u"fact:title"_s), u"T"_s);
    show(withMembers(R"("annotations":{"readOnlyHint":true,"destructiveHint":true})"));
    QVERIFY(text(u"fact:readOnlyHint"_s).startsWith("Yes"_L1));
    QVERIFY(text(u"fact:destructiveHint"_s).contains("means nothing for a read-only tool"_L1));
}

void TestToolDetails::iconsOfTheDefinitionAreDrawn()
{
    show(withMembers(R"("icons":[{"src":")" + pngAddress()
                     + R"(","sizes":["20x10"],"theme":"light"},{"src":"data:image/png;base64,eA=="},
                          {"src":"data:"}])"));
    const auto *first = find<QLabel>(u"icon:0"_s);
    QTRY_VERIFY(!first->pixmap().isNull());
    QCOMPARE(first->pixmap().toImage().pixelColor(3, 3), QColor(Qt::red));
    QVERIFY(text(u"iconText:0"_s).startsWith(u"image/png · 20x10 · for the light theme"_s));
    QTRY_VERIFY(text(u"iconText:1"_s).contains(u"⚠"_s));
    QTRY_VERIFY(text(u"iconText:2"_s).contains(u"⚠"_s));
    QVERIFY(!m_top->findChild<QWidget *>(u"iconOpen:0"_s));
}

void TestToolDetails::iconsOfTheWebAreNotFetched()
{
    show(withMembers(
            "\"icons\":[{\"src\":\"https://example.com/i.png\",\"mimeType\":\"image/png\"},"
            "{\"src\":\"file:///etc/passwd\"},{}]"));
    QVERIFY(text(u"iconText:0"_s).contains("not fetched"_L1));
    QVERIFY(text(u"iconText:0"_s).contains("https://example.com/i.png"_L1));
    click(u"iconOpen:0"_s);
    QCOMPARE(m_opened, QList<QUrl>({ QUrl(u"https://example.com/i.png"_s) }));
    QVERIFY(!m_top->findChild<QWidget *>(u"iconOpen:1"_s));
    QVERIFY(!m_top->findChild<QWidget *>(u"iconOpen:2"_s));
    // Without icons there is nothing to say.
    m_details->setInfo(infoOf(withMembers(R"("x":1)")));
    QVERIFY(!find(u"toolIcons"_s)->isVisible());
}

void TestToolDetails::schemasAsTreeAndSource()
{
    const QByteArray definition = R"({"name":"t","inputSchema":{"z":1.0,"a":1e400},)"
                                  R"("outputSchema":{"type":"object"},"_meta":{"m":[1]}})";
    show(Tool(RawJson::fromText(definition)));
    openTab(1);
    auto *tree = find(u"inputSchemaTreeView"_s)->findChild<JsonTreeView *>();
    QVERIFY(tree->isVisible());
    QCOMPARE(tree->model()->index(0, 0).data().toString(), u"z"_s);
    QCOMPARE(tree->model()->index(1, 1).data().toString(), u"1e400"_s);
    click(u"inputSchemaSource"_s);
    auto *source = find(u"inputSchemaSourceView"_s)->findChild<LineTextView *>();
    QVERIFY(source->isVisible());
    QCOMPARE(source->lines().text(), "{\n  \"z\": 1.0,\n  \"a\": 1e400\n}");
    openTab(3);
    QVERIFY(find(u"toolMetaTreeView"_s)->isVisible());
    openTab(4);
    click(u"definitionSource"_s);
    auto *all = find(u"definitionSourceView"_s);
    QTest::mouseClick(all->findChild<QToolButton *>(u"rawAsReceived"_s), Qt::LeftButton);
    QTest::mouseClick(all->findChild<QToolButton *>(u"rawCopy"_s), Qt::LeftButton);
    QTRY_COMPARE(QGuiApplication::clipboard()->text().toUtf8(), definition);
    QSignalSpy saved(m_details, &SubjectDetails::saveRequested);
    QTest::mouseClick(all->findChild<QToolButton *>(u"rawSave"_s), Qt::LeftButton);
    QTRY_COMPARE(saved.size(), 1);
    QCOMPARE(saved.first().at(0).toByteArray(), definition);
    QCOMPARE(saved.first().at(1).toString(), u"t-definition.json"_s);
}

void TestToolDetails::unknownDialectIsSaid()
{
    const auto notes = [this](const QByteArray &dialect) {
        show(Tool(RawJson::fromText(R"({"name":"t","inputSchema":{"$schema":)" + dialect + "}}")));
        return text(u"inputSchemaNotes"_s);
    };
    QCOMPARE(notes("\"https://json-schema.org/draft/2020-12/schema\""), QString());
    QCOMPARE(notes("\"http://json-schema.org/draft-07/schema#\""), QString());
    QVERIFY(notes("\"https://x.example/dialect\"").contains("https://x.example/dialect"_L1));
}

void TestToolDetails::whatIsMissingIsSaid()
{
    show(Tool(RawJson::fromText(R"({"name":"t"})")));
    QVERIFY(text(u"descriptionNote"_s).contains("no description"_L1));
    openTab(1);
    QVERIFY(find(u"inputSchemaMissing"_s)->isVisible());
    openTab(2);
    QVERIFY(find(u"outputSchemaMissing"_s)->isVisible());
    QVERIFY(!m_details->isTabVisible(3)); // _meta
}

void TestToolDetails::pageShowsItInPlaceOfTheCall()
{
    Mcp::Orchestrator orchestrator;
    Mcp::ServerSpec spec;
    spec.name = u"fake"_s;
    spec.launch.command = QStringLiteral(FAKE_SERVER);
    QVERIFY(!orchestrator.addServer(spec));
    auto page = std::make_unique<CallPage>(&orchestrator, u"fake"_s, u"echo"_s);
    page->resize(900, 600);
    page->show();
    m_top = std::move(page);
    QVERIFY(QTest::qWaitForWindowActive(m_top.get()));
    auto *button = find<QToolButton>(u"detailsButton"_s);
    QVERIFY(!button->isEnabled()); // nothing is known yet
    orchestrator.open(u"fake"_s);
    QTRY_VERIFY(orchestrator.tools(u"fake"_s)->isListed());
    QTRY_VERIFY(button->isEnabled());
    QVERIFY(!m_top->findChild<SubjectDetails *>());
    QTest::mouseClick(button, Qt::LeftButton);
    auto *details = find<SubjectDetails>(u"toolDetails"_s);
    QVERIFY(details->isVisible());
    QVERIFY(!find(u"result"_s)->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(!details->isVisible());
    QVERIFY(find(u"input:/text"_s)->hasFocus());
    // Whoever calls wants to see the result.
    QTest::mouseClick(button, Qt::LeftButton);
    QTest::keyClick(details->tabBar(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!details->isVisible());
    QVERIFY(!button->isChecked());
    m_top.reset(); // before its orchestrator
}

void TestToolDetails::headerHasTheIconAndRoomForTheTitle()
{
    auto header = std::make_unique<CallHeader>();
    CallHeader *shown = header.get();
    shown->setPlace(u"server"_s, u"t"_s);
    shown->resize(900, 60);
    shown->show();
    m_top = std::move(header);
    shown->setInfo(infoOf(withMembers(
            "\"title\":\"Title\",\"icons\":[{\"src\":\"https://example.com/i.png\"}]")));
    const auto *icon = find<QLabel>(u"toolIcon"_s);
    QVERIFY(!icon->isVisible()); // nothing is fetched
    shown->setInfo(
            infoOf(withMembers(R"("title":"Title","icons":[{"src":")" + pngAddress() + R"("}])")));
    QTRY_VERIFY(icon->isVisible());
    QVERIFY(icon->pixmap().height() <= shown->fontMetrics().height() * 2);
    shown->setInfo(infoOf(withMembers("\"title\":\"A title that takes its room\"")));
    QVERIFY(!icon->isVisible());
    QVERIFY(find(u"toolPlace"_s)->isVisible());
    shown->resize(300, 60);
    QTRY_VERIFY(!find(u"toolPlace"_s)->isVisible());
    QTRY_VERIFY(find(u"toolTitle"_s)->width() >= find(u"toolTitle"_s)->sizeHint().width());
    QVERIFY(find(u"copyAsButton"_s)->isVisible());
}

void TestToolDetails::namesMadeToHurt()
{
    McpTest::WorkTimer timer;
    timer.start();
    for (const QByteArray &words : { "<img src=/dev/zero>"_ba, QByteArray("w\\n").repeated(500'000),
                                     'a' + QByteArray("\xcc\x80").repeated(300'000) }) {
        const Tool tool = thatSays(words);
        CallHeader header;
        header.setPlace(u"server"_s, tool.name());
        header.setInfo(infoOf(tool));
        header.show();
        show(tool);
        QCOMPARE(McpTest::richTexts(header, u"<img"_s), QStringList());
        QCOMPARE(McpTest::richTexts(*m_details, u"<img"_s), QStringList());
    }
    QVERIFY2(timer.elapsed() < 15'000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_MAIN(TestToolDetails)
#include "tst_tooldetails.moc"
