// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "requeststate.h"

#include "json/jsonwriter.h"

#include <QtCore/qcryptographichash.h>
#include <QtCore/qmessageauthenticationcode.h>
#include <QtCore/qrandom.h>

using namespace Qt::Literals::StringLiterals;

namespace McpDemo {

namespace {

constexpr auto base64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

/// Tells one request from another: all that has to be the same when it is made again.
QString fingerprint(const Request &request)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(request.method.toUtf8());
    const QList<Mcp::RawJsonMember> members = request.params.members();
    for (const Mcp::RawJsonMember &member : members) {
        if (member.key == "_meta"_L1 || member.key == "requestState"_L1
            || member.key == "inputResponses"_L1)
            continue;
        hash.addData(member.key.toUtf8());
        hash.addData(member.value.toByteArray());
    }
    return QString::fromLatin1(hash.result().toBase64(base64));
}

} // namespace

RequestState::RequestState()
    : m_key(32, Qt::Uninitialized)
{
    QRandomGenerator::system()->generate(m_key.begin(), m_key.end());
}

QByteArray RequestState::signature(const QByteArray &payload) const
{
    return QMessageAuthenticationCode::hash(payload, m_key, QCryptographicHash::Sha256)
            .toBase64(base64);
}

QString RequestState::seal(const Request &request, const QStringList &asked,
                           const Answers &answers) const
{
    Mcp::JsonArrayWriter keys;
    for (const QString &key : asked)
        keys.add(key);
    Mcp::JsonObjectWriter known;
    for (auto answer = answers.cbegin(); answer != answers.cend(); ++answer)
        known.add(answer.key(), answer.value());
    Mcp::JsonObjectWriter state;
    state.add(u"for", fingerprint(request)).add(u"asked", keys.toRawJson());
    state.add(u"answers", known.toRawJson());
    const QByteArray payload = state.toByteArray().toBase64(base64);
    return QString::fromLatin1("v1." + payload + '.' + signature(payload));
}

std::optional<RequestState::Answers> RequestState::open(const Request &request) const
{
    const auto [sealed, responses] = [&] {
        const QList<Mcp::RawJson> found =
                request.params.values({ "requestState", "inputResponses" });
        return std::pair(found.at(0), found.at(1));
    }();
    if (sealed.isAbsent() && responses.isAbsent())
        return Answers();
    const QByteArrayList parts = sealed.toString().toLatin1().split('.');
    if (parts.size() != 3 || parts.at(0) != "v1" || parts.at(2) != signature(parts.at(1)))
        return std::nullopt;
    const auto state = Mcp::RawJson::fromText(QByteArray::fromBase64(parts.at(1), base64));
    if (state.value("for").toString() != fingerprint(request))
        return std::nullopt;
    Answers answers;
    const QList<Mcp::RawJsonMember> known = state.value("answers").members();
    for (const Mcp::RawJsonMember &member : known)
        answers.insert(member.key, member.value);
    const QList<Mcp::RawJson> asked = state.value("asked").elements();
    for (const Mcp::RawJson &key : asked) {
        const Mcp::RawJson answer = responses.value(QStringView(key.toString()));
        if (!answer.isAbsent()) // else the question comes again
            answers.insert(key.toString(), answer);
    }
    return answers;
}

} // namespace McpDemo
