// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "dialogs/serverdialogtest.h"

#include <QtGui/qevent.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qcheckbox.h>
#include <QtWidgets/qpushbutton.h>
#include <QtWidgets/qscrollarea.h>
#include <QtWidgets/qscrollbar.h>
#include <QtWidgets/qspinbox.h>
#include <QtWidgets/qtoolbutton.h>

using namespace Qt::Literals::StringLiterals;
using McpUi::ServerDialog;

/// Every field of the dialog is within reach: on a small screen, and by Tab.
class TestServerDialogRoom : public QObject, McpTest::ServerDialogTest
{
    Q_OBJECT

private slots:
    void cleanup() { m_dialog.reset(); }
    void fitsASmallScreen();
    void tabOrder();
};

/// 960 × 540, as a usual screen at 200 % has it: the buttons stay in reach, the fields scroll.
void TestServerDialogRoom::fitsASmallScreen()
{
    open(ServerDialog::Purpose::Add);
    const auto *bar = find<QScrollArea>("serverFields")->verticalScrollBar();
    QTRY_COMPARE(bar->maximum(), 0); // this screen has room for all
    find<QToolButton>("moreButton")->click();
    QTRY_VERIFY(m_dialog->height() > 500 && bar->maximum() == 0);
    m_dialog->resize(640, 480);
    QCOMPARE(m_dialog->height(), 480);
    auto *last = find<QCheckBox>("restartSwitch");
    last->setFocus();
    for (const int key : { Qt::Key_Backtab, Qt::Key_Tab })
        QTest::keyClick(QApplication::focusWidget(), Qt::Key(key));
    QVERIFY(last->hasFocus());
    const auto place = [this](const QWidget *widget) {
        return QRect(widget->mapTo(m_dialog.get(), QPoint()), widget->size());
    };
    QVERIFY(m_dialog->rect().contains(place(find<QPushButton>("serverAcceptButton"))));
    QVERIFY(place(find<QScrollArea>("serverFields")).contains(place(last)));

    // The wheel scrolls, and changes no value.
    auto *box = find<QSpinBox>("largestMessage");
    const int value = box->value();
    const QPoint middle = box->rect().center();
    QWheelEvent wheel(middle, box->mapToGlobal(middle), {}, { 0, 120 }, Qt::NoButton, {},
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(box, &wheel);
    QCOMPARE(box->value(), value);
}

/// Tab leaves every field, the multi-line one and the table included, and comes round.
void TestServerDialogRoom::tabOrder()
{
    open(ServerDialog::Purpose::Add);
    enterCommand(u"npx"_s);
    QStringList visited;
    for (int i = 0; i < 20; ++i) {
        const QString name = QApplication::focusWidget()->objectName();
        if (visited.contains(name))
            break;
        visited += name;
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    const QStringList fields = { u"commandEdit"_s, u"nameEdit"_s, u"environmentTable"_s,
                                 u"folderEdit"_s, u"serverAcceptButton"_s };
    QStringList order = visited;
    order.removeIf([&](const QString &name) { return !fields.contains(name); });
    QCOMPARE(order, fields);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"commandEdit"_s);
}

QTEST_MAIN(TestServerDialogRoom)
#include "tst_serverdialogroom.moc"
