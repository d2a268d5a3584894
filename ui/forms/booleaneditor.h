// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "forms/valueeditor.h"

namespace McpUi {

class TristateBox;

/// Edits true, false or nothing: a check box with three states that says its state in words.
/// Space goes from blank to true, false and back to blank, or to true where it is required.
class BooleanEditor : public ValueEditor
{
    Q_OBJECT

public:
    explicit BooleanEditor(QWidget *parent = nullptr);

    Mcp::RawJson value() const override;
    bool setValue(const Mcp::RawJson &value) override;
    void clear() override;
    void setBlankHint(const QString &hint) override;
    void setRequired(bool required) override;
    void setIdentity(const QString &path, const QString &name) override;
    QWidget *input() override;

private:
    void setState(Qt::CheckState state);

    TristateBox *m_box;
    QString m_hint;
};

} // namespace McpUi
