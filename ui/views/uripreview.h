// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtWidgets/qwidget.h>

class QLabel;

namespace McpUi {

class CallPage;
class FittedTextEdit;

/// The URI that a template's page would read now, letter by letter as it is typed, and what it
/// still lacks or why there is none. Child of its page.
class UriPreview : public QWidget
{
    Q_OBJECT

public:
    explicit UriPreview(CallPage *page);

private:
    void refresh();
    void showProblem(const QString &sentence, bool isError);

    CallPage *m_page;
    FittedTextEdit *m_uri;
    QLabel *m_missing;
};

} // namespace McpUi
