// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/samplingresponder.h"
#include "views/questionview.h"

namespace Mcp {
class SamplingCommand;
}

namespace McpUi {

class NoticeBar;
class SamplingAnswerPane;
class SamplingRequestPane;

/*!
 * A server wants to ask a model: the request beside the answer, both to review and to edit
 * (2025-11-25, client/sampling). There is no model here: a person types the answer, or has the
 * server's automatic responder fill it in.
 */
class SamplingQuestion : public QuestionView
{
    Q_OBJECT

public:
    SamplingQuestion(Mcp::Orchestrator *orchestrator, Mcp::InputRequest *request, QWidget *parent);

    void focusInput() override;

signals:
    void saveRequested(const QByteArray &bytes, const QString &suggestedName);
    void openRequested(const QByteArray &bytes, const QString &suggestedName,
                       const QString &mimeType);

protected:
    void submit() override;
    void cancel() override;
    QByteArray filledIn() const override;

private:
    void addButtons();
    void showResponder();
    void onResponderClicked();
    void fillIn();
    void showFilling();
    void updateSend();

    NoticeBar *m_responder;
    SamplingRequestPane *m_asked;
    SamplingAnswerPane *m_answer;
    QPushButton *m_send = nullptr;
    QPushButton *m_fill = nullptr;
    Mcp::SamplingResponder m_offered; ///< what is shown to be agreed to
    QPointer<Mcp::SamplingCommand> m_filling;
    bool m_anyway = false; ///< the problem was shown
};

} // namespace McpUi
