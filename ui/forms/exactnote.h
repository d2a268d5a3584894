// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "forms/wrappedlabel.h"

namespace McpUi {

/// Below a field whose text has characters that cannot be seen or turn its direction around: what
/// it really is, as JSON. The field itself must keep them, as they are sent. Hidden for any other
/// text.
class ExactNote : public WrappedLabel
{
    Q_OBJECT

public:
    explicit ExactNote(QWidget *parent = nullptr);
    void setExactText(const QString &text);
};

} // namespace McpUi
