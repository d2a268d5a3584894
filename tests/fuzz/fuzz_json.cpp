// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

// JSON as text, against itself and, where both accept a text, against QJsonDocument.

#include "target.h"

#include "json/jsonnumber.h"
#include "json/jsontext.h"
#include "json/rawjson.h"

#include <QtCore/qjsonarray.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>

#include <algorithm>

using namespace Mcp;

namespace {

constexpr int kMaxDepth = 400; ///< compared by recursion

void compare(const RawJson &ours, const QJsonValue &theirs, int depth);

/// Half a surrogate pair is U+FFFD to us, and half a pair to QJsonDocument; a U+FEFF in front is a
/// character to us, and no part of the text to it.
bool isReadDifferently(const QString &theirs, const QString &ours)
{
    return !theirs.isValidUtf16() || ours.startsWith(QChar::ByteOrderMark);
}

void compareObject(const RawJson &ours, const QJsonObject &theirs, int depth)
{
    const QList<RawJsonMember> members = ours.members();
    if (std::any_of(members.begin(), members.end(), [](const RawJsonMember &member) {
            return member.key.contains(QChar::ReplacementCharacter)
                   || member.key.startsWith(QChar::ByteOrderMark);
        }))
        return;
    for (auto it = theirs.constBegin(); it != theirs.constEnd(); ++it) {
        const RawJson value = ours.value(QStringView(it.key()));
        fuzzCheck(!value.isAbsent(), "a member is missing");
        compare(value, it.value(), depth + 1);
    }
    for (const RawJsonMember &member : members)
        fuzzCheck(theirs.contains(member.key), "a member too many");
}

void compare(const RawJson &ours, const QJsonValue &theirs, int depth)
{
    if (depth > kMaxDepth)
        return;
    switch (theirs.type()) {
    case QJsonValue::Null:
        return fuzzCheck(ours.isNull(), "null");
    case QJsonValue::Bool:
        return fuzzCheck(ours.isBool() && ours.toBool() == theirs.toBool(), "bool");
    case QJsonValue::Double: {
        fuzzCheck(ours.isNumber(), "number");
        const std::optional<double> number = ours.toDouble();
        fuzzCheck(!number || *number == theirs.toDouble(), "another number");
        return;
    }
    case QJsonValue::String:
        return fuzzCheck(ours.isString()
                                 && (isReadDifferently(theirs.toString(), ours.toString())
                                     || ours.toString() == theirs.toString()),
                         "string");
    case QJsonValue::Array: {
        const QJsonArray array = theirs.toArray();
        const QList<RawJson> elements = ours.elements();
        fuzzCheck(ours.isArray() && elements.size() == array.size(), "array");
        for (qsizetype i = 0; i < elements.size(); ++i)
            compare(elements[i], array.at(i), depth + 1);
        return;
    }
    case QJsonValue::Object:
        fuzzCheck(ours.isObject(), "object");
        return compareObject(ours, theirs.toObject(), depth);
    case QJsonValue::Undefined:
        return;
    }
}

/// What is re-written says the same.
void rewrite(QByteArrayView text)
{
    const QByteArray compact = JsonText::compact(text);
    fuzzCheck(!JsonText::check(compact), "compact() makes it malformed");
    fuzzCheck(JsonText::compact(JsonText::pretty(text)) == compact,
              "pretty() changes more than space");
    fuzzCheck(JsonText::compact(JsonText::blankComments(text)) == compact,
              "blankComments() changes what has none");
    const QByteArray ascii = JsonText::escapeNonAscii(compact);
    fuzzCheck(!JsonText::check(ascii), "escapeNonAscii() makes it malformed");
}

} // namespace

void fuzzOne(QByteArrayView input)
{
    const QByteArray text = input.toByteArray();
    const bool isJson = !JsonText::check(text);
    (void)JsonText::pretty(text);
    (void)JsonText::compact(text);
    (void)JsonText::blankComments(text);
    (void)JsonNumber::isPlausible(text);
    const RawJson ours = RawJson::fromText(text);
    const QString decoded = JsonText::unescape(text);
    fuzzCheck(JsonText::unescape(JsonText::quote(decoded)) == decoded, "quote() loses something");
    if (!isJson)
        return;
    fuzzCheck(!ours.isAbsent(), "the scanner finds no value where the check finds JSON");
    rewrite(text);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson('[' + text + ']', &error);
    if (error.error == QJsonParseError::NoError)
        compare(ours, document.array().at(0), 0);
}
