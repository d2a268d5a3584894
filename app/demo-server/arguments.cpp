// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "arguments.h"

using namespace Qt::Literals::StringLiterals;

namespace McpDemo {

void Arguments::complain(QByteArrayView name, const QString &wanted)
{
    if (!m_problem.isEmpty())
        return;
    const QByteArrayView given = raw(name).view();
    m_problem = u"\"%1\" has to be %2; it is %3."_s.arg(
            QString::fromUtf8(name), wanted,
            QString::fromUtf8(given.first(qMin<qsizetype>(given.size(), 100))));
}

QString Arguments::text(QByteArrayView name, const QString &fallback)
{
    const Mcp::RawJson value = raw(name);
    if (value.isAbsent())
        return fallback;
    if (!value.isString())
        complain(name, u"a text"_s);
    return value.toString(fallback);
}

qint64 Arguments::integer(QByteArrayView name, qint64 fallback, qint64 minimum, qint64 maximum)
{
    const Mcp::RawJson value = raw(name);
    if (value.isAbsent())
        return fallback;
    const std::optional<qint64> integer = value.toInteger();
    if (integer && *integer >= minimum && *integer <= maximum)
        return *integer;
    complain(name, u"a whole number from %1 to %2"_s.arg(minimum).arg(maximum));
    return fallback;
}

double Arguments::number(QByteArrayView name, double fallback, double minimum, double maximum)
{
    const Mcp::RawJson value = raw(name);
    if (value.isAbsent())
        return fallback;
    const std::optional<double> number = value.toDouble();
    if (number && *number >= minimum && *number <= maximum)
        return *number;
    complain(name, u"a number from %1 to %2"_s.arg(minimum).arg(maximum));
    return fallback;
}

bool Arguments::flag(QByteArrayView name, bool fallback)
{
    const Mcp::RawJson value = raw(name);
    if (!value.isAbsent() && !value.isBool())
        complain(name, u"true or false"_s);
    return value.toBool(fallback);
}

QString Arguments::choice(QByteArrayView name, const QStringList &allowed)
{
    const Mcp::RawJson value = raw(name);
    if (value.isAbsent())
        return allowed.first();
    if (value.isString() && allowed.contains(value.toString()))
        return value.toString();
    complain(name, u"one of: "_s + allowed.join(u", "_s));
    return allowed.first();
}

} // namespace McpDemo
