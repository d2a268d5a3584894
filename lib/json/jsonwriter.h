// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/rawjson.h"

#include <QtCore/qbytearray.h>

namespace Mcp {

/*!
 * Writes one JSON object as compact text, members in the order they are added, raw values byte for
 * byte: what the user typed is what the wire carries. Nest by adding another writer's result.
 */
class JsonObjectWriter
{
public:
    JsonObjectWriter();

    JsonObjectWriter &add(QStringView key, QStringView value);
    JsonObjectWriter &add(QStringView key, qint64 value);
    JsonObjectWriter &add(QStringView key, bool value);
    /// Anything as text. Absent values are left out, so optional members need no "if".
    JsonObjectWriter &add(QStringView key, const RawJson &value);
    JsonObjectWriter &addRaw(QStringView key, QByteArrayView json);
    /// Every member of @p object (for merging), as its bytes.
    JsonObjectWriter &addMembers(const RawJson &object);

    bool isEmpty() const { return m_text.size() == 1; }
    QByteArray toByteArray() const { return m_text + '}'; }
    RawJson toRawJson() const { return RawJson::fromText(toByteArray()); }

private:
    void key(QStringView name);

    QByteArray m_text;
};

/// The same for arrays.
class JsonArrayWriter
{
public:
    JsonArrayWriter();

    JsonArrayWriter &add(QStringView value);
    JsonArrayWriter &add(const RawJson &value);
    JsonArrayWriter &addRaw(QByteArrayView json);

    bool isEmpty() const { return m_text.size() == 1; }
    QByteArray toByteArray() const { return m_text + ']'; }
    RawJson toRawJson() const { return RawJson::fromText(toByteArray()); }

private:
    void separator();

    QByteArray m_text;
};

} // namespace Mcp
