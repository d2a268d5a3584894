// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/rawjson.h"

#include <QtWidgets/qwidget.h>

class QLabel;
class QStackedWidget;
class QToolButton;

namespace McpUi {

class JsonPane;
class SamplingMessages;

/// A sampling request to read, or as JSON to edit before somebody or something answers it. What
/// was edited is what is read, too.
class SamplingRequestPane : public QWidget
{
    Q_OBJECT

public:
    explicit SamplingRequestPane(QWidget *parent = nullptr);

    void setRequest(const Mcp::RawJson &params);
    /// As it stands now; absent while the text is no JSON.
    Mcp::RawJson request() const;
    QByteArray written() const; ///< whatever stands here, JSON or not
    SamplingMessages *messages() const { return m_messages; }

signals:
    void told(const QString &sentence);

private:
    void showJson(bool json);
    void copy();
    QToolButton *modeButton(const QString &text, const QString &name);

    Mcp::RawJson m_received;
    SamplingMessages *m_messages;
    JsonPane *m_json;
    QStackedWidget *m_stack;
    QToolButton *m_readButton;
    QToolButton *m_jsonButton;
    QLabel *m_problem;
    bool m_edited = false; ///< the JSON holds what counts
};

} // namespace McpUi
