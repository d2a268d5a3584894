// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/resultdigest.h"

#include <QtWidgets/qwidget.h>

namespace McpUi {

class LinkButton;
class ResultExporter;

/// A content block that says the same as the structured content: one line, which opens it.
class FoldedBlock : public QWidget
{
    Q_OBJECT

public:
    /// @p position counts from 1, as in makeContentBlock().
    FoldedBlock(const ResultDigest::Block &block, int position, ResultExporter *exporter,
                QWidget *parent = nullptr);

private:
    void setOpen(bool open);

    ResultDigest::Block m_block;
    int m_position;
    ResultExporter *m_exporter;
    LinkButton *m_line;
    QWidget *m_body = nullptr;
};

} // namespace McpUi
