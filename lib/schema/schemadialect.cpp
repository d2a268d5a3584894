// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "schema/schemadialect.h"

#include <QtCore/qurl.h>

namespace Mcp {

using namespace Qt::Literals::StringLiterals;

namespace {

/// One spelling for each URI: what QUrl makes of it, as long as it understands it.
QString normal(const QUrl &url, const QString &written)
{
    const QString text = url.toString(QUrl::FullyEncoded);
    return url.isValid() && !text.isEmpty() ? text : written;
}

} // namespace

std::optional<SchemaDialect> schemaDialect(QStringView uri)
{
    if (uri.endsWith(u'#'))
        uri.chop(1);
    for (const QLatin1StringView scheme : { "https://"_L1, "http://"_L1 }) {
        if (uri.startsWith(scheme)) {
            uri = uri.sliced(scheme.size());
            break;
        }
    }
    if (uri == "json-schema.org/draft/2020-12/schema"_L1)
        return SchemaDialect::Draft2020;
    if (uri == "json-schema.org/draft/2019-09/schema"_L1)
        return SchemaDialect::Draft2019;
    for (const QLatin1StringView draft : { "07"_L1, "06"_L1, "04"_L1 }) {
        if (uri == "json-schema.org/draft-"_L1 + draft + "/schema"_L1)
            return SchemaDialect::Draft7;
    }
    return std::nullopt;
}

SchemaUri SchemaUri::resolve(const QString &reference, const QString &base)
{
    const qsizetype hash = reference.indexOf(u'#');
    const QString path = hash < 0 ? reference : reference.first(hash);
    SchemaUri result;
    if (hash >= 0)
        result.fragment = QUrl::fromPercentEncoding(reference.sliced(hash + 1).toUtf8());
    if (path.isEmpty()) {
        result.uri = base;
        return result;
    }
    const QUrl url(path);
    result.uri =
            url.scheme().isEmpty() ? normal(QUrl(base).resolved(url), path) : normal(url, path);
    return result;
}

} // namespace Mcp
