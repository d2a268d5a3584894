// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/infopanel.h"

#include "forms/tones.h"
#include "forms/wrappedlabel.h"
#include "models/format.h"
#include "orchestrator/configimport.h"
#include "orchestrator/secrets.h"
#include "server/violationlog.h"
#include "views/fittedtextedit.h"
#include "views/healthview.h"
#include "views/pingbar.h"
#include "json/jsontext.h"

#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qformlayout.h>
#include <QtWidgets/qlabel.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

// Enough of a text for a panel; the Messages panel has all of it.
constexpr qsizetype shownChars = 64 * 1024;
constexpr int maxTextLines = 16;

QString environmentText(const Mcp::LaunchSpec &launch)
{
    QStringList lines;
    for (const Mcp::EnvironmentVariable &variable : launch.environment)
        lines += variable.name + u'='
                 + (Mcp::looksSecret(variable.name) ? Mcp::secretMask() : variable.value);
    if (!launch.inheritEnvironment)
        lines += InfoPanel::tr("(nothing else is passed on but PATH, HOME and the like)");
    return lines.join(u'\n');
}

QString prettyText(const Mcp::RawJson &json)
{
    return QString::fromUtf8(
            Mcp::JsonText::pretty(json.view().first(qMin(json.size(), shownChars))));
}

} // namespace

InfoPanel::InfoPanel(Mcp::Orchestrator *orchestrator, QWidget *parent)
    : QScrollArea(parent)
    , m_ping(new PingBar(orchestrator, this))
    , m_health(new HealthView(this))
{
    setObjectName(u"infoPanel"_s);
    setAccessibleName(tr("About the server"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(6, 6, 6, 6);
    m_form = new QFormLayout;
    layout->addLayout(m_form);
    layout->addStretch(1);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_form->setVerticalSpacing(4);
    m_state = addField(u"infoState"_s, tr("State"));
    m_name = addField(u"infoName"_s, tr("Calls itself"));
    m_version = addField(u"infoVersion"_s, tr("Version"));
    m_agreed = addField(u"infoProtocol"_s, tr("Protocol"));
    m_extensions = addField(u"infoExtensions"_s, tr("Extensions"));
    m_form->addRow(addTitle(tr("Latency")), m_ping);
    m_process = addField(u"infoProcess"_s, tr("Process"));
    m_command = addField(u"infoCommand"_s, tr("Command"));
    m_command->setFont(Tones::fixedFont());
    m_folder = addField(u"infoFolder"_s, tr("Folder"));
    m_environment = addField(u"infoEnvironment"_s, tr("Environment"));
    addWide(m_health, tr("Health"));
    m_warnings = addField(u"infoWarnings"_s, tr("Remarks"));
    m_instructions = addText(u"infoInstructions"_s, tr("Instructions"));
    m_capabilities = addText(u"infoCapabilities"_s, tr("The server declares"));
    m_declared = addText(u"infoDeclared"_s, tr("We declare"));
    for (QPlainTextEdit *json : { m_capabilities, m_declared })
        json->setFont(Tones::fixedFont());
    connect(m_health, &HealthView::entryRequested, this, &InfoPanel::entryRequested);
    setWidget(content);
}

QLabel *InfoPanel::addTitle(const QString &caption)
{
    auto *title = new QLabel(caption, this);
    Tones::apply(title, Tones::Tone::Dim);
    return title;
}

/// A row for the caption, one for the widget.
void InfoPanel::addWide(QWidget *widget, const QString &caption)
{
    m_form->addRow(addTitle(caption));
    m_form->addRow(widget);
}

QLabel *InfoPanel::addField(const QString &name, const QString &caption)
{
    auto *label = new WrappedLabel(this);
    label->setObjectName(name);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QLabel *const title = addTitle(caption);
    title->setAlignment(Qt::AlignLeft | Qt::AlignTop); // beside the first line
    title->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    m_form->addRow(title, label);
    return label;
}

QPlainTextEdit *InfoPanel::addText(const QString &name, const QString &caption)
{
    auto *text = new FittedTextEdit(this);
    text->setObjectName(name);
    text->setAccessibleName(caption);
    text->setFrameShape(QFrame::StyledPanel);
    text->setMaximumLines(maxTextLines);
    addWide(text, caption);
    return text;
}

void InfoPanel::setField(QLabel *field, const QString &text)
{
    field->setText(displayText(text.left(shownChars)));
    field->setVisible(!text.isEmpty());
    if (QWidget *title = m_form->labelForField(field))
        title->setVisible(!text.isEmpty());
}

void InfoPanel::setText(QPlainTextEdit *field, const QString &text)
{
    const QString shown = displayText(text.left(shownChars));
    if (field->toPlainText() != shown)
        field->setPlainText(shown);
    showWide(field, !text.isEmpty());
}

void InfoPanel::showWide(QWidget *widget, bool visible)
{
    int row = 0;
    QFormLayout::ItemRole role = QFormLayout::FieldRole;
    m_form->getWidgetPosition(widget, &row, &role);
    m_form->itemAt(row - 1, QFormLayout::SpanningRole)->widget()->setVisible(visible);
    widget->setVisible(visible);
}

void InfoPanel::setServer(Mcp::Server *server)
{
    if (server == m_server)
        return;
    if (m_server)
        disconnect(m_server, nullptr, this, nullptr);
    m_server = server;
    if (m_server) {
        connect(m_server, &Mcp::Server::stateChanged, this, &InfoPanel::refresh);
        connect(m_server, &Mcp::Server::stepChanged, this, &InfoPanel::refresh);
        connect(m_server, &Mcp::Server::warningsChanged, this, &InfoPanel::refresh);
        connect(m_server, &Mcp::Server::specChanged, this, &InfoPanel::refresh);
        connect(m_server, &QObject::destroyed, this, &InfoPanel::refresh);
    }
    m_ping->setServer(server);
    m_health->setLog(server ? server->health() : nullptr);
    refresh();
}

void InfoPanel::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    refresh();
}

void InfoPanel::refresh()
{
    if (!isVisible())
        return; // brought up to date when it is looked at
    widget()->setEnabled(m_server);
    m_ping->refresh();
    showWide(m_health, m_server && m_server->startedAt() > 0);
    if (!m_server) {
        for (QLabel *field : { m_warnings, m_process, m_command, m_folder, m_environment })
            setField(field, {});
        setField(m_state, tr("No server selected"));
        return refreshConnection(nullptr);
    }
    const Mcp::LaunchSpec &launch = m_server->spec().launch;
    QString state = Mcp::Server::stateName(m_server->state()).toLower();
    if (!m_server->step().isEmpty() && m_server->state() != Mcp::Server::State::Ready)
        state += u": "_s + m_server->step();
    setField(m_state, state);
    setField(m_warnings, m_server->warnings().join(u'\n'));
    setField(m_process, m_server->processId() > 0 ? tr("id %1, started %2")
                                                            .arg(m_server->processId())
                                                            .arg(formatTime(m_server->startedAt()))
                                                  : QString());
    setField(m_command, launch.commandLine());
    setField(m_folder, launch.workingDirectory);
    setField(m_environment, environmentText(launch));
    refreshConnection(m_server->connection() ? &*m_server->connection() : nullptr);
}

void InfoPanel::refreshConnection(const Mcp::ConnectionInfo *connection)
{
    if (!connection) {
        for (QLabel *field : { m_name, m_version, m_agreed, m_extensions })
            setField(field, {});
        for (QPlainTextEdit *field : { m_instructions, m_capabilities, m_declared })
            setText(field, {});
        return;
    }
    setField(m_name, displayLine(connection->displayName(), 500));
    setField(m_version, displayLine(connection->serverInfo().value("version").toString(), 200));
    setField(m_agreed,
             tr("MCP %1, %2 era, %3 framing")
                     .arg(Mcp::toString(connection->revision), Mcp::toString(connection->era),
                          Mcp::toString(connection->framing)));
    setText(m_instructions, connection->instructions());
    const Mcp::RawJson capabilities = connection->capabilities();
    setText(m_capabilities,
            capabilities.isAbsent() ? tr("none declared") : prettyText(capabilities));
    const Mcp::RawJson declared = m_server->spec().capabilities.toJson(connection->era);
    setText(m_declared, declared.count() == 0 ? tr("nothing") : prettyText(declared));
    QStringList extensions;
    for (const Mcp::RawJsonMember &extension : capabilities.value("extensions").members())
        extensions += displayLine(extension.key, 200);
    setField(m_extensions, extensions.join(u'\n'));
}

} // namespace McpUi
