// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "views/questionview.h"

namespace McpUi {

class ArgumentEditor;

/*!
 * An elicitation in form mode: the server's schema as a form, filled with its defaults. Accept,
 * decline and cancel are three answers (2025-11-25, client/elicitation); Escape is the third.
 */
class FormQuestion : public QuestionView
{
    Q_OBJECT

public:
    FormQuestion(Mcp::Orchestrator *orchestrator, Mcp::InputRequest *request, QWidget *parent);

    void focusInput() override;

protected:
    /// What does not fit the schema is shown first; the next time it is sent all the same.
    void submit() override;
    void cancel() override;
    QByteArray filledIn() const override;

private:
    void addButtons();
    void updateAccept();

    ArgumentEditor *m_answer;
    QPushButton *m_accept = nullptr;
    bool m_anyway = false; ///< the problems were shown
};

} // namespace McpUi
