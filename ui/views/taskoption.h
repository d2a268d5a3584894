// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/taskwords.h"

#include <QtWidgets/qcheckbox.h>

namespace Mcp {
class Orchestrator;
}

namespace McpUi {

class CallControls;
class CallPage;

/*!
 * "Run as task" on the page of a tool: there where the connection and the tool leave a choice,
 * checked and fixed where the tool runs in no other way. Tells the page's runner. Child of its
 * page.
 */
class TaskOption : public QCheckBox
{
    Q_OBJECT

public:
    TaskOption(Mcp::Orchestrator *orchestrator, CallPage *page);

    /// As the user wants it where there is a choice, for saved state.
    bool isWanted() const { return m_isWanted; }
    void setWanted(bool wanted);
    /// Places itself there, and says there what has no place in itself.
    void placeIn(CallControls *controls);

signals:
    void changed(); ///< isWanted() is another one

private:
    void attach();
    void refresh();

    Mcp::Orchestrator *m_orchestrator;
    CallPage *m_page;
    CallControls *m_controls = nullptr;
    TaskChoice m_choice;
    bool m_isWanted = false;
};

} // namespace McpUi
