// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/taskwords.h"

#include <QtWidgets/qcheckbox.h>

class QLineEdit;

namespace Mcp {
class JsonObjectWriter;
class Orchestrator;
class RawJson;
} // namespace Mcp

namespace McpUi {

class CallControls;
class CallPage;

/*!
 * "Run as task" on the page of a tool: there where the connection and the tool leave a choice,
 * checked and fixed where the tool runs in no other way; below it how long the server is to keep
 * the task. Tells the page's runner. Child of its page.
 */
class TaskOption : public QCheckBox
{
    Q_OBJECT

public:
    TaskOption(Mcp::Orchestrator *orchestrator, CallPage *page);

    /// As the user wants it where there is a choice, in the state of its page.
    void saveTo(Mcp::JsonObjectWriter &state) const;
    void restoreFrom(const Mcp::RawJson &state);
    /// Places itself there, and says there what has no place in itself.
    void placeIn(CallControls *controls);

signals:
    void changed(); ///< what saveTo() writes is another one

private:
    void attach();
    void buildKeeping();
    void showKeeping();
    void refresh();

    Mcp::Orchestrator *m_orchestrator;
    CallPage *m_page;
    CallControls *m_controls = nullptr;
    QWidget *m_keeping;
    QLineEdit *m_seconds; ///< empty: as long as the server likes
    TaskChoice m_choice;
    bool m_isWanted = false;
};

} // namespace McpUi
