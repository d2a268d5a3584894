// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "protocol/urivalue.h"
#include "wire/result.h"

namespace Mcp {

/*!
 * A template of RFC 6570, all four levels, as resources/templates/list has them (2026-07-28,
 * server/resources). Parsed once, expanded as often as a value changes; an expansion of a template
 * of n bytes with values of m bytes takes time in the order of n * m, and no more than maxUri
 * characters come out.
 */
class UriTemplate
{
public:
    /// In characters, of the template and of what it expands to.
    static constexpr qsizetype maxUri = 64 * 1024;

    UriTemplate() = default;
    /// The Usage error says at which character what is wrong.
    static Result<UriTemplate> parse(const QString &text);

    const QString &text() const { return m_text; }
    /// The names as they are spelled, in order, each once.
    const QStringList &variables() const { return m_variables; }
    /// Is @p variable exploded ("*") somewhere, so that a list or pairs make a difference?
    bool isExploded(const QString &variable) const { return m_uses.value(variable).isExploded; }
    /// Does @p variable stand in a path, a host or the like, so that the URI is hardly meant
    /// without it? What stands in a query, a fragment or a ";" parameter may be left out, and so
    /// may a list of segments ("{/path*}").
    bool isNeeded(const QString &variable) const { return m_uses.value(variable).isNeeded; }
    /// A Usage error for what no URI can be: a prefix (":3") of a list or of pairs (section 2.4.1),
    /// or more than maxUri characters.
    Result<QString> expand(const QHash<QString, UriValue> &values) const;

private:
    struct Variable
    {
        QString name;
        int prefix = 0; ///< characters; 0: all
        bool isExploded = false;
    };
    struct Part
    {
        QString literal; ///< ready for the URI; for an expression empty
        char16_t op = 0; ///< of an expression, 0 for none
        QList<Variable> variables;
    };

    struct Use ///< of a variable, wherever it stands
    {
        bool isExploded = false;
        bool isNeeded = false;
    };

    void note(const Part &part);
    static Result<Part> parseExpression(QStringView inner, qsizetype position);
    static Result<Variable> parseVariable(QStringView spec, qsizetype position);
    static Result<QString> expandExpression(const Part &part,
                                            const QHash<QString, UriValue> &values);

    QString m_text;
    QStringList m_variables;
    QHash<QString, Use> m_uses; ///< a template may have thousands of variables
    QList<Part> m_parts;
};

} // namespace Mcp
