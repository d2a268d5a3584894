// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "views/questionview.h"

namespace McpUi {

class FolderList;

/*!
 * A server asks which folders it may work in: the list that is set for it, to edit and to agree to.
 * Agreed to once, the same list is given again without a question (see Questions).
 */
class RootsQuestion : public QuestionView
{
    Q_OBJECT

public:
    RootsQuestion(Mcp::Orchestrator *orchestrator, Mcp::InputRequest *request, QWidget *parent);

    void focusInput() override;

protected:
    void submit() override;
    void cancel() override;
    QByteArray filledIn() const override;

private:
    void updateShare();

    FolderList *m_folders;
    QPushButton *m_share = nullptr;
};

} // namespace McpUi
