// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/rawjson.h"

#include <QtCore/qlist.h>
#include <QtWidgets/qwidget.h>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QStackedWidget;
class QToolButton;

namespace McpUi {

class ArgumentEditor;
class GrowingTextEdit;
class JsonPane;

/*!
 * What a model is said to have answered, typed by hand: text, where tools are offered the use of
 * one, the model's name and why it stopped. Or as JSON, for all that these fields cannot say.
 */
class SamplingAnswerPane : public QWidget
{
    Q_OBJECT

public:
    explicit SamplingAnswerPane(QWidget *parent = nullptr);

    /// What is asked: its tools and its limit.
    void setRequest(const Mcp::RawJson &params);
    /// The CreateMessageResult as it stands; absent while the JSON, or the input of the tool, is
    /// none.
    Mcp::RawJson answer() const;
    QByteArray written() const; ///< whatever stands here, JSON or not
    void setAnswer(const Mcp::RawJson &answer);
    /// Why it is better not sent: empty text, no JSON, arguments that do not fit. Empty when all is
    /// well.
    QString problem() const;
    /// Says problem() beside the fields.
    void showProblem();
    void focusInput();

signals:
    void edited();

private:
    void layOut();
    QWidget *makeFields();
    void addTools();
    void onToolChosen();
    void showJson(bool json);
    bool showFields();
    bool fillFields(const Mcp::RawJson &answer);
    Mcp::RawJson fieldsAnswer() const;
    void updateHint();
    bool usesTool() const;
    QToolButton *modeButton(const QString &text, const QString &name);

    GrowingTextEdit *m_text;
    QLineEdit *m_model;
    QComboBox *m_reason;
    QComboBox *m_tool;
    QLabel *m_toolCaption;
    ArgumentEditor *m_input;
    QLabel *m_hint;
    QLabel *m_problem;
    JsonPane *m_json;
    QStackedWidget *m_stack;
    QToolButton *m_fieldsButton;
    QToolButton *m_jsonButton;
    QList<Mcp::RawJson> m_tools;
    std::optional<qint64> m_maxTokens;
};

} // namespace McpUi
