// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "dialogs/connectionoptions.h"

#include <QtWidgets/qcheckbox.h>
#include <QtWidgets/qcombobox.h>
#include <QtWidgets/qformlayout.h>
#include <QtWidgets/qspinbox.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

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
            u"eraChoice"_s, tr("&Era"),
            tr("Legacy: initialize, up to 2025-11-25. Modern: server/discover, 2026-07-28. "
               "Auto asks the server."));
    m_era->addItem(tr("Auto"), int(Mcp::EraSetting::Auto));
    m_era->addItem(tr("Legacy (initialize)"), int(Mcp::EraSetting::Legacy));
    m_era->addItem(tr("Modern (server/discover)"), int(Mcp::EraSetting::Modern));
    m_connect = addSeconds(u"connectTimeout"_s, tr("Time to &connect"),
                           tr("From the start of the program until it is ready."));
    m_request = addSeconds(u"requestTimeout"_s, tr("Time for an &answer"),
                           tr("Without an answer or progress."));
    m_requestHard = addSeconds(u"requestHardTimeout"_s, tr("At &most"),
                               tr("For one request, whatever progress it reports."));
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

QComboBox *ConnectionOptions::addChoice(const QString &name, const QString &caption,
                                        const QString &help)
{
    auto *box = new QComboBox(this);
    box->setObjectName(name);
    box->setAccessibleName(QString(caption).remove(u'&'));
    box->setToolTip(help);
    static_cast<QFormLayout *>(layout())->addRow(caption, box);
    return box;
}

QSpinBox *ConnectionOptions::addSeconds(const QString &name, const QString &caption,
                                        const QString &help)
{
    auto *box = new QSpinBox(this);
    box->setObjectName(name);
    box->setAccessibleName(QString(caption).remove(u'&'));
    box->setToolTip(help + u' ' + tr("0 is no limit."));
    box->setRange(0, 24 * 3600);
    box->setSuffix(tr(" s"));
    box->setSpecialValueText(tr("no limit"));
    static_cast<QFormLayout *>(layout())->addRow(caption, box);
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
    // Whole seconds are shown; finer values of the file stay unless the field is changed.
    const auto seconds = [](QSpinBox *box, int ms) {
        box->setValue(ms <= 0 ? 0 : qMax(1, ms / 1000));
        box->setProperty("milliseconds", ms);
        box->setProperty("shown", box->value());
    };
    m_framing->setCurrentIndex(m_framing->findData(int(spec.framing)));
    m_era->setCurrentIndex(m_era->findData(int(spec.era)));
    seconds(m_connect, spec.timeouts.connect);
    seconds(m_request, spec.timeouts.request);
    seconds(m_requestHard, spec.timeouts.requestHard);
    m_asciiOnly->setChecked(spec.asciiOnlyHeaders);
    m_inherit->setChecked(spec.launch.inheritEnvironment);
    m_restart->setChecked(spec.autoRestart);
}

void ConnectionOptions::store(Mcp::ServerSpec &spec) const
{
    const auto milliseconds = [](const QSpinBox *box) {
        return box->value() == box->property("shown").toInt()
                       ? box->property("milliseconds").toInt()
                       : box->value() * 1000;
    };
    spec.framing = Mcp::FramingSetting(m_framing->currentData().toInt());
    spec.era = Mcp::EraSetting(m_era->currentData().toInt());
    spec.timeouts.connect = milliseconds(m_connect);
    spec.timeouts.request = milliseconds(m_request);
    spec.timeouts.requestHard = milliseconds(m_requestHard);
    spec.asciiOnlyHeaders = m_asciiOnly->isChecked();
    spec.launch.inheritEnvironment = m_inherit->isChecked();
    spec.autoRestart = m_restart->isChecked();
}

bool ConnectionOptions::isCustom(const Mcp::ServerSpec &spec)
{
    const Mcp::ServerSpec usual;
    return spec.framing != usual.framing || spec.era != usual.era || spec.timeouts != usual.timeouts
           || spec.asciiOnlyHeaders != usual.asciiOnlyHeaders
           || spec.launch.inheritEnvironment != usual.launch.inheritEnvironment
           || spec.autoRestart != usual.autoRestart;
}

} // namespace McpUi
