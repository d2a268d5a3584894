// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "schema/schemaformats.h"

#include "schema/ecmaregex.h"
#include "schema/hostformats.h"
#include "schema/timeformats.h"
#include "schema/uriformats.h"
#include "json/jsonpointer.h"

namespace Mcp::SchemaFormats {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isUuid(QStringView text)
{
    static const QRegularExpression uuid(
            u"\\A[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\z"_s);
    return uuid.match(text).hasMatch();
}

bool isJsonPointer(QStringView text)
{
    return !text.startsWith(u'#') && JsonPointer::parse(text).has_value();
}

/// A relative JSON pointer (draft-bhutton-relative-json-pointer-00), without index manipulation.
bool isRelativeJsonPointer(QStringView text)
{
    static const QRegularExpression start(u"\\A(?:0|[1-9][0-9]*)"_s);
    const auto match = start.match(text);
    const QStringView rest = text.sliced(qMax<qsizetype>(match.capturedLength(), 0));
    return match.hasMatch() && (rest == u"#" || isJsonPointer(rest));
}

struct Format
{
    bool (*holds)(QStringView text) = nullptr;
    QString sentence;
};

const QHash<QString, Format> &formats()
{
    static const QHash<QString, Format> table{
        { u"date-time"_s,
          { TimeFormats::isDateTime,
            u"must be a date and time with time zone such as 2026-11-22T10:00:00Z"_s } },
        { u"date"_s, { TimeFormats::isDate, u"must be a date such as 2026-11-22"_s } },
        { u"time"_s,
          { TimeFormats::isTime, u"must be a time with time zone such as 10:00:00Z"_s } },
        { u"duration"_s, { TimeFormats::isDuration, u"must be a duration such as PT1H30M"_s } },
        { u"email"_s,
          { HostFormats::isEmail, u"must be an e-mail address such as name@example.org"_s } },
        { u"idn-email"_s,
          { HostFormats::isIdnEmail, u"must be an e-mail address such as name@example.org"_s } },
        { u"hostname"_s,
          { HostFormats::isHostname, u"must be a host name such as www.example.org"_s } },
        { u"idn-hostname"_s,
          { HostFormats::isIdnHostname, u"must be a host name such as www.example.org"_s } },
        { u"ipv4"_s, { HostFormats::isIpv4, u"must be an IPv4 address such as 192.0.2.1"_s } },
        { u"ipv6"_s, { HostFormats::isIpv6, u"must be an IPv6 address such as 2001:db8::1"_s } },
        { u"uri"_s, { UriFormats::isUri, u"must be a URI such as https://example.org/page"_s } },
        { u"uri-reference"_s,
          { UriFormats::isUriReference,
            u"must be a URI or a relative reference such as ../page"_s } },
        { u"iri"_s, { UriFormats::isIri, u"must be an IRI such as https://example.org/page"_s } },
        { u"iri-reference"_s,
          { UriFormats::isIriReference,
            u"must be an IRI or a relative reference such as ../page"_s } },
        { u"uri-template"_s,
          { UriFormats::isUriTemplate,
            u"must be a URI template such as https://example.org/{page}"_s } },
        { u"uuid"_s, { isUuid, u"must be a UUID such as 123e4567-e89b-12d3-a456-426614174000"_s } },
        { u"json-pointer"_s, { isJsonPointer, u"must be a JSON pointer such as /a/0"_s } },
        { u"relative-json-pointer"_s,
          { isRelativeJsonPointer, u"must be a relative JSON pointer such as 1/a"_s } },
    };
    return table;
}

} // namespace

QString problem(const QString &format, const QString &text)
{
    if (format == "regex"_L1) {
        const QString wrong = EcmaRegex::syntaxProblem(text);
        return wrong.isEmpty() ? QString()
                               : u"must be a regular expression such as ^[a-z]+$ (%1)"_s.arg(wrong);
    }
    const auto it = formats().constFind(format);
    return it == formats().cend() || it->holds(text) ? QString() : it->sentence;
}

} // namespace Mcp::SchemaFormats
