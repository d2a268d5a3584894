// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtWidgets/qwidget.h>

class QLabel;
class QSpinBox;
class QToolButton;

namespace McpUi {

/// The line below many blocks: which of them are in sight, to the next and previous page, and to
/// any block by its number.
class BlockPager : public QWidget
{
    Q_OBJECT

public:
    explicit BlockPager(QWidget *parent = nullptr);

    /// @p first counts from 0. Hides itself when all are in sight.
    void setPlace(qsizetype first, qsizetype count, qsizetype total);

signals:
    void previousRequested();
    void nextRequested();
    /// Counts from 0.
    void blockRequested(qsizetype block);

private:
    QLabel *m_place;
    QToolButton *m_previous;
    QToolButton *m_next;
    QSpinBox *m_number;
};

} // namespace McpUi
