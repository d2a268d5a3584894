// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "forms/valueeditor.h"

namespace McpUi {

class GrowingTextEdit;

/// Edits any value as JSON text: for what has no editor of its own, and for values that do not fit
/// theirs. Text that is no JSON is kept and reported with its place.
class JsonValueEditor : public ValueEditor
{
    Q_OBJECT

public:
    explicit JsonValueEditor(QWidget *parent = nullptr);

    Mcp::RawJson value() const override;
    bool setValue(const Mcp::RawJson &value) override;
    void clear() override;
    void setBlankHint(const QString &hint) override;
    QString inputProblem() const override;
    bool isBroken() const override;
    void setIdentity(const QString &path, const QString &name) override;
    QWidget *input() override;

private:
    GrowingTextEdit *m_edit;
    bool m_setting = false;
};

} // namespace McpUi
