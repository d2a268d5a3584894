// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/comparableresults.h"
#include "views/compactbutton.h"

#include <functional>

namespace McpUi {

/// "Compare": a button whose menu lists what a result can be compared with, asked for anew each
/// time it opens.
class CompareMenu : public CompactButton
{
    Q_OBJECT

public:
    using Source = std::function<QList<ComparableResult>()>;

    explicit CompareMenu(QWidget *parent = nullptr);

    /// What to say when there is nothing to compare with.
    void setNothing(const QString &sentence) { m_nothing = sentence; }
    void setSource(const Source &source) { m_source = source; }

signals:
    void chosen(const McpUi::ComparableResult &other);

private:
    void fill();

    Source m_source;
    QString m_nothing;
    QMenu *m_menu;
};

} // namespace McpUi
