// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "json/jsontext.h"
#include "json/rawjson.h"

#include "json/randomjson.h"

#include <QtCore/qjsonarray.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>
#include <QtTest/qtest.h>

#ifdef HAVE_SIMDJSON
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wpedantic"
#include <simdjson.h>
#pragma GCC diagnostic pop
#endif

using namespace Mcp;

/// Compares what we find in a JSON text to what other parsers find in it, on all that both accept.
class TestJsonPeers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void documents();
    void verdicts();
    void simdjson();
};

namespace {

/// Builds the QJsonValue that our reading gives, element by element.
QJsonValue assemble(const RawJson &json)
{
    switch (json.type()) {
    case JsonType::Object: {
        QJsonObject object;
        const QList<RawJsonMember> members = json.members();
        for (const RawJsonMember &member : members)
            object.insert(member.key, assemble(member.value));
        return object;
    }
    case JsonType::Array: {
        QJsonArray array;
        const QList<RawJson> elements = json.elements();
        for (const RawJson &element : elements)
            array.append(assemble(element));
        return array;
    }
    case JsonType::String:
        return json.toString();
    case JsonType::Number:
        if (const auto integer = json.toInteger())
            return QJsonValue(*integer);
        return json.toDouble().value_or(0);
    case JsonType::Boolean:
        return json.toBool();
    case JsonType::Null:
        return QJsonValue::Null;
    case JsonType::Invalid:
        break;
    }
    return QJsonValue::Undefined;
}

} // namespace

void TestJsonPeers::documents()
{
    RandomJson random(1);
    for (int round = 0; round < 3000; ++round) {
        const QByteArray text = random.random().bounded(2) ? random.object() : random.array();
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(text, &error);
        QVERIFY2(error.error == QJsonParseError::NoError, text.constData());
        const QJsonValue expected =
                document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
        QVERIFY2(assemble(RawJson::fromText(text)) == expected, text.constData());
        for (const int indent : { 0, 2 }) {
            const QByteArray pretty = JsonText::pretty(text, indent);
            QVERIFY2(QJsonDocument::fromJson(pretty) == document, text.constData());
        }
        const QByteArray ascii = JsonText::escapeNonAscii(text);
        QVERIFY2(QJsonDocument::fromJson(ascii) == document, text.constData());
    }
}

/// Whatever the strict check calls well-formed, QJsonDocument takes (within its own limits), and
/// the scanner takes it too.
void TestJsonPeers::verdicts()
{
    RandomJson random(2);
    const QByteArray junk("{}[]\",:\\ \n\xff\x01u1tn-.e", 20);
    int good = 0;
    int bad = 0;
    for (int round = 0; round < 20'000; ++round) {
        QByteArray text = random.array();
        for (int i = random.random().bounded(3); i > 0; --i)
            text[random.random().bounded(text.size())] = junk[random.random().bounded(20)];
        if (JsonText::check(text)) {
            ++bad;
            continue;
        }
        ++good;
        QJsonParseError error;
        (void)QJsonDocument::fromJson(text, &error);
        // It refuses scalars at the top and numbers beyond a double, which are well-formed.
        const JsonType type = RawJson::fromText(text).type();
        if ((type == JsonType::Array || type == JsonType::Object)
            && error.error != QJsonParseError::IllegalNumber)
            QVERIFY2(error.error == QJsonParseError::NoError, text.constData());
        QCOMPARE(RawJson::fromText(text).view(), text.trimmed());
    }
    QVERIFY(good > 1000 && bad > 1000);
}

#ifdef HAVE_SIMDJSON
namespace {

bool same(const RawJson &ours, ::simdjson::dom::element theirs)
{
    using Type = ::simdjson::dom::element_type;
    switch (theirs.type()) {
    case Type::OBJECT: {
        const QList<RawJsonMember> members = ours.members();
        qsizetype i = 0;
        for (const auto [key, value] : ::simdjson::dom::object(theirs)) {
            if (i == members.size() || !same(members[i].value, value)
                || members[i].key != QString::fromUtf8(key.data(), qsizetype(key.size())))
                return false;
            ++i;
        }
        return ours.isObject() && i == members.size() && i == ours.count();
    }
    case Type::ARRAY: {
        const QList<RawJson> elements = ours.elements();
        qsizetype i = 0;
        for (const auto value : ::simdjson::dom::array(theirs)) {
            if (i == elements.size() || !same(elements[i], value))
                return false;
            ++i;
        }
        return ours.isArray() && i == elements.size() && i == ours.count();
    }
    case Type::STRING: {
        const std::string_view text = theirs.get_string();
        return ours.isString()
               && ours.toString() == QString::fromUtf8(text.data(), qsizetype(text.size()));
    }
    case Type::BOOL:
        return ours.isBool() && ours.toBool() == bool(theirs);
    case Type::NULL_VALUE:
        return ours.isNull();
    default:
        return ours.isNumber() && ours.toDouble() == double(theirs);
    }
}

} // namespace
#endif

void TestJsonPeers::simdjson()
{
#ifdef HAVE_SIMDJSON
    ::simdjson::dom::parser parser;
    RandomJson random(3);
    const QByteArray junk("{}[]\",:\\ \n\xff\x01u1tn-.e", 20);
    int good = 0;
    int bad = 0;
    for (int round = 0; round < 20'000; ++round) {
        QByteArray text = random.random().bounded(2) ? random.object() : random.array();
        for (int i = random.random().bounded(3); i > 0; --i)
            text[random.random().bounded(text.size())] = junk[random.random().bounded(20)];
        ::simdjson::dom::element root;
        const auto error = parser.parse(text.constData(), size_t(text.size())).get(root);
        const bool wellFormed = !JsonText::check(text);
        wellFormed ? ++good : ++bad;
        // It refuses lone surrogates and numbers beyond a double, which are well-formed.
        const bool beyondIt =
                error == ::simdjson::STRING_ERROR || error == ::simdjson::NUMBER_ERROR;
        QVERIFY2(wellFormed == !error || (wellFormed && beyondIt), text.constData());
        if (!error)
            QVERIFY2(same(RawJson::fromText(text), root), text.constData());
    }
    QVERIFY(good > 1000 && bad > 1000);
#else
    QSKIP("simdjson was not there when this was built (Debian: libsimdjson-dev)");
#endif
}

QTEST_GUILESS_MAIN(TestJsonPeers)
#include "tst_jsonpeers.moc"
