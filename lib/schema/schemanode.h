// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/rawjson.h"

#include <QtCore/qstringlist.h>

#include <optional>

namespace Mcp {

/// What a value may be, as far as it decides which editor fits.
enum class SchemaKind {
    Any,      ///< no type that could be told: any JSON value
    Never,    ///< the schema "false": no value is valid
    Null,     ///< null and nothing else
    Boolean,  ///< true or false
    Integer,  ///< a number without fraction, of any size
    Number,   ///< a number
    String,   ///< a text
    Choice,   ///< one of choices
    Constant, ///< the one value in choices
    Object,   ///< properties, perhaps others beside them
    Array,    ///< items, perhaps prefixItems before them
    Union,    ///< one of branches
};

/// One allowed value of a Choice or Constant, with what its author calls it.
struct SchemaChoice
{
    RawJson value;
    QString title;
    QString description;
};

/// A declared member of an object. Its schema is parsed when somebody wants to see it.
struct SchemaProperty
{
    QString name;
    RawJson schema;
    bool required = false;
};

/*!
 * One subschema in normal form: references followed, allOf merged, the spellings of nullable and of
 * titled enums told apart from real unions. Plain value made by SchemaParser. Children stay raw
 * schemas, to be parsed when they are opened, so that recursive schemas need no special care.
 */
struct SchemaNode
{
    SchemaKind kind = SchemaKind::Any;
    bool nullable = false; ///< null is allowed beside what kind says
    RawJson schema;        ///< as written at its place

    QString title;
    QString description;
    RawJson defaultValue; ///< absent if the author gave none
    QList<RawJson> examples;
    bool deprecated = false;
    bool readOnly = false;
    bool writeOnly = false;
    QStringList notes; ///< what is odd about the schema, one sentence each

    QStringList types; ///< as declared, without null; empty if none was
    QList<SchemaChoice> choices;
    /// Of anyOf and oneOf as far as they were not dissolved, or one for each of several types.
    /// SchemaParser::parseBranch() reads them.
    QList<RawJson> branches;

    QString format;
    QString pattern;
    QString contentMediaType;
    std::optional<qint64> minLength;
    std::optional<qint64> maxLength;

    RawJson minimum; ///< number text, exact; absent if there is none
    RawJson maximum;
    RawJson exclusiveMinimum;
    RawJson exclusiveMaximum;
    RawJson multipleOf;

    QList<SchemaProperty> properties; ///< in the author's order; required ones without schema last
    RawJson additionalProperties;     ///< absent, a boolean or a schema
    RawJson patternProperties;
    RawJson propertyNames;
    std::optional<qint64> minProperties;
    std::optional<qint64> maxProperties;

    RawJson items; ///< absent, a boolean or a schema
    QList<RawJson> prefixItems;
    std::optional<qint64> minItems;
    std::optional<qint64> maxItems;
    bool uniqueItems = false;

    /// A value that is neither object nor array, and whose type is known.
    bool isScalar() const;
    /// May an object have members that are not declared?
    bool allowsOthers() const { return additionalProperties.view() != "false"; }
    const SchemaProperty *property(QStringView name) const;
};

} // namespace Mcp
