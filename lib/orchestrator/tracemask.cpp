// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/tracemask.h"

#include "orchestrator/secretfinder.h"
#include "orchestrator/secrets.h"
#include "orchestrator/variables.h"
#include "protocol/elicitation.h"
#include "json/jsontext.h"

#include <QtCore/qset.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

/// Shorter values are words that stand anywhere ("1", "yes").
constexpr qsizetype shortestSecret = 5;
/// So much of the beginning of a value is worth something.
constexpr qsizetype shortestPart = 3;
/// Of all questions without an answer yet. Who asks more gets answers that nobody can judge.
constexpr qsizetype maxQuestionBytes = 32 * 1024 * 1024;
/// Of all tools in lists of the trace; of the others those that are listed now are known.
constexpr qsizetype maxSchemaBytes = 32 * 1024 * 1024;
constexpr qsizetype overhead = 200; ///< of each

const QString elicitation = u"elicitation/create"_s;

/// Answers to elicitation/create; of one whose request is not known, what looks like one.
bool isFormAnswer(const TraceEntry &entry)
{
    return entry.direction == TraceEntry::Direction::Sent
           && entry.message.kind() == Message::Kind::Response
           && (entry.method == elicitation
               || (entry.method.isEmpty() && entry.message.result().contains("action")));
}

} // namespace

TraceMask::TraceMask(const ServerSpec &spec, QList<Tool> tools)
    : m_tools(std::move(tools))
{
    QStringList values;
    // As the file has them, and as the process gets them.
    const ServerSpec filled = substituteVariables(spec).valueOr(spec);
    for (const LaunchSpec *launch : { &spec.launch, &filled.launch }) {
        for (const EnvironmentVariable &variable : launch->environment) {
            if (looksSecret(variable.name))
                values += variable.value;
        }
        for (qsizetype i = 0; i < launch->arguments.size(); ++i)
            values += secretPart(launch->arguments, i).toString();
    }
    for (const QString &value : std::as_const(values)) {
        if (value.size() < shortestSecret)
            continue;
        const QByteArray quoted = JsonText::quote(value);
        m_values += { quoted.sliced(1, quoted.size() - 2), value.toUtf8() };
    }
    // One may be the beginning of another.
    std::sort(m_values.begin(), m_values.end(),
              [](const QByteArray &a, const QByteArray &b) { return a.size() > b.size(); });
}

TraceMask::Masked TraceMask::masked(const TraceEntry &entry)
{
    const bool isCutOff = entry.truncated || entry.isTooLong;
    Masked masked;
    masked.payload = withoutValues(maskedMessage(entry), isCutOff);
    masked.note = QString::fromUtf8(withoutValues(entry.note.toUtf8(), false));
    masked.isChanged = masked.note != entry.note || masked.payload != entry.payload();
    if (!isCutOff)
        remember(entry);
    return masked;
}

QByteArray TraceMask::maskedMessage(const TraceEntry &entry)
{
    SecretFinder finder(entry.payload(), [this, &entry](SecretFinder::Part part,
                                                        const QString &name) {
        return part == SecretFinder::Part::Arguments ? schemaOf(name) : answered(entry, name);
    });
    if (entry.method == "tools/call"_L1 && !entry.message.isResponse()) {
        const RawJson name = entry.message.params().value("name");
        finder.setToolCall(entry.message.params().isAbsent() ? std::nullopt
                                                             : std::optional(name.toString()));
    }
    if (isFormAnswer(entry))
        finder.setFormAnswer();
    return SecretFinder::replaced(entry.payload(), finder.find());
}

/// Nothing: no list that is known has the tool. An absent schema: the tool has none.
std::optional<RawJson> TraceMask::schemaOf(const QString &tool)
{
    if (!m_schemas) {
        m_schemas.emplace();
        for (const Tool &known : std::as_const(m_tools)) {
            if (!m_schemas->contains(known.name())) // the first of a name is the one
                m_schemas->insert(known.name(), known.inputSchema());
        }
    }
    const auto met = m_met.constFind(tool);
    if (met != m_met.constEnd())
        return *met;
    const auto found = m_schemas->constFind(tool);
    return found == m_schemas->constEnd() ? std::nullopt : std::optional(*found);
}

/// What a list in the trace says counts from there on, also of tools that are not listed any more.
void TraceMask::rememberTools(const RawJson &list)
{
    QSet<QString> names;
    const QList<RawJson> tools = list.value("tools").elements();
    for (const RawJson &raw : tools) {
        const Tool tool(raw);
        if (names.contains(tool.name()))
            continue;
        names.insert(tool.name());
        // Alone, not with all of its message.
        const RawJson schema = tool.inputSchema().isAbsent()
                                       ? RawJson()
                                       : RawJson::fromText(tool.inputSchema().toByteArray());
        const auto old = m_met.constFind(tool.name());
        if (old != m_met.constEnd())
            m_metBytes -= old->size() + tool.name().size() + overhead;
        const qsizetype bytes = schema.size() + tool.name().size() + overhead;
        if (m_metBytes + bytes > maxSchemaBytes) {
            m_met.clear();
            m_metBytes = 0;
        }
        m_metBytes += bytes;
        m_met.insert(tool.name(), schema);
    }
}

/// Lists of tools, and questions: as requests (legacy), or in a result or notification that waits
/// for input (modern).
void TraceMask::remember(const TraceEntry &entry)
{
    const Message &message = entry.message;
    if (entry.kind != TraceEntry::Kind::Message)
        return;
    if (entry.direction == TraceEntry::Direction::Sent) {
        if (message.isResponse())
            m_requests.remove(entry.pair);
        return;
    }
    if (message.kind() == Message::Kind::Request && message.method() == elicitation) {
        const RawJson request = RawJson::fromText(entry.payload());
        remember(m_requests, entry.serial, {}, request);
        return;
    }
    if (message.kind() == Message::Kind::Response && entry.method == "tools/list"_L1)
        return rememberTools(message.result());
    const RawJson said = message.kind() == Message::Kind::Response       ? message.result()
                         : message.kind() == Message::Kind::Notification ? message.params()
                                                                         : RawJson();
    for (const RawJsonMember &asked : said.value("inputRequests").members())
        remember(m_rounds, entry.conversation, asked.key, asked.value);
}

void TraceMask::remember(QHash<quint64, Questions> &where, quint64 number, const QString &key,
                         const RawJson &request)
{
    const QList<RawJson> parts = request.values({ "method", "params" });
    Question question;
    question.isForm = parts[0].toString() == elicitation;
    if (question.isForm) // alone, not with all of its message
        question.schema = RawJson::fromText(Elicitation(parts[1]).requestedSchema().toByteArray());
    const qsizetype bytes = question.schema.size() + key.size() + overhead;
    if (m_questionBytes + bytes > maxQuestionBytes) {
        m_requests.clear();
        m_rounds.clear();
        m_questionBytes = 0;
    }
    m_questionBytes += bytes;
    where[number].insert(key, question);
}

/// The schema of the question that is answered; nothing: the question is not known.
std::optional<RawJson> TraceMask::answered(const TraceEntry &entry, const QString &key) const
{
    const bool isLegacy = entry.message.isResponse();
    const Questions questions =
            isLegacy ? m_requests.value(entry.pair) : m_rounds.value(entry.conversation);
    const auto found = questions.constFind(key);
    if (found == questions.constEnd())
        return std::nullopt;
    return found->schema;
}

/// @p isCutOff: the last one may not be there to its end.
QByteArray TraceMask::withoutValues(QByteArray text, bool isCutOff) const
{
    for (const QByteArray &value : m_values)
        text.replace(value, secretMask().toUtf8());
    qsizetype part = 0;
    for (const QByteArray &value : m_values) {
        for (qsizetype size = value.size() - 1; isCutOff && size >= shortestPart; --size) {
            if (text.endsWith(QByteArrayView(value).first(size)))
                part = std::max(part, size);
        }
    }
    return part > 0 ? text.chopped(part) + secretMask().toUtf8() : text;
}

} // namespace Mcp
