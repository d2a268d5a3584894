// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/addressfacts.h"
#include "views/questionview.h"

namespace McpUi {

/*!
 * An elicitation in URL mode: the whole address, its host emphasised, and what may deceive about
 * it. It is opened outside and only on a click; to accept comes after that, since it says that one
 * has agreed to visit it (2025-11-25, client/elicitation).
 */
class VisitQuestion : public QuestionView
{
    Q_OBJECT

public:
    VisitQuestion(Mcp::Orchestrator *orchestrator, Mcp::InputRequest *request, QWidget *parent);

    const AddressFacts &facts() const { return m_facts; }
    void focusInput() override;
    /// It was shown to the user in another program, or could not be.
    void setOpened(bool opened);

signals:
    /// Of a click: show facts().url in a browser, then tell by setOpened().
    void openRequested(McpUi::VisitQuestion *view);

protected:
    void submit() override;
    void cancel() override;

private:
    QWidget *makeBody();
    void addButtons();
    void answer(const Mcp::RawJson &result);

    AddressFacts m_facts;
    QPushButton *m_open = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_accept = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace McpUi
