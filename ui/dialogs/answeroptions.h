// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/serverspec.h"

#include <QtWidgets/qwidget.h>

#include <array>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace McpUi {

class FolderList;

/// What a server may ask of us, in the server dialog: a switch for each capability that is declared
/// to it, the folders it may know, and what answers its sampling requests.
class AnswerOptions : public QWidget
{
    Q_OBJECT

public:
    explicit AnswerOptions(QWidget *parent = nullptr);

    void load(const Mcp::ServerSpec &spec);
    void store(Mcp::ServerSpec &spec) const;
    /// Why it cannot be stored like that; empty if it can.
    QString problem() const;
    /// Takes a folder that was typed and not added yet; false if it is none.
    bool takeTyped();
    /// Does @p spec differ from the defaults in anything that is set here?
    static bool isCustom(const Mcp::ServerSpec &spec);

signals:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addSwitches(QFormLayout *form);
    void addResponder(QFormLayout *form);
    void updateResponder();
    Mcp::SamplingResponder::Kind kind() const;

    std::array<QCheckBox *, 6> m_switches{}; ///< as capabilitySwitches
    FolderList *m_folders = nullptr;
    QComboBox *m_responder = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QLineEdit *m_command = nullptr;
    QLabel *m_note = nullptr;
    QLabel *m_problem = nullptr;
};

} // namespace McpUi
