// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "protocol/namedmembers.h"

#include <QtCore/qlist.h>
#include <QtCore/qmetatype.h>
#include <QtCore/qstringlist.h>

#include <optional>

namespace Mcp {

/*!
 * Read view over one entry of resources/list or resources/templates/list: typed access to what the
 * specification names (2026-07-28, server/resources), everything else stays in raw(). Wrong types
 * read as absent, never fail.
 */
class Resource
{
public:
    /// What names it: a URI, or a template for many (RFC 6570, see UriTemplate).
    enum class Kind { Resource, Template };

    Resource() = default;
    Resource(const RawJson &raw, Kind kind);

    Kind kind() const { return m_kind; }
    const RawJson &raw() const { return m_raw; }
    /// uri, or of a template uriTemplate.
    const QString &uri() const { return m_uri; }
    bool hasUri() const { return member(Uri).isString(); }
    QString name() const { return member(Name).toString(); }
    QString title() const { return member(Title).toString(); }
    QString displayName() const; ///< title, else name, else the URI
    QString description() const { return member(Description).toString(); }
    QString mimeType() const { return member(MimeType).toString(); }
    /// In bytes, before base64.
    std::optional<qint64> size() const { return member(Size).toInteger(); }
    RawJson annotations() const { return member(Annotations); }
    RawJson icons() const { return member(Icons); }
    RawJson meta() const { return member(Meta); }

    /// What is wrong with the entry, one sentence each; empty for a clean one.
    QStringList problems() const;

private:
    enum Member { Uri, Name, Title, Description, MimeType, Size, Annotations, Icons, Meta };
    static constexpr size_t memberCount = Meta + 1;
    RawJson member(Member member) const { return m_members.value(m_raw, member); }

    RawJson m_raw;
    Kind m_kind = Kind::Resource;
    QString m_uri;
    NamedMembers<memberCount> m_members;
};

/// Read view over one element of a resources/read result, or the resource in a content block.
class ResourceContents
{
public:
    ResourceContents() = default;
    explicit ResourceContents(const RawJson &raw)
        : m_raw(raw)
    {}

    const RawJson &raw() const { return m_raw; }
    QString uri() const { return m_raw.value("uri").toString(); }
    QString mimeType() const { return m_raw.value("mimeType").toString(); }
    RawJson text() const { return m_raw.value("text"); } ///< a string, absent for a blob
    RawJson blob() const { return m_raw.value("blob"); } ///< base64 in a string, absent for a text

private:
    RawJson m_raw;
};

/// Read view over a resources/read result.
class ReadResult
{
public:
    /// More contents than this are not shown.
    static constexpr qsizetype maxContents = 10'000;

    ReadResult() = default;
    explicit ReadResult(const RawJson &raw)
        : m_raw(raw)
    {}

    const RawJson &raw() const { return m_raw; }
    /// The first @p most of them.
    QList<ResourceContents> contents(qsizetype most = maxContents) const;
    /// Why this is no valid result, one sentence each; empty when it is.
    QStringList problems() const;

private:
    RawJson m_raw;
};

/// A resources/list or resources/templates/list result (all pages merged) read tolerantly.
struct ResourceList
{
    QList<Resource> entries; ///< in the server's order, duplicates kept
    QStringList problems;    ///< what was left out and why, one sentence each

    static ResourceList fromResult(const RawJson &result, Resource::Kind kind, int most = 200'000);
};

} // namespace Mcp

Q_DECLARE_METATYPE(Mcp::Resource)
