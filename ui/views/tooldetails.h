// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "protocol/tool.h"

#include <QtWidgets/qtabwidget.h>

namespace McpUi {

class DefinitionPart;
class ResultExporter;
class ToolAbout;

/*!
 * All there is to know about a tool before it is called: its description and hints in words, its
 * schemas as tree and source, its _meta, and the definition as received.
 */
class ToolDetails : public QTabWidget
{
    Q_OBJECT

public:
    explicit ToolDetails(QWidget *parent = nullptr);

    void setTool(const Mcp::Tool &tool);
    void setMarkdown(bool enabled);

signals:
    /// The user wants descriptions like that from now on.
    void markdownChosen(bool enabled);
    void saveRequested(const QByteArray &bytes, const QString &suggestedName);

private:
    DefinitionPart *addPart(const QString &name, const QString &title);

    ResultExporter *m_exporter;
    ToolAbout *m_about;
    DefinitionPart *m_input;
    DefinitionPart *m_output;
    DefinitionPart *m_meta;
    DefinitionPart *m_all;
};

} // namespace McpUi
