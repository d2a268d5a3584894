// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "schema/schemadocument.h"

#include "json/jsonpointer.h"

#include <QtCore/qurl.h>

namespace Mcp {

using namespace Qt::Literals::StringLiterals;

SchemaDocument::SchemaDocument(const RawJson &root)
    : m_root(root)
    , m_id(root.value("$id").toString())
{
    if (m_id.endsWith(u'#'))
        m_id.chop(1);
}

SchemaTarget SchemaDocument::resolve(const QString &reference) const
{
    QString fragment = reference;
    if (!m_id.isEmpty() && reference.startsWith(m_id)
        && (reference.size() == m_id.size() || reference[m_id.size()] == u'#'))
        fragment.remove(0, m_id.size());
    if (fragment.isEmpty() || fragment == "#"_L1)
        return { m_root, {} };
    if (!fragment.startsWith(u'#')) {
        return { {},
                 u"The reference %1 leads outside of this schema and is not fetched."_s.arg(
                         reference) };
    }
    if (!fragment.startsWith("#/"_L1))
        return resolveAnchor(QUrl::fromPercentEncoding(fragment.sliced(1).toUtf8()));
    if (const auto pointer = JsonPointer::parse(fragment)) {
        if (const RawJson target = pointer->resolve(m_root); !target.isAbsent())
            return { target, {} };
    }
    return { {}, u"The reference %1 leads nowhere in this schema."_s.arg(reference) };
}

SchemaTarget SchemaDocument::resolveAnchor(const QString &name) const
{
    // Anchors are rare, so the document is searched each time instead of keeping an index.
    QList<RawJson> open{ m_root };
    while (!open.isEmpty()) {
        const RawJson value = open.takeLast();
        if (value.isArray()) {
            open.append(value.elements());
            continue;
        }
        for (const RawJsonMember &member : value.members()) {
            if ((member.key == "$anchor"_L1 || member.key == "$dynamicAnchor"_L1)
                && member.value.toString() == name)
                return { value, {} };
            if (member.value.isObject() || member.value.isArray())
                open.append(member.value);
        }
    }
    return { {}, u"The reference #%1 leads nowhere in this schema."_s.arg(name) };
}

} // namespace Mcp
