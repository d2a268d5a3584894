// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "protocol/resource.h"

#include "protocol/elements.h"
#include "protocol/listreader.h"
#include "protocol/uritemplate.h"

#include <QtCore/qurl.h>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

constexpr std::array<QByteArrayView, 9> resourceNames{ "uri",         "name",     "title",
                                                       "description", "mimeType", "size",
                                                       "annotations", "icons",    "_meta" };
constexpr std::array<QByteArrayView, 9> templateNames{ "uriTemplate", "name",     "title",
                                                       "description", "mimeType", "size",
                                                       "annotations", "icons",    "_meta" };

} // namespace

Resource::Resource(const RawJson &raw, Kind kind)
    : m_raw(raw)
    , m_kind(kind)
    , m_members(raw, kind == Kind::Template ? templateNames : resourceNames)
{
    static_assert(resourceNames.size() == memberCount && templateNames.size() == memberCount);
    m_uri = member(Uri).toString();
}

QString Resource::displayName() const
{
    for (const QString &name : { title(), name() }) {
        if (!name.isEmpty())
            return name;
    }
    return m_uri;
}

QStringList Resource::problems() const
{
    QStringList problems;
    if (m_kind == Kind::Template) {
        if (const auto parsed = UriTemplate::parse(m_uri); !parsed)
            problems.append(
                    u"uriTemplate is no template of RFC 6570: %1."_s.arg(parsed.error().message));
    } else if (QUrl(m_uri, QUrl::StrictMode).scheme().isEmpty()) {
        problems.append(u"uri is not an absolute URI."_s);
    }
    if (!member(Name).isString()) // 2026-07-28, server/resources: name is required
        problems.append(u"The name is missing."_s);
    for (const auto &[name, value] :
         { std::pair("title"_L1, member(Title)), std::pair("description"_L1, member(Description)),
           std::pair("mimeType"_L1, member(MimeType)) }) {
        if (!value.isAbsent() && !value.isString())
            problems.append(u"%1 is not a string."_s.arg(name));
    }
    if (const RawJson size = member(Size); !size.isAbsent() && this->size().value_or(-1) < 0)
        problems.append(u"size is not a number of bytes."_s);
    if (!annotations().isAbsent() && !annotations().isObject())
        problems.append(u"annotations is not an object."_s);
    return problems;
}

QList<ResourceContents> ReadResult::contents(qsizetype most) const
{
    QList<ResourceContents> contents;
    forEachElement(m_raw.value("contents"), [&](const RawJson &element) {
        contents.append(ResourceContents(element));
        return contents.size() < most;
    });
    return contents;
}

QStringList ReadResult::problems() const
{
    if (!m_raw.isObject())
        return { u"The result is not an object."_s };
    if (!m_raw.value("contents").isArray())
        return { u"The result has no array \"contents\"."_s };
    QStringList problems;
    int position = 0;
    forEachElement(m_raw.value("contents"), [&](const RawJson &element) {
        ++position;
        const ResourceContents content(element);
        const bool hasText = content.text().isString();
        const bool hasBlob = content.blob().isString();
        if (!element.isObject())
            problems.append(u"Content %1 is not an object."_s.arg(position));
        else if (!element.value("uri").isString()) // 2026-07-28, schema ResourceContents
            problems.append(u"Content %1 has no uri."_s.arg(position));
        if (element.isObject() && hasText == hasBlob)
            problems.append((hasText ? u"Content %1 has both text and blob."_s
                                     : u"Content %1 has neither text nor blob."_s)
                                    .arg(position));
        return problems.size() < 20 && position < maxContents;
    });
    return problems;
}

ResourceList ResourceList::fromResult(const RawJson &result, Resource::Kind kind, int most)
{
    ResourceList list;
    const bool isTemplate = kind == Resource::Kind::Template;
    ListReader reader(result, isTemplate ? u"resources/templates/list"_s : u"resources/list"_s,
                      isTemplate ? u"resourceTemplates"_s : u"resources"_s, most);
    for (RawJson entry = reader.next(); !entry.isAbsent(); entry = reader.next()) {
        const Resource resource(entry, kind);
        if (!resource.hasUri()) {
            reader.leaveOut(isTemplate ? u"it has no uriTemplate"_s : u"it has no uri"_s);
            continue;
        }
        list.entries.append(resource);
        reader.keep(resource.uri());
    }
    list.problems = reader.problems();
    return list;
}

} // namespace Mcp
