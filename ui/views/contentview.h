// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/resultdigest.h"

#include <QtWidgets/qscrollarea.h>

class QBoxLayout;

namespace McpUi {

class ContentBlock;
class LinkButton;
class ResultExporter;

/// The content blocks of a result in order, as many as one can look at; a button shows further
/// ones. Above them there is room for a widget of the owner's (the error).
class ContentView : public QScrollArea
{
    Q_OBJECT

public:
    static constexpr int kBatch = 50;

    explicit ContentView(ResultExporter *exporter, QWidget *parent = nullptr);

    void setBlocks(const QList<ResultDigest::Block> &blocks);
    /// One widget instead of blocks, e.g. an error. The view takes it.
    void setOnly(QWidget *widget);
    /// A sentence instead of blocks.
    void setNote(const QString &sentence);

private:
    void reset();
    void showMore();

    ResultExporter *m_exporter;
    QWidget *m_page = nullptr;
    QBoxLayout *m_layout = nullptr;
    LinkButton *m_more = nullptr;
    QList<ResultDigest::Block> m_blocks;
    qsizetype m_shown = 0;
};

} // namespace McpUi
