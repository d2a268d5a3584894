// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "geography.h"

#include <QtCore/qlocale.h>
#include <QtCore/qmap.h>

using namespace Qt::Literals::StringLiterals;

namespace McpDemo::Geography {

namespace {

const QMap<QString, QStringList> &table()
{
    static const QMap<QString, QStringList> cities{
        { u"Canada"_s, { u"Montréal"_s, u"Toronto"_s, u"Vancouver"_s } },
        { u"Japan"_s, { u"Kyoto"_s, u"Osaka"_s, u"Sapporo"_s, u"Tokyo"_s } },
        { u"Kenya"_s, { u"Mombasa"_s, u"Nairobi"_s } },
        { u"New Zealand"_s, { u"Auckland"_s, u"Wellington"_s } },
        { u"Norway"_s, { u"Bergen"_s, u"Oslo"_s, u"Tromsø"_s } },
        { u"Peru"_s, { u"Arequipa"_s, u"Cusco"_s, u"Lima"_s } },
        { u"Switzerland"_s, { u"Basel"_s, u"Bern"_s, u"Genève"_s, u"Lugano"_s, u"Zürich"_s } },
    };
    return cities;
}

} // namespace

QStringList countries() { return table().keys(); }

QStringList cities(const QString &country) { return table().value(country); }

QStringList languages()
{
    static const QStringList names = [] {
        QStringList all;
        for (int language = QLocale::C + 1; language <= QLocale::LastLanguage; ++language)
            all.append(QLocale::languageToString(QLocale::Language(language)));
        all.sort();
        all.removeDuplicates();
        return all;
    }();
    return names;
}

} // namespace McpDemo::Geography
