// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "schema/schemadialect.h"
#include "json/rawjson.h"

#include <QtCore/qhash.h>
#include <QtCore/qlist.h>

namespace Mcp {

/// A schema that has a URI of its own (core 4.3.5): a whole document or what an "$id" stands in.
struct SchemaResource
{
    RawJson root;
    QString uri; ///< absolute, no fragment: what references in it are relative to
    SchemaDialect dialect = SchemaDialect::Draft2020;
    QString schemaUri; ///< "$schema" as written, of the nearest resource around that has one
    int parent = -1;   ///< the resource around it
    QHash<QString, RawJson> anchors; ///< $anchor, $dynamicAnchor, the fragments of draft-07's $id
    /// Of $dynamicAnchor; under the empty name what $recursiveAnchor of 2019-09 marks.
    QHash<QString, RawJson> dynamicAnchors;
    QHash<QString, RawJson> definitions; ///< "$defs/name" and "definitions/name" of its root
};

/*!
 * Where the resources and anchors of one document are, found in one walk over the places that hold
 * subschemas, so that what stands in enum, const or unknown keywords is no identifier. Immutable
 * value. A document without identifiers, the usual case, costs no walk.
 */
class SchemaIndex
{
public:
    SchemaIndex() = default;
    /// @p uri is where the document is said to be from; an "$id" counts besides.
    SchemaIndex(const RawJson &root, const QString &uri, SchemaDialect dialect);

    const QList<SchemaResource> &resources() const { return m_resources; }
    /// The innermost resource around @p schema; nothing when it is no part of this document.
    const SchemaResource *around(const RawJson &schema) const;
    /// The resource called @p uri, nothing if there is none.
    const SchemaResource *find(const QString &uri) const;

private:
    struct Open
    {
        RawJson schema;
        int resource = 0;
        int depth = 0;
    };

    void walk();
    void enter(Open &open, const QList<RawJsonMember> &members);
    void addAnchors(const Open &open, const QList<RawJsonMember> &members);
    int addResource(const RawJson &root, const QString &uri, int parent);

    QList<SchemaResource> m_resources;
    QList<int> m_byPosition; ///< indexes of m_resources in the order of the text
    QHash<QString, int> m_byUri;
};

} // namespace Mcp
