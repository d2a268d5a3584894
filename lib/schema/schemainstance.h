// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/jsonpointer.h"

#include <QtCore/qhash.h>

#include <optional>

namespace Mcp {

/*!
 * One place in the value that is being validated: the value there, the way to it, and what was read
 * of it so far, so that ten subschemas for one object do not read it ten times. Lives on the stack
 * of a validation, in the order of the recursion; the parent must outlive it. The pointer is put
 * together only when there is a problem to report.
 */
class SchemaInstance
{
public:
    explicit SchemaInstance(const RawJson &value)
        : SchemaInstance(value, nullptr, {}, -1)
    {}
    SchemaInstance(const RawJson &value, const SchemaInstance &parent, const QString &key)
        : SchemaInstance(value, &parent, key, -1)
    {}
    SchemaInstance(const RawJson &value, const SchemaInstance &parent, qsizetype index)
        : SchemaInstance(value, &parent, {}, index)
    {}
    Q_DISABLE_COPY_MOVE(SchemaInstance)

    const RawJson &value() const { return m_value; }
    JsonType type() const { return m_type; }
    bool isObject() const { return m_type == JsonType::Object; }
    bool isArray() const { return m_type == JsonType::Array; }
    JsonPointer pointer() const;

    /// Of an object, in the order of the text; of duplicates only the last, which is the one that
    /// counts. Empty for anything else.
    const QList<RawJsonMember> &members();
    /// Nothing if there is no such member.
    const RawJsonMember *member(const QString &key);
    /// Members or elements.
    qsizetype count();
    /// The text of a string.
    const QString &text();

    /// Calls @p visit(index, element) for each element until it returns false. Elements are not
    /// kept: there may be millions.
    template <typename Visitor>
    void eachElement(Visitor visit) const
    {
        JsonScanner scanner(QByteArrayView(m_value.buffer()).first(m_value.range().end),
                            m_value.range().begin);
        if (!isArray() || !scanner.enterArray())
            return;
        JsonRange range;
        for (qsizetype i = 0; scanner.nextElement(range); ++i) {
            if (!visit(i, RawJson(m_value.buffer(), range)))
                return;
        }
    }

private:
    SchemaInstance(const RawJson &value, const SchemaInstance *parent, const QString &key,
                   qsizetype index);

    void fillPlaces();
    void dropDuplicates();

    RawJson m_value;
    JsonType m_type = JsonType::Invalid;
    const SchemaInstance *m_parent = nullptr;
    QString m_key;
    qsizetype m_index = -1; ///< of an element; members have a key
    std::optional<QList<RawJsonMember>> m_members;
    QHash<QString, qsizetype> m_places; ///< of the members, when there are many
    qsizetype m_count = -1;
    std::optional<QString> m_text;
};

} // namespace Mcp
