// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/serverspec.h"

#include <QtWidgets/qdialog.h>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QScrollArea;
class QToolButton;

namespace McpUi {

class AnswerOptions;
class ConnectionOptions;
class EnvironmentEditor;
struct ServerDraft;

/*!
 * Adds a server or edits one. The first field takes a command line as people type it or JSON server
 * definitions as other programs keep them: one definition fills the fields, several are offered all
 * at once. Problems stand beside their fields. It only collects: see servers().
 */
class ServerDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Purpose { Add, Edit };

    /// @p takenNames are the names a server must not get (without its own when editing).
    ServerDialog(Purpose purpose, const QStringList &takenNames, QWidget *parent = nullptr);

    /// What to start from: the server to edit, or the one that was duplicated.
    void setSpec(const Mcp::ServerSpec &spec);

    /// What was entered, once accepted: one, or all that were pasted.
    QList<Mcp::ServerSpec> servers() const;
    /// True when the commands come from pasted JSON: nobody typed them here.
    bool isPasted() const { return m_pasted; }

    void accept() override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildFields();
    void showAllFields();
    void buildFolderRow();
    void addFold(QToolButton *button, const QString &name, const QString &text, QWidget *options);
    void addRow(const QString &caption, QWidget *field, QLabel *problem);
    QLabel *problemLabel(const QString &name);
    void onCommandChanged();
    void showSeveral(const ServerDraft &draft);
    void showOne(const ServerDraft &draft);
    void validate();
    void setProblem(QLabel *label, const QString &text);
    QList<Mcp::ServerSpec> withUniqueNames(QList<Mcp::ServerSpec> specs) const;

    Purpose m_purpose;
    QStringList m_taken;
    Mcp::ServerSpec m_base; ///< what the fields do not show stays as it was
    QList<Mcp::ServerSpec> m_several;
    bool m_pasted = false;
    bool m_nameEdited = false;

    QScrollArea *m_fields;
    QFormLayout *m_form;
    QPlainTextEdit *m_command;
    QLabel *m_hint;
    QLabel *m_commandProblem;
    QLineEdit *m_name;
    QLabel *m_nameProblem;
    EnvironmentEditor *m_environment;
    QLabel *m_environmentProblem;
    QLineEdit *m_folder;
    QLabel *m_folderProblem;
    QToolButton *m_more;
    ConnectionOptions *m_options;
    QToolButton *m_moreAnswers;
    AnswerOptions *m_answers;
    QPushButton *m_accept;
};

} // namespace McpUi
