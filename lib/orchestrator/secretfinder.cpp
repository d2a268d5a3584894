// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/secretfinder.h"

#include "orchestrator/nestedsecrets.h"
#include "orchestrator/secrets.h"
#include "schema/fieldname.h"
#include "json/jsontext.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

constexpr size_t maxDepth = 256;     // of values; nothing of ours is nested deeper
constexpr qsizetype longestKey = 64; // that is looked at without making a text of it

QByteArray mask() { return JsonText::quote(secretMask()); }

QString doubt(qsizetype bytes)
{
    return u"%1 (%2 bytes left out: what is secret in them cannot be told)"_s.arg(secretMask())
            .arg(bytes);
}

/// Could the key be one that isSecret(), inner() or noteLabel() know? Most are not, and making a
/// text of each takes longer than all the rest.
bool mayMatter(QByteArrayView quoted)
{
    static constexpr std::array<QByteArrayView, 10> parts{ "pass",  "pwd",        "secret", "key",
                                                           "token", "credential", "name",   "value",
                                                           "_meta", "schema" };
    if (quoted.size() > longestKey)
        return true;
    std::array<char, size_t(longestKey)> lower{};
    size_t size = 0;
    for (const char c : quoted) {
        if (c == '\\' || static_cast<unsigned char>(c) >= 0x80)
            return true;
        lower[size++] = c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
    }
    const QByteArrayView key(lower.data(), qsizetype(size));
    return std::any_of(parts.begin(), parts.end(),
                       [key](QByteArrayView part) { return key.contains(part); });
}

bool isSchema(const QString &key)
{
    return key == "inputSchema"_L1 || key == "outputSchema"_L1 || key == "requestedSchema"_L1;
}

/// Of a schema: do names of members stand below @p key, which say nothing about what they hold?
bool holdsNames(const QString &key)
{
    static const QStringList keys{ u"properties"_s,  u"patternProperties"_s, u"$defs"_s,
                                   u"definitions"_s, u"dependentRequired"_s, u"dependentSchemas"_s,
                                   u"dependencies"_s };
    return keys.contains(key);
}

/// Of a schema: is it a value that its member may have?
bool holdsValue(const QString &key)
{
    return key == "default"_L1 || key == "const"_L1 || key == "enum"_L1 || key == "examples"_L1;
}

} // namespace

void SecretFinder::setToolCall(const std::optional<QString> &name)
{
    m_isToolCall = true;
    m_tool = name;
}

QByteArray SecretFinder::replaced(const QByteArray &payload, const QList<Cut> &cuts)
{
    if (cuts.isEmpty())
        return payload;
    QByteArray result;
    qsizetype done = 0;
    for (const Cut &cut : cuts) {
        if (cut.range.begin < done)
            continue;
        result += QByteArrayView(payload).sliced(done, cut.range.begin - done);
        result += cut.instead;
        done = cut.range.end;
    }
    return result + payload.sliced(done);
}

void SecretFinder::setNested(int nesting, bool isWhole)
{
    m_nesting = nesting;
    m_isWholeText = isWhole;
}

QList<SecretFinder::Cut> SecretFinder::find()
{
    if (const char first = peek(); first != '{' && first != '[')
        return findInText();
    const bool isWhole = walk();
    // A text may begin like JSON and be none: nothing but names can be judged then.
    if (m_nesting > 0 && m_isWholeText && (!isWhole || peek() != '\0')) {
        m_cuts.clear();
        return findInText();
    }
    if (!isWhole)
        cutOpenValues();
    peek();
    if (m_position < m_text.size())
        m_cuts.append(
                { { m_position, m_text.size() }, doubt(m_text.size() - m_position).toUtf8() });
    std::stable_sort(m_cuts.begin(), m_cuts.end(), [](const Cut &a, const Cut &b) {
        return a.range.begin != b.range.begin ? a.range.begin < b.range.begin
               : a.range.end != b.range.end   ? a.range.end > b.range.end
                                              : b.isPart && !a.isPart;
    });
    return m_cuts;
}

/// In a line that is no message but may have JSON in it: values by their names alone.
QList<SecretFinder::Cut> SecretFinder::findInText()
{
    for (qsizetype quote = 0; (quote = m_text.indexOf('"', quote)) >= 0;) {
        JsonScanner key(m_text, quote);
        const auto text = key.skipValue();
        if (!text) {
            cutNested({ quote, m_text.size() }, false);
            break;
        }
        if (cutNested(*text, true)) {
            quote = text->end;
            continue;
        }
        quote = text->end - 1; // unless it is a key, it may have been a closing one
        key.skipSpace();
        if (key.position() >= m_text.size() || m_text[key.position()] != ':')
            continue;
        JsonScanner value(m_text, key.position() + 1);
        quote = value.position();
        if (!mayMatter(slice(*text)) || !isSecretFieldName(JsonText::unescape(slice(*text))))
            continue;
        const auto whole = value.skipValue();
        const JsonRange range = whole.value_or(JsonRange{ quote, m_text.size() });
        cut(range, mask());
        quote = range.end;
    }
    return m_cuts;
}

/// False where the text ends too early or is no JSON: m_position is in front of what was not taken.
bool SecretFinder::walk()
{
    if (!takeValue({}))
        return false;
    while (!m_frames.empty()) {
        Frame &top = m_frames.back();
        const bool isFirst = std::exchange(top.isFirst, false);
        const bool isSeparated = !isFirst && peek() == ',';
        m_position += isSeparated ? 1 : 0; // also before the end, as JsonScanner forgives it
        if (peek() == (top.isObject ? '}' : ']')) {
            ++m_position;
            leave();
            continue;
        }
        if (!isFirst && !isSeparated)
            return false;
        if (!(top.isObject ? takeMember() : takeValue({})))
            return false;
    }
    return true;
}

bool SecretFinder::takeMember()
{
    const qsizetype before = m_position;
    const bool isText = peek() == '"';
    JsonScanner scanner(m_text, m_position);
    const auto key = isText ? scanner.skipValue() : std::nullopt;
    m_position = scanner.position();
    if (!key || peek() != ':') {
        m_position = before;
        return false;
    }
    ++m_position;
    const Frame &top = m_frames.back();
    const bool isWanted = (top.place != Place::Other && top.place != Place::Ruled) || top.isMeta
                          || !top.schemas.isEmpty() || mayMatter(slice(*key));
    return takeValue(isWanted ? JsonText::unescape(slice(*key)) : QString());
}

/// Steps over a value or into it, @p key empty: an element, or one under a name that tells nothing.
bool SecretFinder::takeValue(const QString &key)
{
    const char c = peek();
    if (c == '\0')
        return false;
    const qsizetype begin = m_position;
    const bool isContainer = c == '{' || c == '[';
    JsonScanner behind(m_text, begin);
    const auto scalar = isContainer ? std::nullopt : behind.skipValue();
    const bool isNothing = scalar && (slice(*scalar) == "null" || slice(*scalar) == "\"\"");
    Frame inner = this->inner(key);
    inner.isObject = c == '{';
    noteLabel(key, { begin, scalar ? scalar->end : begin });
    if (auto instead = judge(inner, key, isNothing)) {
        if (!isContainer) {
            m_position = scalar ? scalar->end : m_text.size();
            cut({ begin, m_position }, *instead);
            return scalar.has_value();
        }
        inner.cutFrom = begin; // walked all the same: its end has to be the right one
        inner.instead = *std::move(instead);
    }
    if (isContainer && m_frames.size() >= maxDepth)
        return false;
    if (isContainer) {
        ++m_position;
        m_frames.push_back(std::move(inner));
        return true;
    }
    // A text that is cut off is kept as far as it goes.
    m_position = scalar ? scalar->end : c == '"' ? m_text.size() : begin;
    if (c == '"')
        cutNested({ begin, m_position }, scalar.has_value());
    return scalar.has_value();
}

/// What a container under @p key would be.
SecretFinder::Frame SecretFinder::inner(const QString &key) const
{
    Frame inner;
    if (m_frames.empty()) {
        inner.place = Place::Root;
        return inner;
    }
    const Frame &top = m_frames.back();
    inner.isMeta = top.isMeta || key == "_meta"_L1;
    if (top.place == Place::Ruled)
        inner.place = Place::Ruled;
    else if (top.place == Place::Schema)
        inner.place = holdsNames(key)   ? Place::Names
                      : holdsValue(key) ? Place::Other
                                        : Place::Schema;
    else if (top.place == Place::Names || isSchema(key))
        inner.place = Place::Schema;
    else if (top.place == Place::Root)
        inner.place = key == "params"_L1   ? Place::Params
                      : key == "result"_L1 ? Place::Result
                      : top.isObject       ? Place::Other
                                           : Place::Root;
    else if (top.place == Place::Params && key == "inputResponses"_L1)
        inner.place = Place::Responses;
    else if (top.place == Place::Responses)
        inner.place = Place::Response;
    inner.isSecretField = top.place == Place::Names && isSecretFieldName(key);
    if (inner.place == Place::Response)
        inner.key = key;
    return inner;
}

/// What is to stand instead of the value of @p inner; empty: that nobody can tell.
std::optional<QByteArray> SecretFinder::judge(Frame &inner, const QString &key, bool isNothing)
{
    if (m_frames.empty())
        return std::nullopt;
    if (!isNothing && isSecret(key))
        return mask();
    return isNothing && inner.place != Place::Ruled ? std::nullopt : rule(inner, key);
}

std::optional<QByteArray> SecretFinder::rule(Frame &inner, const QString &key)
{
    const Frame &top = m_frames.back();
    const bool isArguments = top.place == Place::Params && m_isToolCall && key == "arguments"_L1;
    const bool isAnswer =
            key == "content"_L1
            && (top.place == Place::Response || (top.place == Place::Result && m_isAnswer));
    if (isArguments || isAnswer) {
        std::optional<RawJson> schema;
        if (isAnswer || m_tool)
            schema = m_schemaOf(isAnswer ? Part::Answer : Part::Arguments,
                                isAnswer ? top.key : *m_tool);
        if (!schema)
            return QByteArray();
        inner.place = Place::Ruled;
        inner.schemas = m_rules.emplace(*schema).root();
    } else if (top.place == Place::Ruled && !top.schemas.isEmpty()) {
        inner.schemas =
                top.isObject ? m_rules->member(top.schemas, key) : m_rules->element(top.schemas);
    } else {
        return std::nullopt;
    }
    return m_rules->isSecret(inner.schemas) ? std::optional(mask()) : std::nullopt;
}

bool SecretFinder::isSecret(const QString &key) const
{
    const Frame &top = m_frames.back();
    if (key.isEmpty() || top.place == Place::Names)
        return false;
    if (top.isMeta && looksSecret(key) && key != "progressToken"_L1)
        return true;
    if (key == "value"_L1 && top.isLabelled)
        return true;
    return isSecretFieldName(key) || (top.isSecretField && holdsValue(key));
}

/// {"name": "apiKey", "value": "…"}, in whatever order; @p value without an end is a container.
void SecretFinder::noteLabel(const QString &key, JsonRange value)
{
    if (m_frames.empty())
        return;
    Frame &top = m_frames.back();
    if (key == "value"_L1) {
        top.value = value;
    } else if ((key == "name"_L1 || key == "key"_L1) && !value.isEmpty()
               && m_text[value.begin] == '"') {
        const QString text = JsonText::unescapeStart(slice(value), longestKey);
        top.hasLabel = true;
        top.isLabelled = top.isLabelled || isSecretFieldName(text);
        if (top.place == Place::Params && key == "name"_L1 && !m_tool)
            m_tool = JsonText::unescape(slice(value));
    }
}

void SecretFinder::leave()
{
    const Frame left = std::move(m_frames.back());
    m_frames.pop_back();
    if (left.isLabelled && !left.value.isEmpty())
        cut(left.value, mask());
    const JsonRange inside{ left.cutFrom + 1, m_position - 1 };
    if (left.cutFrom >= 0 && !slice(inside).trimmed().isEmpty())
        cut({ left.cutFrom, m_position }, left.instead);
    if (m_frames.empty())
        return;
    JsonRange &value = m_frames.back().value;
    if (value.begin > 0 && value.end == value.begin)
        value.end = m_position; // it was the "value" of the one around it
}

/// What stands in objects whose end is missing may be named there.
void SecretFinder::cutOpenValues()
{
    for (const Frame &frame : m_frames) {
        const JsonRange value{ frame.value.begin,
                               frame.value.isEmpty() ? m_text.size() : frame.value.end };
        if (frame.value.begin > 0 && (frame.isLabelled || !frame.hasLabel))
            cut(value, {});
        if (frame.cutFrom >= 0)
            cut({ frame.cutFrom, m_text.size() }, frame.instead);
    }
}

/// @p instead empty: nobody can tell.
void SecretFinder::cut(JsonRange range, const QByteArray &instead)
{
    m_cuts.append({ range, instead.isEmpty() ? JsonText::quote(doubt(range.size())) : instead });
}

/// Secrets inside of the JSON that the string at @p range may hold; true if there were any.
bool SecretFinder::cutNested(JsonRange range, bool isWhole)
{
    const auto instead = withoutNestedSecrets(slice(range), isWhole, m_nesting + 1);
    if (instead)
        m_cuts.append({ range, *instead, true });
    return instead.has_value();
}

/// The next byte behind white space, which is skipped; 0 at the end.
char SecretFinder::peek()
{
    JsonScanner scanner(m_text, m_position);
    scanner.skipSpace();
    m_position = scanner.position();
    return m_position < m_text.size() ? m_text[m_position] : '\0';
}

} // namespace Mcp
