// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/rawjson.h"

#include <QtCore/qhash.h>

#include <map>

namespace Mcp {

/*!
 * What a schema says of secrets, for those who walk a value beside it: writeOnly and format
 * "password", by way of properties, items, additionalProperties, allOf, anyOf, oneOf and local
 * $ref. Each part of it is read once, whoever asks how often. Value type, used in one thread.
 */
class SecretSchema
{
public:
    /// All schemas that apply to one value.
    using Schemas = QList<RawJson>;

    explicit SecretSchema(const RawJson &root)
        : m_root(root)
    {}

    Schemas root() { return combined({ m_root }); }
    Schemas member(const Schemas &object, const QString &key);
    Schemas element(const Schemas &array);
    /// Does one of them say that the value is a secret?
    bool isSecret(const Schemas &schemas);

private:
    /// What counts of a schema, found in one pass: looking each of it up means reading all of the
    /// schema every time, for each of ten thousand members.
    struct Facts
    {
        bool isSecret = false;
        QHash<QString, RawJson> properties;
        RawJson rest; ///< additionalProperties
        RawJson items;
        QList<RawJson> related; ///< that apply to the same value
    };

    const Facts &factsOf(const RawJson &schema);
    Facts readFacts(const RawJson &schema) const;
    RawJson target(const QString &reference) const;
    Schemas combined(const QList<RawJson> &schemas);
    void collect(const RawJson &schema, Schemas &all);

    RawJson m_root;
    std::map<qsizetype, Facts> m_facts; ///< by where the schema begins: all are parts of the root
};

} // namespace Mcp
