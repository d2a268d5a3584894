// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/rawjson.h"

#include <QtCore/qbytearray.h>

#include <concepts>
#include <type_traits>

namespace Mcp {

/*!
 * Writes one JSON object as compact text, members in the order they are added, raw values byte for
 * byte: what the user typed is what the wire carries. Nest by adding another writer's result.
 */
class JsonObjectWriter
{
public:
    JsonObjectWriter();

    JsonObjectWriter &add(QStringView name, QStringView value);
    /// Integers and bool. A template, so that neither a pointer becomes a bool nor a double an
    /// integer without notice.
    template <std::integral T>
    JsonObjectWriter &add(QStringView name, T value)
    {
        if constexpr (std::is_same_v<T, bool>)
            return addBool(name, value);
        else
            return addRaw(name, QByteArray::number(value));
    }
    /// Anything as text. Absent values are left out, so optional members need no "if".
    JsonObjectWriter &add(QStringView name, const RawJson &value);
    JsonObjectWriter &addRaw(QStringView name, QByteArrayView json);
    /// Every member of @p object (for merging), as its bytes.
    JsonObjectWriter &addMembers(const RawJson &object);

    bool isEmpty() const { return m_text.size() == 1; }
    QByteArray toByteArray() const & { return m_text + '}'; }
    QByteArray toByteArray() &&
    {
        m_text += '}';
        return std::move(m_text);
    }
    RawJson toRawJson() const { return RawJson(toByteArray(), { 0, m_text.size() + 1 }); }

private:
    void key(QStringView name);
    JsonObjectWriter &addBool(QStringView name, bool value);

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
    RawJson toRawJson() const { return RawJson(toByteArray(), { 0, m_text.size() + 1 }); }

private:
    void separator();

    QByteArray m_text;
};

} // namespace Mcp
