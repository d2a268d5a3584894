// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "dialogs/connectionoptions.h"

#include "models/format.h"

#include <QtCore/qcoreevent.h>
#include <QtWidgets/qcheckbox.h>
#include <QtWidgets/qcombobox.h>
#include <QtWidgets/qformlayout.h>
#include <QtWidgets/qspinbox.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

constexpr qint64 kMebibyte = 1024 * 1024;

} // namespace

ConnectionOptions::ConnectionOptions(QWidget *parent)
    : QWidget(parent)
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    m_framing = addChoice(u"framingChoice"_s, tr("&Framing"),
                          tr("How messages are told apart on the pipe. Newline is the standard; "
                             "Auto finds out and remembers."));
    m_framing->addItem(tr("Auto"), int(Mcp::FramingSetting::Auto));
    m_framing->addItem(tr("Newline"), int(Mcp::FramingSetting::Newline));
    m_framing->addItem(tr("Content-Length headers"), int(Mcp::FramingSetting::ContentLength));
    m_era = addChoice(
            u"eraChoice"_s, tr("E&ra"),
            tr("Legacy: initialize, up to 2025-11-25. Modern: server/discover, 2026-07-28. "
               "Auto asks the server."));
    m_era->addItem(tr("Auto"), int(Mcp::EraSetting::Auto));
    m_era->addItem(tr("Legacy (initialize)"), int(Mcp::EraSetting::Legacy));
    m_era->addItem(tr("Modern (server/discover)"), int(Mcp::EraSetting::Modern));
    m_connect = addSeconds(u"connectTimeout"_s, tr("&Time to connect"),
                           tr("From the start of the program until it is ready."));
    m_request = addSeconds(u"requestTimeout"_s, tr("Time for an &answer"),
                           tr("Without an answer or progress."));
    m_requestHard = addSeconds(u"requestHardTimeout"_s, tr("At &most"),
                               tr("For one request, whatever progress it reports."));
    m_largestMessage = addMebibytes(
            u"largestMessage"_s, tr("&Largest message"),
            tr("A longer one is skipped, with a warning. Holds from the next start on."));
    m_messagesKept = addMebibytes(u"messagesKept"_s, tr("Messages &kept"),
                                  tr("In memory, for the panel Messages; the oldest go to disk."));
    m_messagesOnDisk = addMebibytes(
            u"messagesOnDisk"_s, tr("Older ones on &disk"),
            tr("Until the program ends; they come back where one scrolls up. 0 is none."));
    m_messagesOnDisk->setProperty("none", tr("none"));
    m_linesKept = addNumber(u"linesKept"_s, tr("&Stderr kept"),
                            tr("For the panel Stderr; the oldest lines go."));
    m_linesKept->setRange(100, 10'000'000);
    m_linesKept->setSuffix(tr(" lines"));
    m_linesKept->setSingleStep(1000);
    m_asciiOnly = addSwitch(u"asciiOnlySwitch"_s, tr("Escape non-ASCII behind headers"),
                            tr("With Content-Length framing: some servers count characters where "
                               "the header counts bytes."));
    m_inherit = addSwitch(u"inheritSwitch"_s, tr("Pass on this program's environment"),
                          tr("Off: only PATH, HOME, USER, LANG and the like, and the variables "
                             "above."));
    m_restart = addSwitch(u"restartSwitch"_s, tr("Start again when it ends by itself"),
                          tr("With growing pauses; given up after two quick ends in a row."));
    load({});
}

void ConnectionOptions::add(const QString &name, const QString &caption, const QString &help,
                            QWidget *box)
{
    box->setObjectName(name);
    box->setAccessibleName(QString(caption).remove(u'&'));
    box->setToolTip(help);
    box->setFocusPolicy(Qt::StrongFocus);
    box->installEventFilter(this);
    static_cast<QFormLayout *>(layout())->addRow(caption, box);
}

/// The wheel scrolls the dialog; it must not change a value on its way.
bool ConnectionOptions::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Wheel && !static_cast<QWidget *>(watched)->hasFocus()) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

QComboBox *ConnectionOptions::addChoice(const QString &name, const QString &caption,
                                        const QString &help)
{
    auto *box = new QComboBox(this);
    add(name, caption, help, box);
    return box;
}

QSpinBox *ConnectionOptions::addNumber(const QString &name, const QString &caption,
                                       const QString &help)
{
    auto *box = new QSpinBox(this);
    box->setGroupSeparatorShown(true);
    add(name, caption, help, box);
    return box;
}

QSpinBox *ConnectionOptions::addSeconds(const QString &name, const QString &caption,
                                        const QString &help)
{
    QSpinBox *box = addNumber(name, caption, help + u' ' + tr("0 is no limit."));
    box->setRange(0, 24 * 3600);
    box->setSuffix(tr(" s"));
    box->setSpecialValueText(tr("no limit"));
    return box;
}

QSpinBox *ConnectionOptions::addMebibytes(const QString &name, const QString &caption,
                                          const QString &help)
{
    QSpinBox *box = addNumber(name, caption, help);
    box->setRange(1, 64 * 1024);
    box->setSuffix(tr(" MiB"));
    return box;
}

QCheckBox *ConnectionOptions::addSwitch(const QString &name, const QString &text,
                                        const QString &help)
{
    auto *box = new QCheckBox(text, this);
    box->setObjectName(name);
    box->setAccessibleName(text);
    box->setToolTip(help);
    static_cast<QFormLayout *>(layout())->addRow(QString(), box);
    return box;
}

void ConnectionOptions::load(const Mcp::ServerSpec &spec)
{
    // Whole units are shown; finer values of the file stay unless the field is changed.
    const auto show = [](QSpinBox *box, qint64 value, qint64 unit) {
        const bool tiny = value > 0 && value < unit; // less than the field can say
        if (unit == kMebibyte) {
            const QString none = box->property("none").toString(); // where 0 is a value
            box->setMinimum(tiny || !none.isEmpty() ? 0 : 1);
            box->setSpecialValueText(tiny ? tr("%1 bytes").arg(formatNumber(value)) : none);
        }
        const qint64 least = tiny && unit == kMebibyte ? 0 : 1;
        box->setValue(value <= 0 ? 0 : int(qBound(least, value / unit, qint64(box->maximum()))));
        box->setProperty("exact", value);
        box->setProperty("shown", box->value());
    };
    const auto seconds = [show](QSpinBox *box, int ms) { show(box, ms, 1000); };
    m_framing->setCurrentIndex(m_framing->findData(int(spec.framing)));
    m_era->setCurrentIndex(m_era->findData(int(spec.era)));
    seconds(m_connect, spec.timeouts.connect);
    seconds(m_request, spec.timeouts.request);
    seconds(m_requestHard, spec.timeouts.requestHard);
    show(m_largestMessage, spec.limits.frameBytes, kMebibyte);
    show(m_messagesKept, spec.traceBytes, kMebibyte);
    show(m_messagesOnDisk, spec.traceDiskBytes, kMebibyte);
    show(m_linesKept, spec.stderrLines, 1);
    m_asciiOnly->setChecked(spec.asciiOnlyHeaders);
    m_inherit->setChecked(spec.launch.inheritEnvironment);
    m_restart->setChecked(spec.autoRestart);
}

void ConnectionOptions::store(Mcp::ServerSpec &spec) const
{
    const auto read = [](const QSpinBox *box, qint64 unit) {
        return box->value() == box->property("shown").toInt() ? box->property("exact").toLongLong()
                                                              : box->value() * unit;
    };
    const auto milliseconds = [read](const QSpinBox *box) { return int(read(box, 1000)); };
    spec.framing = Mcp::FramingSetting(m_framing->currentData().toInt());
    spec.era = Mcp::EraSetting(m_era->currentData().toInt());
    spec.timeouts.connect = milliseconds(m_connect);
    spec.timeouts.request = milliseconds(m_request);
    spec.timeouts.requestHard = milliseconds(m_requestHard);
    spec.limits.frameBytes = read(m_largestMessage, kMebibyte);
    spec.traceBytes = read(m_messagesKept, kMebibyte);
    spec.traceDiskBytes = read(m_messagesOnDisk, kMebibyte);
    spec.stderrLines = int(read(m_linesKept, 1));
    spec.asciiOnlyHeaders = m_asciiOnly->isChecked();
    spec.launch.inheritEnvironment = m_inherit->isChecked();
    spec.autoRestart = m_restart->isChecked();
}

bool ConnectionOptions::isCustom(const Mcp::ServerSpec &spec)
{
    const Mcp::ServerSpec usual;
    return spec.framing != usual.framing || spec.era != usual.era || spec.timeouts != usual.timeouts
           || spec.limits.frameBytes != usual.limits.frameBytes
           || spec.traceBytes != usual.traceBytes || spec.traceDiskBytes != usual.traceDiskBytes
           || spec.stderrLines != usual.stderrLines
           || spec.asciiOnlyHeaders != usual.asciiOnlyHeaders
           || spec.launch.inheritEnvironment != usual.launch.inheritEnvironment
           || spec.autoRestart != usual.autoRestart;
}

} // namespace McpUi
