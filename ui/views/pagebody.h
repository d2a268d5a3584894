// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "protocol/tool.h"

#include <QtWidgets/qstackedwidget.h>

namespace McpUi {

class ToolDetails;

/// The larger part of a call page: arguments and result, or in their place what the tool is. The
/// latter is made when it is first asked for.
class PageBody : public QStackedWidget
{
    Q_OBJECT

public:
    explicit PageBody(QWidget *callSide, QWidget *parent = nullptr);

    void setTool(const Mcp::Tool &tool);
    bool isDetailsShown() const;
    /// How descriptions are shown.
    void setMarkdown(bool enabled);

public slots:
    /// Nothing while the tool is not known.
    void showDetails(bool shown);
    void toggleDetails();

signals:
    void detailsShown(bool shown);
    void markdownChosen(bool enabled);
    void saveRequested(const QByteArray &bytes, const QString &suggestedName);

private:
    Mcp::Tool m_tool;
    QWidget *m_callSide;
    ToolDetails *m_details = nullptr;
    bool m_markdown = false;
};

} // namespace McpUi
