// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "forms/valueeditor.h"

class QCheckBox;

namespace McpUi {

/// The one value a constant may have: nothing to edit, only to send or to leave out.
class ConstEditor : public ValueEditor
{
    Q_OBJECT

public:
    explicit ConstEditor(const Mcp::RawJson &constant, QWidget *parent = nullptr);

    Mcp::RawJson value() const override;
    bool setValue(const Mcp::RawJson &value) override;
    void clear() override;
    void setBlankHint(const QString &hint) override;
    void setIdentity(const QString &path, const QString &name) override;
    QWidget *input() override;

private:
    void updateText();

    Mcp::RawJson m_constant;
    QString m_hint;
    QCheckBox *m_box;
};

} // namespace McpUi
