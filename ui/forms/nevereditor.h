// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "forms/valueeditor.h"

class QLabel;

namespace McpUi {

/// Where the schema is "false": nothing can be entered here. A value all the same is shown as JSON
/// by the slot.
class NeverEditor : public ValueEditor
{
    Q_OBJECT

public:
    explicit NeverEditor(QWidget *parent = nullptr);

    Mcp::RawJson value() const override { return {}; }
    bool setValue(const Mcp::RawJson &) override { return false; }
    void clear() override {}
    void setIdentity(const QString &path, const QString &name) override;
    QWidget *input() override;

private:
    QLabel *m_label;
};

} // namespace McpUi
