// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "orchestrator/callsubject.h"
#include "json/rawjson.h"

#include <QtCore/qobject.h>

#include <optional>

namespace Mcp {
class Orchestrator;
}

namespace McpUi {

class CallPage;
class MainWindow;

/// What the command line asks the window to open straight away.
struct OpeningRequest
{
    QString server;                          ///< empty: none
    std::optional<Mcp::CallSubject> subject; ///< a tool, say
    std::optional<Mcp::RawJson> arguments;   ///< as given
    bool call = false;                       ///< call it at once; a resource is read in any case
    QStringList command;                     ///< an ad hoc server, started at once
};

/// Carries out an OpeningRequest: selects and starts the server, opens the subject's page with the
/// arguments, and calls it once the server is ready, a tool once the tools are listed. Deletes
/// itself when done.
class Opening : public QObject
{
    Q_OBJECT

public:
    /// Adds the ad hoc server if there is one; an error says what makes no sense (unknown name …).
    static QString prepare(OpeningRequest &request, Mcp::Orchestrator *orchestrator);

    Opening(const OpeningRequest &request, Mcp::Orchestrator *orchestrator, MainWindow *window);
    void start();

private:
    CallPage *openPage();
    void callWhenListed();

    OpeningRequest m_request;
    Mcp::Orchestrator *m_orchestrator;
    MainWindow *m_window;
};

} // namespace McpUi
