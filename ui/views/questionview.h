// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "client/inputrequest.h"

#include <QtCore/qpointer.h>
#include <QtWidgets/qwidget.h>

#include <optional>

class QBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace Mcp {
class Orchestrator;
}

namespace McpUi {

class LinkButton;
class LowStack;
class NoticeBar;
class PayloadView;
class TextPane;
class WarningStrip;

/*!
 * One question of a server, to read and to answer: who asks, what, what is odd about it, and below
 * what its kind needs to be answered. Base of the views for each kind; owned by the panel, which
 * deletes it when the question is over. Everything the server says is plain text.
 */
class QuestionView : public QWidget
{
    Q_OBJECT

public:
    /// Makes the view that fits @p request.
    [[nodiscard]] static QuestionView *make(Mcp::Orchestrator *orchestrator,
                                            Mcp::InputRequest *request, QWidget *parent);

    /// Null once it is over.
    Mcp::InputRequest *request() const { return m_request; }
    /// Where typing begins.
    virtual void focusInput() = 0;

signals:
    /// A sentence about what was just done.
    void told(const QString &sentence);

protected:
    QuestionView(Mcp::Orchestrator *orchestrator, Mcp::InputRequest *request, QWidget *parent);

    /// "files asks you something"
    void setTitle(const QString &what);
    void setMessage(const QString &message);
    void setProblems(const QStringList &problems);
    /// Goes below the message.
    void addToHead(QWidget *widget);
    /// Takes all the room between message and buttons, and scrolls where that is too little.
    void setBody(QWidget *body);
    /// The same for one that does not scroll by itself.
    void setScrolledBody(QWidget *body);
    QPushButton *addButton(const QString &name, const QString &text, const QString &help);

    /// Ctrl+Return: the answer that is meant. False when something has to be mended first.
    virtual void submit() = 0;
    /// Escape: neither yes nor no, so far as the kind knows that. Asked for twice where something
    /// would be lost by it.
    virtual void cancel() = 0;
    /// What is filled in, in any form that differs when it does.
    virtual QByteArray filledIn() const { return {}; }
    /// cancel() in words ("rejects the request"), and that it ends more than the question.
    void setCancelWords(const QString &words, bool endsMore = false);

    Mcp::Orchestrator *orchestrator() const { return m_orchestrator; }
    /// The name of the server that asks, safe to paint.
    QString server() const;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();
    void fitMessage();
    void escape();
    void showReceived(bool shown);

    Mcp::Orchestrator *m_orchestrator;
    QPointer<Mcp::InputRequest> m_request;
    QLabel *m_title;
    QLabel *m_subtitle;
    WarningStrip *m_problems;
    TextPane *m_message;
    QVBoxLayout *m_head;
    LowStack *m_stack;
    PayloadView *m_received = nullptr; ///< made when it is wanted
    QBoxLayout *m_buttons;
    LinkButton *m_asReceived;
    NoticeBar *m_notice;
    QString m_cancelWords;
    bool m_endsMore = false;
    std::optional<QByteArray> m_untouched; ///< filledIn() at first
    std::optional<QByteArray> m_warnedOf;  ///< filledIn() when it was said that it would be lost
};

} // namespace McpUi
