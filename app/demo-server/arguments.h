// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/rawjson.h"

#include <QtCore/qstringlist.h>

namespace McpDemo {

/*!
 * Reads a tool's arguments by name, with defaults and limits. The first argument that does not fit
 * is remembered as problem(): a tool checks it once, behind its last argument.
 */
class Arguments
{
public:
    explicit Arguments(const Mcp::RawJson &object)
        : m_object(object)
    {}

    const Mcp::RawJson &all() const { return m_object; }
    Mcp::RawJson raw(QByteArrayView name) const { return m_object.value(name); }
    QString text(QByteArrayView name, const QString &fallback);
    qint64 integer(QByteArrayView name, qint64 fallback, qint64 minimum, qint64 maximum);
    double number(QByteArrayView name, double fallback, double minimum, double maximum);
    bool flag(QByteArrayView name, bool fallback);
    /// One of @p allowed; the first if it is absent.
    QString choice(QByteArrayView name, const QStringList &allowed);

    /// A sentence that says what does not fit; empty if all is well.
    const QString &problem() const { return m_problem; }

private:
    void complain(QByteArrayView name, const QString &wanted);

    Mcp::RawJson m_object;
    QString m_problem;
};

} // namespace McpDemo
