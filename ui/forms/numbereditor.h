// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "forms/valueeditor.h"
#include "schema/decimal.h"

class QLineEdit;

namespace McpUi {

/*!
 * Edits a number as typed text: any size, every digit kept, nothing clamped or rounded. Text that
 * is no JSON number is sent as a text, which the problem beside the field says; that is how a
 * server's own checks are tried out. Up and Down count by one step, Page Up and Page Down by ten.
 */
class NumberEditor : public ValueEditor
{
    Q_OBJECT

public:
    /// @p step is what Up and Down add, as number text; 1 if it is absent or no number above zero.
    NumberEditor(bool integer, const Mcp::RawJson &step, QWidget *parent = nullptr);

    Mcp::RawJson value() const override;
    bool setValue(const Mcp::RawJson &value) override;
    void clear() override;
    void setBlankHint(const QString &hint) override;
    QString inputProblem() const override;
    void setIdentity(const QString &path, const QString &name) override;
    QWidget *input() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void step(int steps);

    bool m_integer;
    Mcp::Decimal m_step;
    QLineEdit *m_line;
};

} // namespace McpUi
