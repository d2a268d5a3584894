// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/formharness.h"

#include <QtCore/qtemporarydir.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qdatetimeedit.h>
#include <QtWidgets/qdialogbuttonbox.h>
#include <QtWidgets/qfiledialog.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qpushbutton.h>

using namespace McpUi;
using namespace Qt::Literals::StringLiterals;

/// What helps to fill in a value that can be typed as well: steps, the default, calendar, files.
class TestPickers : public QObject, private McpTest::FormHarness
{
    Q_OBJECT

private slots:
    void numbersAreStepped_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("key");
        QTest::addColumn<QByteArray>("value");
        const QByteArray integer = R"({"type":"integer","maximum":10})";
        const QByteArray quarters = R"({"type":"number","multipleOf":0.25})";
        QTest::newRow("up") << integer << u"9"_s << int(Qt::Key_Up) << "10"_ba;
        QTest::newRow("not clamped") << integer << u"10"_s << int(Qt::Key_Up) << "11"_ba;
        QTest::newRow("from nothing") << integer << QString() << int(Qt::Key_Down) << "-1"_ba;
        QTest::newRow("ten at once") << integer << u"1"_s << int(Qt::Key_PageDown) << "-9"_ba;
        QTest::newRow("beyond 2^64") << integer << u"18446744073709551615"_s << int(Qt::Key_Up)
                                     << "18446744073709551616"_ba;
        QTest::newRow("by the schema's step")
                << quarters << u"0.1"_s << int(Qt::Key_Up) << "0.35"_ba;
        QTest::newRow("no number") << integer << u"x"_s << int(Qt::Key_Up) << "\"x\""_ba;
    }
    void numbersAreStepped()
    {
        QFETCH(QByteArray, schema);
        QFETCH(QString, typed);
        QFETCH(int, key);
        make(schema);
        QTest::keyClicks(input<QLineEdit>(), typed);
        QTest::keyClick(input<QLineEdit>(), Qt::Key(key));
        QTEST(v(), "value");
    }

    void theDefaultIsOneClickAway()
    {
        make(R"({"type":"integer","default":12345678901234567890})");
        QCOMPARE(v(), "(absent)"); // a default is not sent by itself
        auto *link = child<QAbstractButton>(u"default:/v"_s);
        QTest::mouseClick(link, Qt::LeftButton);
        QCOMPARE(v(), "12345678901234567890");
        QVERIFY(!link->isVisible());
        QTest::keyClick(input<QLineEdit>(), Qt::Key_Backspace);
        QVERIFY(link->isVisible());
    }

    /// In a narrow form, too, all of it can be read.
    void theDefaultHasRoom()
    {
        make(R"({"type":"integer","minimum":1,"maximum":100,"title":"Results","default":123456789})");
        form().resize(330, 300);
        auto *field = child<QWidget>(u"field:/v"_s);
        const auto *type = field->findChild<QLabel *>(u"type"_s);
        QTRY_VERIFY2(type->width() >= type->sizeHint().width(),
                     qPrintable(u"%1 has %2 of %3"_s.arg(type->text())
                                        .arg(type->width())
                                        .arg(type->sizeHint().width())));
        const auto *link = child<QAbstractButton>(u"default:/v"_s);
        QVERIFY(link->width() >= link->sizeHint().width());
    }

    void datesAreTypedOrPicked()
    {
        make(R"({"type":"string","format":"date-time"})");
        QTest::keyClicks(input<QLineEdit>(), u"2026-07-28T12:34:56+02:00"_s);
        QCOMPARE(v(), "\"2026-07-28T12:34:56+02:00\"");
        QTest::keyClick(input<QLineEdit>(), Qt::Key_F4);
        QTRY_VERIFY(QApplication::activePopupWidget());
        QWidget *popup = QApplication::activePopupWidget();
        auto *time = popup->findChild<QTimeEdit *>(u"time"_s);
        QCOMPARE(time->time(), QTime(10, 34, 56)); // in UTC
        time->setTime(QTime(11, 0));
        QTest::mouseClick(popup->findChild<QPushButton *>(u"use"_s), Qt::LeftButton);
        QCOMPARE(v(), "\"2026-07-28T11:00:00Z\"");
        QTRY_VERIFY(!QApplication::activePopupWidget());
        QTest::keySequence(input<QLineEdit>(), QKeySequence::Undo);
        QCOMPARE(v(), "\"2026-07-28T12:34:56+02:00\"");
    }

    void aDayIsOneClick()
    {
        make(R"({"type":"string","format":"date"})");
        QTest::mouseClick(child<QToolButton>(u"pick:/v"_s), Qt::LeftButton);
        QTRY_VERIFY(QApplication::activePopupWidget());
        QWidget *popup = QApplication::activePopupWidget();
        QTest::mouseClick(popup->findChild<QPushButton *>(u"now"_s), Qt::LeftButton);
        const QDate today = QDate::currentDate();
        QVERIFY(v() == '"' + today.toString(Qt::ISODate).toUtf8() + '"'
                || v() == '"' + today.addDays(-1).toString(Qt::ISODate).toUtf8() + '"');
    }

    void filesArePicked()
    {
        QTemporaryDir folder;
        makeWhole(R"({"type":"object","properties":{"outputPath":{"type":"string"}}})");
        QTest::mouseClick(child<QToolButton>(u"pick:/outputPath"_s), Qt::LeftButton);
        auto *dialog = form().findChild<QFileDialog *>(u"pickDialog:/outputPath"_s);
        QVERIFY(dialog);
        QTRY_VERIFY(dialog->isVisible());
        // One that is still to be made, as a tool that writes wants it.
        const QString path = folder.filePath(u"new file.txt"_s);
        dialog->selectFile(path);
        auto *buttons = dialog->findChild<QDialogButtonBox *>();
        QTest::mouseClick(buttons->button(QDialogButtonBox::Open), Qt::LeftButton);
        QTRY_COMPARE(form().value().value("outputPath").toString(), path);
    }
};

QTEST_MAIN(TestPickers)
#include "tst_pickers.moc"
