// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/infopanel.h"

#include "forms/tones.h"
#include "forms/wrappedlabel.h"
#include "models/format.h"
#include "orchestrator/configimport.h"
#include "json/jsontext.h"

#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qformlayout.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qplaintextedit.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

// Enough of a text for a panel; the Messages panel has all of it.
constexpr qsizetype shownChars = 64 * 1024;
constexpr qsizetype maxTextLines = 16;

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

} // namespace

InfoPanel::InfoPanel(QWidget *parent)
    : QScrollArea(parent)
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
    layout->addStretch();
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_form->setVerticalSpacing(4);
    m_state = addField(u"infoState"_s, tr("State"));
    m_warnings = addField(u"infoWarnings"_s, tr("Breaks rules"));
    m_name = addField(u"infoName"_s, tr("Calls itself"));
    m_version = addField(u"infoVersion"_s, tr("Version"));
    m_agreed = addField(u"infoProtocol"_s, tr("Protocol"));
    m_process = addField(u"infoProcess"_s, tr("Process"));
    m_command = addField(u"infoCommand"_s, tr("Command"));
    m_command->setFont(Tones::fixedFont());
    m_folder = addField(u"infoFolder"_s, tr("Folder"));
    m_environment = addField(u"infoEnvironment"_s, tr("Environment"));
    m_instructions = addText(u"infoInstructions"_s, tr("Instructions"));
    m_capabilities = addText(u"infoCapabilities"_s, tr("Capabilities"));
    m_capabilities->setFont(Tones::fixedFont());
    m_capabilities->setLineWrapMode(QPlainTextEdit::NoWrap);
    setWidget(content);
}

QLabel *InfoPanel::addField(const QString &name, const QString &caption)
{
    auto *label = new WrappedLabel(this);
    label->setObjectName(name);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *title = new QLabel(caption, this);
    Tones::apply(title, Tones::Tone::Dim);
    m_form->addRow(title, label);
    return label;
}

QPlainTextEdit *InfoPanel::addText(const QString &name, const QString &caption)
{
    auto *text = new QPlainTextEdit(this);
    text->setObjectName(name);
    text->setAccessibleName(caption);
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    auto *title = new QLabel(caption, this);
    Tones::apply(title, Tones::Tone::Dim);
    m_form->addRow(title);
    m_form->addRow(text);
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
    // About as high as its text is in a narrow panel.
    const qsizetype lines = text.count(u'\n') + text.size() / 34 + 1;
    field->setFixedHeight(int(qBound<qsizetype>(2, lines, maxTextLines) + 1)
                          * field->fontMetrics().lineSpacing());
    int row = 0;
    QFormLayout::ItemRole role = QFormLayout::FieldRole;
    m_form->getWidgetPosition(field, &row, &role);
    m_form->itemAt(row - 1, QFormLayout::SpanningRole)->widget()->setVisible(!text.isEmpty());
    field->setVisible(!text.isEmpty());
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
        for (QLabel *field : { m_name, m_version, m_agreed })
            setField(field, {});
        setText(m_instructions, {});
        return setText(m_capabilities, {});
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
            capabilities.isAbsent()
                    ? tr("none declared")
                    : QString::fromUtf8(Mcp::JsonText::pretty(
                            capabilities.view().first(qMin(capabilities.size(), shownChars)))));
}

} // namespace McpUi
