// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "protocol/tool.h"

#include "protocol/listreader.h"
#include "json/jsontext.h"

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

constexpr std::array<QByteArrayView, 8> memberNames{ "name",        "title",        "description",
                                                     "inputSchema", "outputSchema", "annotations",
                                                     "execution",   "_meta" };

/// See Tool::descriptionBeginning().
QString beginning(const RawJson &text, qsizetype bytes)
{
    if (text.size() <= bytes || !text.isString())
        return text.toString();
    // A pair of escapes, "\\ud83d\\ude00", is the longest that may have been cut.
    constexpr qsizetype longest = 12;
    QString cut = JsonText::unescape(text.view().first(bytes));
    cut.chop(qMin(longest, cut.size()));
    if (!cut.isEmpty() && cut.back().isHighSurrogate())
        cut.chop(1);
    return cut;
}

/// 1 to 128 characters of A-Za-z0-9_.- (2025-11-25, server/tools: should).
bool isCleanName(const QString &name)
{
    const auto isAllowed = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9')
               || c == u'_' || c == u'.' || c == u'-';
    };
    return name.size() <= 128 && std::all_of(name.cbegin(), name.cend(), isAllowed);
}

void checkSchema(const RawJson &schema, const QString &member, bool objectRoot,
                 QStringList &problems)
{
    if (schema.isBool() && !objectRoot)
        return; // true and false are schemas too
    if (!schema.isObject()) {
        problems.append(u"%1 is not a JSON Schema: it must be an object."_s.arg(member));
        return;
    }
    const RawJson type = schema.value("type");
    if (objectRoot && type.toString() != "object"_L1)
        problems.append(u"%1 must have \"type\": \"object\" at its root."_s.arg(member));
}

} // namespace

Tool::Tool(const RawJson &raw)
    : m_raw(raw)
    , m_members(raw, memberNames)
{
    static_assert(memberNames.size() == memberCount);
    m_name = member(Name).toString();
}

QString Tool::displayName() const
{
    return displayNameBeginning(std::numeric_limits<qsizetype>::max());
}

QString Tool::displayNameBeginning(qsizetype bytes) const
{
    for (const RawJson &title : { member(Title), annotations().value("title") }) {
        if (const QString name = beginning(title, bytes); !name.isEmpty())
            return name;
    }
    return m_name.left(bytes);
}

QString Tool::descriptionBeginning(qsizetype bytes) const
{
    return beginning(member(Description), bytes);
}

bool Tool::isReadOnly() const { return annotations().value("readOnlyHint").toBool(false); }

bool Tool::isDestructive() const { return annotations().value("destructiveHint").toBool(true); }

bool Tool::isIdempotent() const { return annotations().value("idempotentHint").toBool(false); }

bool Tool::isOpenWorld() const { return annotations().value("openWorldHint").toBool(true); }

Tool::TaskSupport Tool::taskSupport() const
{
    const QString support = member(Execution).value("taskSupport").toString();
    if (support == "required"_L1)
        return TaskSupport::Required;
    return support == "optional"_L1 ? TaskSupport::Optional : TaskSupport::Forbidden;
}

QStringList Tool::problems() const
{
    QStringList problems;
    if (m_name.isEmpty())
        problems.append(u"The name is empty."_s);
    else if (!isCleanName(m_name))
        problems.append(u"The name should have 1 to 128 characters of A-Z a-z 0-9 _ . -"_s);

    if (inputSchema().isAbsent())
        problems.append(u"inputSchema is missing; any arguments are assumed to be allowed."_s);
    else
        checkSchema(inputSchema(), u"inputSchema"_s, true, problems);
    if (!outputSchema().isAbsent())
        checkSchema(outputSchema(), u"outputSchema"_s, false, problems);

    for (const auto &[name, value] : { std::pair("title"_L1, member(Title)),
                                       std::pair("description"_L1, member(Description)) }) {
        if (!value.isAbsent() && !value.isString())
            problems.append(u"%1 is not a string."_s.arg(name));
    }
    if (!annotations().isAbsent() && !annotations().isObject())
        problems.append(u"annotations is not an object."_s);
    return problems;
}

ToolList ToolList::fromResult(const RawJson &result, int maxTools)
{
    ToolList list;
    ListReader reader(result, u"tools/list"_s, u"tools"_s, maxTools);
    for (RawJson entry = reader.next(); !entry.isAbsent(); entry = reader.next()) {
        const Tool tool(entry);
        if (!tool.hasName()) {
            reader.leaveOut(u"it has no name"_s);
            continue;
        }
        list.tools.append(tool);
        reader.keep(list.tools.constLast().name());
    }
    list.problems = reader.problems();
    return list;
}

} // namespace Mcp
