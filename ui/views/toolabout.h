// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/toolfacts.h"

#include <QtWidgets/qscrollarea.h>

class QFormLayout;

namespace McpUi {

class DescriptionView;
class ToolIcons;

/// What a tool's definition says in words: description, names, claims about what it does, icons.
class ToolAbout : public QScrollArea
{
    Q_OBJECT

public:
    explicit ToolAbout(QWidget *parent = nullptr);

    void setTool(const Mcp::Tool &tool);
    DescriptionView *description() const { return m_description; }

private:
    QFormLayout *addSection(const QString &title, const QString &note);
    void fill(QFormLayout *form, const QList<ToolFact> &facts);

    DescriptionView *m_description;
    QFormLayout *m_facts;
    QFormLayout *m_claims;
    ToolIcons *m_icons;
};

} // namespace McpUi
