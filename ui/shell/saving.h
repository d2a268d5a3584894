// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qobject.h>

namespace McpUi {

class LogPanel;
class PageTabs;
class Prompter;
class ResultView;
class SamplingQuestion;

/// Answers every wish for a file, of a panel or of a page: asks where, then lets it write. Whether
/// that worked is said by who wrote.
class Saving : public QObject
{
    Q_OBJECT

public:
    /// @p prompter must outlive it.
    explicit Saving(Prompter *prompter, QObject *parent = nullptr);

    void serve(LogPanel *panel);
    void serve(PageTabs *pages);
    void serveSampling(SamplingQuestion *view);
    void serve(ResultView *result);

private:
    void write(const QByteArray &bytes, const QString &path);

    Prompter *m_prompter;
};

} // namespace McpUi
