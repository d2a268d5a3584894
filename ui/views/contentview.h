// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/resultdigest.h"
#include "views/blockcontext.h"

#include <QtWidgets/qwidget.h>

class QBoxLayout;
class QScrollArea;

namespace McpUi {

class BlockPager;
class ContentBlock;

/*!
 * The content blocks of a result in order, a page of them at a time, so that a hundred thousand
 * cost no more than fifty. Or one widget of the owner's instead (an error, a note).
 */
class ContentView : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kPage = 50;

    explicit ContentView(const BlockContext &context, QWidget *parent = nullptr);

    void setBlocks(const QList<ResultDigest::Block> &blocks);
    /// One widget instead of blocks, e.g. an error. The view takes it.
    void setOnly(QWidget *widget);
    /// A sentence instead of blocks.
    void setNote(const QString &sentence);

private:
    void reset();
    void showBlock(qsizetype index);
    void showPage(qsizetype page);
    void addBlocks();
    QWidget *makeBlock(const ResultDigest::Block &from, const QString &number);

    BlockContext m_context;
    QScrollArea *m_scroll;
    BlockPager *m_pager;
    QWidget *m_page = nullptr;
    QBoxLayout *m_layout = nullptr;
    QList<ResultDigest::Block> m_blocks;
    qsizetype m_first = 0;   ///< block of the page
    qsizetype m_made = 0;    ///< of the page
    qsizetype m_wanted = -1; ///< to scroll to
};

} // namespace McpUi
