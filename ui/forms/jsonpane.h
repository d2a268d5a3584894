// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/jsonpointer.h"
#include "json/jsontext.h"

#include <QtCore/qtimer.h>
#include <QtWidgets/qwidget.h>

class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace McpUi {

/// The JSON side of an ArgumentEditor: the text in a fixed font with colours, what is wrong with
/// its syntax and where, and a button that formats it. The text is never changed by itself.
class JsonPane : public QWidget
{
    Q_OBJECT

public:
    explicit JsonPane(QWidget *parent = nullptr);

    QByteArray text() const;
    void setText(const QByteArray &text);
    /// Why the text is no JSON; nothing when it is, or when it is blank.
    std::optional<Mcp::JsonText::Problem> syntaxProblem() const;
    bool isBlank() const;
    void format();
    /// Selects the value at @p pointer, or the place of the syntax error.
    void reveal(const Mcp::JsonPointer &pointer);
    void focusEdit();

signals:
    void edited();

private:
    void updateProblem();
    void moveTo(qsizetype byteOffset);

    QPlainTextEdit *m_edit;
    QLabel *m_problem;
    QToolButton *m_format;
    QTimer m_timer;
    bool m_setting = false;
};

} // namespace McpUi
