// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/resultdigest.h"
#include "views/blockcontext.h"

#include <QtWidgets/qwidget.h>

namespace McpUi {

class LinkButton;

/// A content block that says the same as the structured content: one line, which opens it.
class FoldedBlock : public QWidget
{
    Q_OBJECT

public:
    /// For @p number see ContentBlock.
    FoldedBlock(const ResultDigest::Block &block, const QString &number,
                const BlockContext &context, QWidget *parent = nullptr);

private:
    void setOpen(bool open);

    ResultDigest::Block m_block;
    QString m_number;
    BlockContext m_context;
    LinkButton *m_line;
    QWidget *m_body = nullptr;
};

} // namespace McpUi
