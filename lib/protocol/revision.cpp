// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "protocol/revision.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

struct RevisionRow
{
    Revision revision = Revision::V2024_11_05;
    Era era = Era::Legacy;
    QLatin1StringView text;
};

constexpr std::array revisions{
    RevisionRow{ Revision::V2024_11_05, Era::Legacy, "2024-11-05"_L1 },
    RevisionRow{ Revision::V2025_03_26, Era::Legacy, "2025-03-26"_L1 },
    RevisionRow{ Revision::V2025_06_18, Era::Legacy, "2025-06-18"_L1 },
    RevisionRow{ Revision::V2025_11_25, Era::Legacy, "2025-11-25"_L1 },
    RevisionRow{ Revision::V2026_07_28, Era::Modern, "2026-07-28"_L1 },
};

const RevisionRow &rowOf(Revision revision) { return revisions[size_t(revision)]; }

} // namespace

QString toString(Revision revision) { return QString(rowOf(revision).text); }

std::optional<Revision> revisionFromString(QStringView text)
{
    for (const RevisionRow &row : revisions) {
        if (text == row.text)
            return row.revision;
    }
    return std::nullopt;
}

Era eraOf(Revision revision) { return rowOf(revision).era; }

Revision latestRevision(Era era) { return supportedRevisions(era).constLast(); }

QList<Revision> supportedRevisions(Era era)
{
    QList<Revision> found;
    for (const RevisionRow &row : revisions) {
        if (row.era == era)
            found.append(row.revision);
    }
    return found;
}

QString toString(Era era) { return era == Era::Modern ? u"modern"_s : u"legacy"_s; }

QString toString(EraSetting setting)
{
    switch (setting) {
    case EraSetting::Auto:
        return u"auto"_s;
    case EraSetting::Legacy:
        return u"legacy"_s;
    case EraSetting::Modern:
        return u"modern"_s;
    }
    return {};
}

std::optional<EraSetting> eraSettingFromString(QStringView text)
{
    for (const auto setting : { EraSetting::Auto, EraSetting::Legacy, EraSetting::Modern }) {
        if (text == toString(setting))
            return setting;
    }
    return std::nullopt;
}

} // namespace Mcp
