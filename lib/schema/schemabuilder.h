// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "schema/schemadocument.h"
#include "schema/schemanode.h"

#include <QtCore/qhash.h>

namespace Mcp {

/*!
 * Makes one SchemaNode: takes the keywords of a schema, of what it references and of its allOf
 * parts one after the other, then decides what kind of value they describe. Used by SchemaParser,
 * once and thrown away.
 */
class SchemaBuilder
{
public:
    explicit SchemaBuilder(const SchemaDocument &document)
        : m_document(document)
    {}

    void take(const RawJson &schema);
    /// What @p schema says beside its alternatives, for a node of one of these: its title,
    /// description and default speak of the whole and are left out.
    void takeBeside(const RawJson &schema);
    [[nodiscard]] SchemaNode finish(const RawJson &schema);

private:
    bool takeAnnotation(QStringView key, const RawJson &value);
    bool takeLimit(QStringView key, const RawJson &value);
    bool takeText(QStringView key, const RawJson &value);
    bool takeObject(QStringView key, const RawJson &value);
    bool takeArray(QStringView key, const RawJson &value);
    void takeStructure(QStringView key, const RawJson &value);
    void takeReference(const QString &reference, const RawJson &from);
    void takeProperties(const RawJson &properties);
    void takeTypes(const RawJson &value);
    void takeAlternatives(const RawJson &alternatives);
    void note(const QString &sentence);

    void markRequired();
    void nameChoices();
    void dissolveBranches();
    bool choicesFromBranches();
    SchemaKind kindFromTypes();
    SchemaKind kindFromShape() const;
    bool branchesShapeIt();
    SchemaKind decideKind();
    SchemaNode shallowNode(const RawJson &branch);

    const SchemaDocument &m_document;
    SchemaNode m_node;
    QHash<QString, qsizetype> m_places; ///< of the properties
    QStringList m_required;
    QStringList m_choiceTitles;
    QStringList m_choiceDescriptions;
    QList<qsizetype> m_references; ///< where the references followed so far lead, against circles
    bool m_typed = false;          ///< a type keyword was seen
    bool m_typeAllowsNull = false;
    bool m_orNull = false; ///< null is allowed by an alternative or by "nullable"
    bool m_constant = false;
    bool m_never = false;
    bool m_shallow = false; ///< leave alternatives alone: this is one of a node that is looked at
    bool m_beside = false;  ///< pass over alternatives: one of them was chosen
    int m_depth = 0;
    qsizetype m_members = 0;
    int m_taken = 0; ///< schemas taken, bounded against references that multiply
};

} // namespace Mcp
