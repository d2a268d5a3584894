// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/subjectinfo.h"

#include "models/format.h"
#include "orchestrator/subjectkind.h"
#include "protocol/prompt.h"
#include "protocol/resource.h"
#include "protocol/tool.h"

#include <QtCore/qcoreapplication.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

using Kind = Mcp::CallSubject::Kind;

namespace {

constexpr int kMaxText = 500;

QString tr(const char *text) { return QCoreApplication::translate("SubjectInfo", text); }

void addFact(QList<ToolFact> &facts, const QString &id, const QString &caption, const QString &text)
{
    if (!text.isEmpty())
        facts.append({ id, caption, displayLine(text, kMaxText) });
}

QList<SubjectBadge> toolBadges(const Mcp::Tool &tool)
{
    const QString untrusted = tr("The server says so; nothing checks it.");
    QList<SubjectBadge> badges;
    if (tool.hasHint("readOnlyHint") && tool.isReadOnly())
        badges.append({ tr("read-only"), untrusted });
    else if (tool.hasHint("destructiveHint") && tool.isDestructive())
        badges.append({ tr("destructive"), untrusted, true });
    if (tool.hasHint("idempotentHint") && tool.isIdempotent())
        badges.append({ tr("idempotent"), tr("Calling twice is as calling once. ") + untrusted });
    if (tool.hasHint("openWorldHint") && tool.isOpenWorld())
        badges.append({ tr("open world"), tr("Reaches out to other systems. ") + untrusted });
    if (tool.taskSupport() == Mcp::Tool::TaskSupport::Required)
        badges.append({ tr("task only"), tr("The server wants it to be called as a task."), true });
    else if (tool.taskSupport() == Mcp::Tool::TaskSupport::Optional)
        badges.append({ tr("task"), tr("Can be called as a task, too.") });
    return badges;
}

void fillTool(SubjectInfo &info)
{
    const Mcp::Tool tool(info.definition);
    info.displayName = tool.displayName();
    info.description = tool.description();
    info.outputSchema = tool.outputSchema();
    info.badges = toolBadges(tool);
    info.problems = tool.problems();
    info.facts = toolFacts(tool);
    info.claims = toolClaims(tool);
    info.parts = { { u"inputSchema"_s, tr("Input schema"), tool.inputSchema(),
                     tr("The tool has none: any arguments are assumed to be allowed."),
                     schemaNotes(tool.inputSchema()) },
                   { u"outputSchema"_s, tr("Output schema"), tool.outputSchema(),
                     tr("The tool has none: its result may be anything."),
                     schemaNotes(tool.outputSchema()) } };
}

void fillPrompt(SubjectInfo &info)
{
    const Mcp::Prompt prompt(info.definition);
    info.displayName = prompt.displayName();
    info.description = prompt.description();
    info.problems = prompt.problems();
    addFact(info.facts, u"name"_s, tr("Name"), prompt.name());
    addFact(info.facts, u"title"_s, tr("Title"), prompt.title());
    const QList<Mcp::PromptArgument> arguments = prompt.arguments();
    for (const Mcp::PromptArgument &argument : arguments.first(qMin(arguments.size(), 50))) {
        const QStringList words{ argument.isRequired ? tr("required") : tr("optional"),
                                 argument.title, argument.description };
        QStringList said = words;
        said.removeAll(QString());
        addFact(info.facts, "argument:"_L1 + argument.name, displayLine(argument.name, 60),
                said.join(u", "_s));
    }
    info.parts = { { u"promptArguments"_s, tr("Arguments"), info.definition.value("arguments"),
                     tr("The prompt takes none.") } };
}

/// As annotations have it: for whom it is and how much it matters.
QList<ToolFact> annotationFacts(const Mcp::RawJson &annotations)
{
    QList<ToolFact> facts;
    const QList<Mcp::RawJsonMember> members = annotations.members();
    for (const Mcp::RawJsonMember &member : members.first(qMin(members.size(), 50)))
        addFact(facts, displayLine(member.key, 60), displayLine(member.key, 60),
                QString::fromUtf8(
                        member.value.view().first(qMin<qsizetype>(member.value.size(), kMaxText))));
    return facts;
}

void fillResource(SubjectInfo &info)
{
    const bool isTemplate = info.subject.kind == Kind::ResourceTemplate;
    const Mcp::Resource resource(info.definition, isTemplate ? Mcp::Resource::Kind::Template
                                                             : Mcp::Resource::Kind::Resource);
    info.displayName = resource.displayName();
    info.description = resource.description();
    info.problems = resource.problems();
    if (isTemplate)
        info.badges.append({ tr("template"), tr("Stands for many resources.") });
    if (!resource.mimeType().isEmpty())
        info.badges.append({ displayLine(resource.mimeType(), 60),
                             tr("What its content is, as the server says.") });
    if (resource.size())
        info.badges.append({ formatSize(*resource.size()), tr("Its size, as the server says.") });
    if (resource.uri().startsWith("ui://"_L1))
        info.badges.append({ tr("app"), tr("Made for hosts that run it. Here it is shown, never "
                                           "run.") });
    addFact(info.facts, u"uri"_s, isTemplate ? tr("URI template") : tr("URI"), resource.uri());
    addFact(info.facts, u"name"_s, tr("Name"), resource.name());
    addFact(info.facts, u"title"_s, tr("Title"), resource.title());
    addFact(info.facts, u"mimeType"_s, tr("MIME type"), resource.mimeType());
    if (resource.size())
        addFact(info.facts, u"size"_s, tr("Size"),
                tr("%1 (%2 bytes)")
                        .arg(formatSize(*resource.size()), formatNumber(*resource.size())));
    info.claims = annotationFacts(resource.annotations());
}

} // namespace

SubjectInfo SubjectInfo::of(const Mcp::CallSubject &subject, const Mcp::RawJson &definition)
{
    SubjectInfo info;
    info.subject = subject;
    info.definition = definition;
    info.name = subject.name;
    info.displayName = subject.name;
    info.schema = Mcp::SubjectKind::of(subject.kind).schema(subject.name, definition);
    if (definition.isAbsent())
        return info;
    info.icons = definition.value("icons");
    switch (subject.kind) {
    case Kind::Tool:
        fillTool(info);
        break;
    case Kind::Prompt:
        fillPrompt(info);
        break;
    case Kind::Resource:
    case Kind::ResourceTemplate:
        fillResource(info);
        break;
    }
    info.parts.append({ u"toolMeta"_s, tr("_meta"), definition.value("_meta"), {} });
    info.parts.append({ u"definition"_s, tr("Definition"), definition, {} });
    return info;
}

} // namespace McpUi
