// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtWidgets/qframe.h>

class QLabel;

namespace McpUi {

/// What was odd about an answer, in a few lines that can be selected; hidden when nothing was.
class WarningStrip : public QFrame
{
    Q_OBJECT

public:
    explicit WarningStrip(QWidget *parent = nullptr);

    /// The first five are listed; @p total says how many there are, -1: no more than in the list.
    void setWarnings(const QStringList &sentences, qsizetype total = -1);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_label;
};

} // namespace McpUi
