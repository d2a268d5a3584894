// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "completions.h"

#include "errorcode.h"
#include "filetree.h"
#include "geography.h"
#include "templates.h"

#include <QtCore/qstringlist.h>

using namespace Qt::Literals::StringLiterals;

namespace McpDemo {

namespace {

constexpr qsizetype mostValues = 100; // 2025-11-25, schema CompleteResult

/// What may stand in an argument; @p others are those filled in already.
using Source = QStringList (*)(const Mcp::RawJson &others);

QStringList citiesOf(const Mcp::RawJson &others)
{
    const Mcp::RawJson country = others.value("country");
    if (!country.isAbsent())
        return Geography::cities(country.toString());
    QStringList all; // before 2025-06-18 nobody can say which country
    for (const QString &each : Geography::countries())
        all += Geography::cities(each);
    all.sort();
    return all;
}

QStringList daysOf(const Mcp::RawJson &)
{
    QStringList days;
    for (int day = 1; day <= 14; ++day)
        days.append(QString::number(day));
    return days;
}

struct Entry
{
    QLatin1String owner; ///< a prompt's name or a template
    QLatin1String argument;
    Source source = nullptr;
};

constexpr Source countries = [](const Mcp::RawJson &) { return Geography::countries(); };

constexpr Entry table[] = {
    { "code-review"_L1, "language"_L1,
      [](const Mcp::RawJson &) { return Geography::languages(); } },
    { "code-review"_L1, "style"_L1,
      [](const Mcp::RawJson &) {
          return QStringList{ u"brief"_s, u"friendly"_s, u"thorough"_s };
      } },
    { "code-review"_L1, "code"_L1, nullptr },
    { "travel-plan"_L1, "country"_L1, countries },
    { "travel-plan"_L1, "city"_L1, citiesOf },
    { "travel-plan"_L1, "days"_L1, daysOf },
    { Templates::weather, "country"_L1, countries },
    { Templates::weather, "city"_L1, citiesOf },
    { Templates::weather, "units"_L1,
      [](const Mcp::RawJson &) {
          return QStringList{ u"imperial"_s, u"metric"_s };
      } },
    { Templates::weather, "days"_L1, daysOf },
    { Templates::files, "path"_L1, [](const Mcp::RawJson &) { return FileTree::segments(); } },
    { Templates::report, "folder"_L1,
      [](const Mcp::RawJson &) {
          return QStringList{ u"2025/q4"_s, u"2026/q1"_s, u"2026/q2"_s };
      } },
    { Templates::report, "format"_L1,
      [](const Mcp::RawJson &) {
          return QStringList{ u"csv"_s, u"html"_s, u"json"_s };
      } },
    { Templates::report, "name"_L1, nullptr },
    { Templates::report, "fields"_L1, nullptr },
    { Templates::report, "section"_L1, nullptr },
};

const Entry *find(const QString &owner, const QString &argument)
{
    for (const Entry &entry : table) {
        if (owner == entry.owner && argument == entry.argument)
            return &entry;
    }
    return nullptr;
}

Mcp::RawJson completion(const QStringList &fitting)
{
    Mcp::JsonArrayWriter values;
    for (const QString &value : fitting.mid(0, mostValues))
        values.add(value);
    Mcp::JsonObjectWriter members;
    members.add(u"values", values.toRawJson()).add(u"total", fitting.size());
    members.add(u"hasMore", fitting.size() > mostValues);
    return Mcp::JsonObjectWriter().add(u"completion", members.toRawJson()).toRawJson();
}

} // namespace

void Completions::complete(const Request &request) const
{
    const Mcp::RawJson ref = request.params.value("ref");
    const QString type = ref.value("type").toString();
    const Mcp::RawJson argument = request.params.value("argument");
    const QString owner = ref.value(type == "ref/prompt"_L1 ? u"name" : u"uri").toString();
    const QString name = argument.value("name").toString();
    const Entry *entry = find(owner, name);
    if ((type != "ref/prompt"_L1 && type != "ref/resource"_L1) || !entry) {
        m_responder.sendError(
                request,
                { ErrorCode::invalidParams,
                  u"Nothing of this server has \"%1\" with an argument \"%2\""_s.arg(owner, name),
                  {} });
        return;
    }
    QStringList fitting;
    if (entry->source)
        fitting = entry->source(request.params.value("context").value("arguments"));
    const QString typed = argument.value("value").toString();
    fitting.removeIf([&typed](const QString &value) {
        return !value.startsWith(typed, Qt::CaseInsensitive);
    });
    m_responder.sendResult(request, completion(fitting));
}

} // namespace McpDemo
