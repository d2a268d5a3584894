// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "orchestrator/secretschema.h"

#include <functional>
#include <optional>
#include <vector>

namespace Mcp {

/*!
 * Finds the secrets in the bytes of a message, in one pass whatever the nesting: values under names
 * that say it (also in JSON that is the text of a string), tokens in _meta, what a schema calls
 * secret in arguments and in the answers to forms. What cannot be judged is cut as well: the part
 * behind a malformed place, arguments whose tool is not in what was kept, answers to a question
 * that is not known. Lives for one message.
 */
class SecretFinder
{
public:
    /// What a schema is needed for.
    enum class Part {
        Arguments, ///< of the tool of that name
        Answer,    ///< to the question with that key of inputRequests; empty: to the one question
    };
    /// An absent schema: there is none that could call anything secret. Nothing: it is not known.
    using SchemaOf = std::function<std::optional<RawJson>(Part part, const QString &name)>;

    struct Cut
    {
        JsonRange range; ///< in the text
        QByteArray instead;
        bool isPart = false; ///< all but the secrets in it still stands in `instead`
    };

    SecretFinder(QByteArrayView text, SchemaOf schemaOf)
        : m_text(text)
        , m_schemaOf(std::move(schemaOf))
    {}

    /// \name What kind of message it is
    /// @{
    /// A request for a tool; @p name where it is known already.
    void setToolCall(const std::optional<QString> &name);
    void setFormAnswer() { m_isAnswer = true; } ///< a result that answers elicitation/create
    /// The text of a string, the @p nesting th around it; its end is missing if not @p isWhole .
    void setNested(int nesting, bool isWhole);
    /// @}

    /// In the order of the text; those inside of others mean nothing.
    QList<Cut> find();
    /// @p payload with what find() told instead of the secrets in it.
    static QByteArray replaced(const QByteArray &payload, const QList<Cut> &cuts);

private:
    /// Where in a message an object or array stands.
    enum class Place { Root, Params, Result, Responses, Response, Ruled, Schema, Names, Other };
    struct Frame
    {
        Place place = Place::Other;
        bool isObject = false;
        bool isFirst = true;
        bool isMeta = false;
        bool isSecretField = false; ///< a Schema of a member that is secret by its name
        bool isLabelled = false;    ///< its "name" (or "key") is that of a secret
        bool hasLabel = false;
        JsonRange value{};               ///< of its "value"; without an end while that is open
        qsizetype cutFrom = -1;          ///< where it begins, if it is to be cut
        QByteArray instead{};            ///< of all of it
        QString key;                     ///< of a Response: which question it answers
        SecretSchema::Schemas schemas{}; ///< of a Ruled one
    };

    QList<Cut> findInText();
    bool walk();
    bool takeMember();
    bool takeValue(const QString &key);
    Frame inner(const QString &key) const;
    std::optional<QByteArray> judge(Frame &inner, const QString &key, bool isNothing);
    std::optional<QByteArray> rule(Frame &inner, const QString &key);
    bool isSecret(const QString &key) const;
    void noteLabel(const QString &key, JsonRange value);
    void leave();
    void cutOpenValues();
    void cut(JsonRange range, const QByteArray &instead);
    bool cutNested(JsonRange range, bool isWhole);
    char peek();
    QByteArrayView slice(JsonRange range) const { return m_text.sliced(range.begin, range.size()); }

    QByteArrayView m_text;
    SchemaOf m_schemaOf;
    bool m_isToolCall = false;
    bool m_isAnswer = false;
    int m_nesting = 0;
    bool m_isWholeText = true; ///< of a nested one
    std::optional<QString> m_tool;
    std::optional<SecretSchema> m_rules; ///< of what is being walked
    std::vector<Frame> m_frames;
    qsizetype m_position = 0;
    QList<Cut> m_cuts;
};

} // namespace Mcp
