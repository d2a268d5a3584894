// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/serverspec.h"

#include <QtWidgets/qwidget.h>

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace McpUi {

/// The settings of a server that are rarely touched: framing, era, limits of time and memory, what
/// environment it gets, automatic restart.
class ConnectionOptions : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionOptions(QWidget *parent = nullptr);

    void load(const Mcp::ServerSpec &spec);
    void store(Mcp::ServerSpec &spec) const;
    /// Does @p spec differ from the defaults in anything that is set here?
    static bool isCustom(const Mcp::ServerSpec &spec);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QComboBox *addChoice(const QString &name, const QString &caption, const QString &help);
    QSpinBox *addNumber(const QString &name, const QString &caption, const QString &help);
    QSpinBox *addSeconds(const QString &name, const QString &caption, const QString &help);
    QSpinBox *addMebibytes(const QString &name, const QString &caption, const QString &help);
    QCheckBox *addSwitch(const QString &name, const QString &text, const QString &help);

    void add(const QString &name, const QString &caption, const QString &help, QWidget *box);

    QComboBox *m_framing;
    QComboBox *m_era;
    QSpinBox *m_connect;
    QSpinBox *m_request;
    QSpinBox *m_requestHard;
    QSpinBox *m_largestMessage;
    QSpinBox *m_messagesKept;
    QSpinBox *m_messagesOnDisk;
    QSpinBox *m_linesKept;
    QCheckBox *m_asciiOnly;
    QCheckBox *m_inherit;
    QCheckBox *m_restart;
};

} // namespace McpUi
