// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "wire/error.h"

#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

Error makeError(Error::Kind kind, const QString &message, const RawJson &data = {})
{
    Error error;
    error.kind = kind;
    error.message = message;
    error.data = data;
    return error;
}

/// What a server says for its error; whole it may take as much as a message, twice and more.
QString messageText(const RawJson &message)
{
    QString text = message.textStart(Error::maxRemoteMessage + 2);
    if (text.size() <= Error::maxRemoteMessage)
        return text;
    text.truncate(Error::maxRemoteMessage);
    if (text.back().isHighSurrogate())
        text.chop(1);
    return text + u'…';
}

} // namespace

Error Error::transport(const QString &message) { return makeError(Kind::Transport, message); }

Error Error::timeout(const QString &message) { return makeError(Kind::Timeout, message); }

Error Error::cancelled(const QString &message)
{
    return makeError(Kind::Cancelled, message.isEmpty() ? u"cancelled"_s : message);
}

Error Error::protocol(const QString &message, const RawJson &data)
{
    return makeError(Kind::Protocol, message, data);
}

Error Error::usage(const QString &message) { return makeError(Kind::Usage, message); }

Error Error::remote(const RawJson &errorObject)
{
    if (!errorObject.isObject())
        return makeError(Kind::Remote, messageText(errorObject), errorObject);
    const QList<RawJson> values = errorObject.values({ "message", "data", "code" });
    Error error = makeError(Kind::Remote, messageText(values[0]), values[1]);
    if (values[0].size() > maxRemoteMessage && error.message.endsWith(u'…'))
        error.data = errorObject; // else nothing had the whole
    const qint64 code = values[2].toInteger().value_or(0);
    if (code >= std::numeric_limits<int>::min() && code <= std::numeric_limits<int>::max())
        error.code = int(code);
    return error;
}

QString Error::kindName(Kind kind)
{
    switch (kind) {
    case Kind::None:
        break;
    case Kind::Transport:
        return u"Transport"_s;
    case Kind::Timeout:
        return u"Timeout"_s;
    case Kind::Cancelled:
        return u"Cancelled"_s;
    case Kind::Protocol:
        return u"Protocol"_s;
    case Kind::Remote:
        return u"Remote"_s;
    case Kind::Usage:
        return u"Usage"_s;
    }
    return u"None"_s;
}

QString Error::describe() const
{
    QString line = message;
    line.replace("\r\n"_L1, " "_L1).replace(u'\n', u' ').replace(u'\r', u' ');
    if (kind == Kind::Remote) {
        const QString text = line.isEmpty() ? u"(the server gave no message)"_s : line;
        return u"JSON-RPC error %1: %2"_s.arg(QString::number(code), text);
    }
    if (line.isEmpty() && kind != Kind::None)
        return kindName(kind) + u" error"_s;
    return line;
}

} // namespace Mcp
