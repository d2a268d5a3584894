// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "templates.h"

#include "filetree.h"
#include "geography.h"
#include "icons.h"
#include "resources.h"
#include "json/jsonwriter.h"

#include <QtCore/qurl.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace McpDemo::Templates {

namespace {

QString decoded(QStringView text) { return QUrl::fromPercentEncoding(text.toUtf8()); }

/// A URI taken apart, every part decoded.
struct Parts
{
    QStringList path;                         ///< behind "demo://"
    QList<std::pair<QString, QString>> query; ///< in its order
    QString fragment;

    explicit Parts(const QString &uri)
    {
        const qsizetype hash = uri.indexOf(u'#');
        const QString whole = uri.left(hash < 0 ? uri.size() : hash);
        if (hash >= 0)
            fragment = decoded(QStringView(uri).sliced(hash + 1));
        const qsizetype mark = whole.indexOf(u'?');
        const QString front = whole.left(mark < 0 ? whole.size() : mark);
        for (const QString &segment : front.sliced("demo://"_L1.size()).split(u'/'))
            path.append(decoded(segment));
        if (mark < 0)
            return;
        for (const QString &pair : whole.sliced(mark + 1).split(u'&', Qt::SkipEmptyParts))
            query.append({ decoded(pair.section(u'=', 0, 0)), decoded(pair.section(u'=', 1)) });
    }

    QString value(QStringView name, const QString &fallback) const
    {
        const auto found = std::find_if(query.cbegin(), query.cend(),
                                        [name](const auto &pair) { return pair.first == name; });
        return found == query.cend() ? fallback : found->second;
    }
};

Mcp::RawJson entry(QLatin1String uriTemplate, QStringView name, QStringView title,
                   QStringView mimeType, QStringView description)
{
    Mcp::JsonObjectWriter writer;
    writer.add(u"uriTemplate", QString(uriTemplate)).add(u"name", name).add(u"title", title);
    writer.add(u"description", description);
    if (!mimeType.isEmpty())
        writer.add(u"mimeType", mimeType);
    writer.addRaw(u"annotations", R"({"audience":["user"],"priority":0.7})");
    writer.add(u"icons", Icons::disc(Icons::Colour::Green));
    return writer.toRawJson();
}

QList<Mcp::RawJson> readWeather(const QString &uri, const Parts &parts)
{
    const QString units = parts.value(u"units", u"metric"_s);
    const int days = parts.value(u"days", u"3"_s).toInt();
    if (parts.path.size() != 3 || days < 1 || days > 14
        || !Geography::cities(parts.path.at(1)).contains(parts.path.at(2)))
        return {};
    const int seed = parts.path.at(2).at(0).unicode() + int(parts.path.at(2).size());
    Mcp::JsonArrayWriter forecast;
    for (int day = 1; day <= days; ++day) {
        const int celsius = (seed * 7 + day * 5) % 31 - 4;
        const bool metric = units != "imperial"_L1;
        Mcp::JsonObjectWriter one;
        one.add(u"day", day).add(u"temperature", metric ? celsius : celsius * 9 / 5 + 32);
        one.add(u"unit", metric ? u"°C" : u"°F").add(u"rain", (seed + day) % 3 == 0);
        forecast.add(one.toRawJson());
    }
    Mcp::JsonObjectWriter json;
    json.add(u"country", parts.path.at(1)).add(u"city", parts.path.at(2));
    json.add(u"forecast", forecast.toRawJson());
    return { Resources::textContents(uri, u"application/json",
                                     QString::fromUtf8(json.toByteArray())) };
}

QString uriOf(const FileTree::File &file)
{
    return u"demo://files/"_s
           + QString::fromLatin1(QUrl::toPercentEncoding(file.path, QByteArrayLiteral("/")));
}

/// A folder is read as several contents: one for each file in it.
QList<Mcp::RawJson> readFiles(const Parts &parts)
{
    const QString path = parts.path.sliced(1).join(u'/');
    QList<Mcp::RawJson> contents;
    for (const FileTree::File &file : FileTree::files()) {
        if (path.isEmpty() || file.path == path || file.path.startsWith(path + u'/'))
            contents.append(Resources::textContents(uriOf(file), file.mimeType, file.text));
    }
    return contents;
}

/// Says what arrived, part by part: to compare with what was filled in.
QList<Mcp::RawJson> readReport(const QString &uri, const Parts &parts)
{
    if (parts.path.size() < 3)
        return {};
    const QString file = parts.path.last();
    const qsizetype dot = file.lastIndexOf(u'.');
    Mcp::JsonObjectWriter fields;
    for (const auto &[name, value] : parts.query)
        fields.add(name, value);
    Mcp::JsonObjectWriter json;
    json.add(u"folder", parts.path.sliced(1, parts.path.size() - 2).join(u'/'));
    json.add(u"name", dot < 0 ? file : file.left(dot));
    json.add(u"format", dot < 0 ? QString() : file.sliced(dot + 1));
    json.add(u"fields", fields.toRawJson()).add(u"section", parts.fragment);
    return { Resources::textContents(uri, u"application/json",
                                     QString::fromUtf8(json.toByteArray())) };
}

} // namespace

const QList<Mcp::RawJson> &list()
{
    static const QList<Mcp::RawJson> entries{
        entry(weather, u"weather", u"Weather of a city", u"application/json",
              u"A forecast that is made up. The cities that are proposed depend on the country; "
              "units is metric or imperial, days 1 to 14."),
        entry(files, u"files", u"Files in a folder", {},
              u"The path as its segments, as many as you like; a folder gives all files in it, "
              "none at all the whole tree."),
        entry(report, u"report", u"A report", u"application/json",
              u"Every kind of expansion in one URI: reserved characters, a label, exploded query "
              "parameters, a fragment. Reading it says what arrived."),
    };
    return entries;
}

QList<Mcp::RawJson> read(const QString &uri)
{
    if (!uri.startsWith("demo://"_L1))
        return {};
    const Parts parts(uri);
    if (parts.path.first() == "weather"_L1)
        return readWeather(uri, parts);
    if (parts.path.first() == "files"_L1)
        return readFiles(parts);
    if (parts.path.first() == "report"_L1)
        return readReport(uri, parts);
    return {};
}

} // namespace McpDemo::Templates
