// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/toolfacts.h"

#include "models/format.h"
#include "schema/schemadocument.h"

#include <QtCore/qcoreapplication.h>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

constexpr int kMaxFact = 500;

QString tr(const char *text) { return QCoreApplication::translate("ToolFacts", text); }

struct HintRow
{
    const char *name;
    const char *caption;
    const char *yes;
    const char *no;
    bool fallback;
    bool needsWriting; ///< means nothing for a read-only tool
};

constexpr std::array hints{
    HintRow{ "readOnlyHint", QT_TRANSLATE_NOOP("ToolFacts", "Read-only"),
             QT_TRANSLATE_NOOP("ToolFacts", "Yes: it changes nothing."),
             QT_TRANSLATE_NOOP("ToolFacts", "No: it may change things."), false, false },
    HintRow{ "destructiveHint", QT_TRANSLATE_NOOP("ToolFacts", "Destructive"),
             QT_TRANSLATE_NOOP("ToolFacts", "Yes: it may delete or overwrite things."),
             QT_TRANSLATE_NOOP("ToolFacts", "No: it only adds things."), true, true },
    HintRow{ "idempotentHint", QT_TRANSLATE_NOOP("ToolFacts", "Idempotent"),
             QT_TRANSLATE_NOOP("ToolFacts",
                               "Yes: calling it again with the same arguments changes nothing "
                               "more."),
             QT_TRANSLATE_NOOP("ToolFacts", "No: each call may change things again."), false,
             true },
    HintRow{ "openWorldHint", QT_TRANSLATE_NOOP("ToolFacts", "Open world"),
             QT_TRANSLATE_NOOP("ToolFacts", "Yes: it deals with things outside, such as the web."),
             QT_TRANSLATE_NOOP("ToolFacts", "No: it keeps to a closed world of its own."), true,
             false },
};

QString claimText(const HintRow &row, const Mcp::Tool &tool)
{
    const Mcp::RawJson value = tool.annotations().value(QByteArrayView(row.name));
    const bool said = value.isBool();
    const bool yes = value.toBool(row.fallback);
    QString text = tr(yes ? row.yes : row.no);
    if (!said) {
        text = (value.isAbsent() ? tr("Not said, so this holds: %1")
                                 : tr("Said as %2, which is neither true nor false. So this holds: "
                                      "%1"))
                       .arg(text);
        if (!value.isAbsent())
            text = text.arg(displayLine(value.toByteArray(), 60));
    }
    if (row.needsWriting && tool.isReadOnly())
        text += u' ' + tr("It means nothing for a read-only tool.");
    return text;
}

bool isHint(const QString &name)
{
    return std::any_of(hints.begin(), hints.end(),
                       [&](const HintRow &row) { return name == QLatin1StringView(row.name); });
}

QString taskText(const Mcp::Tool &tool)
{
    switch (tool.taskSupport()) {
    case Mcp::Tool::TaskSupport::Required:
        return tr("It must be called as a task.");
    case Mcp::Tool::TaskSupport::Optional:
        return tr("It can be called as a task, too.");
    case Mcp::Tool::TaskSupport::Forbidden:
        break;
    }
    return tool.raw().value("execution").contains("taskSupport")
                   ? tr("It cannot be called as a task.")
                   : tr("Not said, so it cannot be called as a task.");
}

} // namespace

QList<ToolFact> toolFacts(const Mcp::Tool &tool)
{
    QList<ToolFact> facts;
    const auto add = [&facts](const QString &id, const QString &caption, const QString &text) {
        if (!text.isEmpty())
            facts.append({ id, caption, text });
    };
    add(u"name"_s, tr("Name"), displayLine(tool.name(), kMaxFact));
    add(u"title"_s, tr("Title"), displayLine(tool.title(), kMaxFact));
    add(u"annotations.title"_s, tr("Title in annotations"),
        displayLine(tool.annotations().value("title").toString(), kMaxFact));
    add(u"execution"_s, tr("As a task"), taskText(tool));
    return facts;
}

QList<ToolFact> toolClaims(const Mcp::Tool &tool)
{
    QList<ToolFact> claims;
    for (const HintRow &row : hints)
        claims.append({ QString::fromLatin1(row.name), tr(row.caption), claimText(row, tool) });
    const QList<Mcp::RawJsonMember> members = tool.annotations().members();
    for (const Mcp::RawJsonMember &member : members) {
        if (isHint(member.key) || member.key == "title"_L1)
            continue;
        claims.append({ displayLine(member.key, 60), displayLine(member.key, 60),
                        displayLine(member.value.toByteArray(), kMaxFact) });
    }
    return claims;
}

QStringList schemaNotes(const Mcp::RawJson &schema)
{
    const QString note = Mcp::SchemaDocument(schema).dialectNote();
    return note.isEmpty() ? QStringList() : QStringList{ note };
}

} // namespace McpUi
