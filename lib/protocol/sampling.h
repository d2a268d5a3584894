// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "protocol/content.h"

#include <QtCore/qlist.h>
#include <QtCore/qstringlist.h>

#include <optional>

namespace Mcp {

/// One message of a sampling request. Several blocks since 2025-11-25, else one.
struct SamplingMessage
{
    QString role; ///< as received; "user" and "assistant" are the ones there are
    QList<Content> content;
};

/*!
 * Read view over the params of sampling/createMessage (2025-11-25, client/sampling): what a server
 * would like to ask a model. Wrong types read as absent, never fail; problems() says what is odd.
 */
class SamplingRequest
{
public:
    static constexpr qsizetype maxMessages = 1000; ///< more are not shown
    static constexpr qsizetype maxBlocks = 200;    ///< of a message

    SamplingRequest() = default;
    explicit SamplingRequest(const RawJson &params)
        : m_raw(params)
    {}

    const RawJson &raw() const { return m_raw; }
    QList<SamplingMessage> messages(qsizetype most = maxMessages) const;
    RawJson systemPrompt() const { return m_raw.value("systemPrompt"); }
    std::optional<qint64> maxTokens() const { return m_raw.value("maxTokens").toInteger(); }
    /// modelPreferences, temperature, stopSequences, includeContext, toolChoice and metadata, one
    /// short sentence each of those that are there; at most so many characters.
    QStringList wishes(qsizetype mostChars = 200) const;
    /// Tool objects as in tools/list; empty where none are offered.
    QList<RawJson> tools() const { return m_raw.value("tools").elements(); }
    /// May the answer use a tool?
    bool offersTools() const { return m_raw.value("tools").isArray(); }
    /// Which rules it breaks, one sentence each; empty for a clean one. Whether its results of
    /// tools fit their uses is looked at before anybody is asked (see toolImbalance()).
    QStringList problems() const;

private:
    QString preferences() const;

    RawJson m_raw;
};

/// CreateMessageResult: what the model is said to have answered.
struct SamplingAnswer
{
    QString model = QStringLiteral("manual");
    QString stopReason = QStringLiteral("endTurn"); ///< any text; empty: none is given
    QList<RawJson> content;

    static RawJson textBlock(const QString &text);
    static RawJson toolUse(const QString &id, const QString &name, const RawJson &input);
    /// An object for one block, a list for several (since 2025-11-25).
    RawJson toJson() const;
    /// The member that @p answer must have and has not, or not of its type (2025-11-25, schema
    /// CreateMessageResult); empty when there is none.
    static QString missingMember(const RawJson &answer);

    /// Text by a responder that works by itself, cut to so many words as @p request allows tokens:
    /// no word is less than a token.
    static SamplingAnswer automatic(const SamplingRequest &request, const QString &text,
                                    const QString &model);
    /// The last message again, by "echo".
    static SamplingAnswer echo(const SamplingRequest &request);
};

} // namespace Mcp
