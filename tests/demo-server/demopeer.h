// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "support/rawpeer.h"

#include <functional>
#include <memory>

/// A demo server that is asked in one framing and one era.
class DemoPeer : public McpTest::RawPeer
{
public:
    DemoPeer(bool headers, bool modern);

    /// Adds columns and rows of a test class that runs in both framings and both eras.
    static void addRows();
    /// Rows for both eras in one framing: what is asked on top of it needs no more.
    static void addEras();
    /// The server for the row that runs now, with its handshake done; null if it did not start.
    static std::unique_ptr<DemoPeer> startRow(const QByteArray &capabilities = "{}");
    /// Forms, pages, models with tools, roots, and in the modern era tasks.
    static QByteArray allCapabilities(bool modern);
    /// For columns of addRows() or addEras().
    static bool rowIsModern();

    bool isModern() const { return m_modern; }
    /// Sends a request of the peer's era; its id. @p members are those of params, without braces.
    int ask(const QByteArray &method, const QByteArray &members = {}, const QByteArray &meta = {});
    int askTool(const QByteArray &tool, const QByteArray &arguments = "{}",
                const QByteArray &meta = {});
    /// The result of a tool call; complains if it does not have the shape of the era.
    QJsonObject call(const QByteArray &tool, const QByteArray &arguments = "{}");

    /// All pages of a list; complains where one lacks what the era wants.
    QJsonArray list(const QByteArray &method, QLatin1StringView member, int *pages = nullptr);
    /// Answers a question of the server: the JSON text of a result, or nothing to leave it open.
    using Answerer = std::function<QByteArray(const QString &method, const QJsonObject &params)>;
    /// Makes a request and answers what the server asks, in the way of the era; the last answer.
    QJsonObject converse(const QByteArray &method, const QByteArray &members,
                         const Answerer &answerer);
    /// The same for a tool; its result.
    QJsonObject converseTool(const QByteArray &tool, const QByteArray &arguments,
                             const Answerer &answerer);
    /// How many times converse() was asked something, and in how many rounds.
    int questions() const { return m_questions; }
    int rounds() const { return m_rounds; }
    /// Requests of the server that came since the last call, in order (legacy).
    QList<QJsonObject> newQuestions();
    /// The same, but waits until there is one. (QTRY_VERIFY would look twice.)
    QList<QJsonObject> waitForQuestions();
    /// Answers one of them.
    void reply(const QJsonObject &question, const QByteArray &result);
    /// Waits until there are @p count notifications of this method; all of them.
    QList<QJsonObject> waitForNotifications(const QString &method, qsizetype count);

private:
    bool answerNewQuestions(const Answerer &answerer);
    QByteArray nextRound(const QByteArray &members, const QJsonObject &result,
                         const Answerer &answerer);

    bool m_modern;
    int m_questions = 0;
    int m_rounds = 0;
    qsizetype m_read = 0; ///< payloads that newQuestions() has seen
    int m_lastId = 0;
};
