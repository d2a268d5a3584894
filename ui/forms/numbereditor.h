// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "forms/valueeditor.h"

class QLineEdit;

namespace McpUi {

/*!
 * Edits a number as typed text: any size, every digit kept, nothing clamped or rounded. Text that
 * is no JSON number is sent as a text, which the problem beside the field says; that is how a
 * server's own checks are tried out.
 */
class NumberEditor : public ValueEditor
{
    Q_OBJECT

public:
    explicit NumberEditor(bool integer, QWidget *parent = nullptr);

    Mcp::RawJson value() const override;
    bool setValue(const Mcp::RawJson &value) override;
    void clear() override;
    void setBlankHint(const QString &hint) override;
    QString inputProblem() const override;
    void setIdentity(const QString &path, const QString &name) override;
    QWidget *input() override;

private:
    bool m_integer;
    QLineEdit *m_line;
};

} // namespace McpUi
