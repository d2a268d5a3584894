// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "schema/schemadocument.h"

#include "json/jsonpointer.h"

namespace Mcp {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kShownUri = 200; ///< characters of a name in a sentence

/// What relative references are relative to when the document does not say.
const QString &unnamedUri()
{
    static const QString uri = u"json-schema:///unnamed"_s;
    return uri;
}

QString shown(const QString &uri)
{
    return uri.size() <= kShownUri ? uri : uri.first(kShownUri - 1) + u'…';
}

RawJson atPointer(const JsonPointer &pointer, const SchemaResource &resource)
{
    const QStringList &tokens = pointer.tokens();
    if (tokens.size() >= 2) {
        const auto known = resource.definitions.constFind(tokens[0] + u'/' + tokens[1]);
        if (known != resource.definitions.cend())
            return JsonPointer(tokens.sliced(2)).resolve(*known);
    }
    return pointer.resolve(resource.root);
}

} // namespace

SchemaDocument::SchemaDocument(const RawJson &root, const SchemaLibrary &library,
                               SchemaDialect dialect)
    : m_root(root)
{
    m_shared->library = library;
    m_shared->dialect = dialect;
}

SchemaTarget SchemaDocument::resolve(const QString &reference) const
{
    return resolve(reference, index().resources().constFirst());
}

SchemaTarget SchemaDocument::resolve(const QString &reference, const RawJson &schema) const
{
    return resolve(reference, *resourceOf(schema));
}

SchemaTarget SchemaDocument::resolve(const QString &reference, const SchemaResource &from) const
{
    const SchemaUri target = SchemaUri::resolve(reference, from.uri);
    const SchemaResource *resource = target.uri == from.uri ? &from : findResource(target.uri);
    if (!resource) {
        return { {},
                 u"The reference %1 leads outside of this schema and is not fetched."_s.arg(
                         shown(reference)) };
    }
    if (target.fragment.isEmpty())
        return { resource->root, {} };
    RawJson schema;
    if (!target.fragment.startsWith(u'/'))
        schema = resource->anchors.value(target.fragment);
    else if (const auto pointer = JsonPointer::parse(target.fragment))
        schema = atPointer(*pointer, *resource);
    if (schema.isAbsent())
        return { {}, u"The reference %1 leads nowhere in this schema."_s.arg(shown(reference)) };
    return { schema, {} };
}

SchemaDialect SchemaDocument::dialect() const { return index().resources().constFirst().dialect; }

QString SchemaDocument::dialectNote() const
{
    const RawJson declared = m_root.value("$schema");
    if (!declared.isString())
        return {};
    const QString uri = declared.toString();
    if (schemaDialect(uri) || m_shared->library.find(SchemaUri::resolve(uri, {}).uri))
        return {};
    return u"The schema says that it follows %1, which is not known here. It is read as JSON "
           "Schema 2020-12."_s.arg(shown(uri));
}

const SchemaResource *SchemaDocument::resourceOf(const RawJson &schema) const
{
    if (const SchemaResource *own = index().around(schema))
        return own;
    if (const SchemaResource *other = m_shared->library.around(schema))
        return other;
    return &index().resources().constFirst();
}

const SchemaResource *SchemaDocument::findResource(const QString &uri) const
{
    const SchemaResource *own = index().find(uri);
    return own ? own : m_shared->library.find(uri);
}

const SchemaIndex &SchemaDocument::index() const
{
    std::call_once(m_shared->once, [this] {
        m_shared->index = SchemaIndex(m_root, unnamedUri(), m_shared->dialect);
    });
    return m_shared->index;
}

} // namespace Mcp
