// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "protocol/tool.h"

#include "json/jsontext.h"

#include <QtCore/qset.h>

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

constexpr std::array<QByteArrayView, 8> memberNames{ "name",        "title",        "description",
                                                     "inputSchema", "outputSchema", "annotations",
                                                     "execution",   "_meta" };
/// Of a name, where a sentence quotes it.
constexpr qsizetype maxQuoted = 200;

/// The position of a key, quotes around it, in memberNames; their number for any other.
size_t memberOf(QByteArrayView quoted)
{
    const QByteArrayView inner = quoted.sliced(1, quoted.size() - 2);
    const QByteArray plain =
            inner.contains('\\') ? JsonText::unescape(quoted).toUtf8() : QByteArray();
    const auto found = std::find(memberNames.begin(), memberNames.end(),
                                 plain.isNull() ? inner : QByteArrayView(plain));
    return size_t(found - memberNames.begin());
}

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
{
    static_assert(memberNames.size() == memberCount);
    const QByteArrayView text = QByteArrayView(raw.buffer()).first(raw.range().end);
    JsonScanner scanner(text, raw.range().begin);
    if (raw.isAbsent() || !scanner.enterObject())
        return;
    JsonMember each;
    while (scanner.nextMember(each)) {
        if (const size_t known = memberOf(text.sliced(each.key.begin, each.key.size()));
            known < memberCount)
            m_members[known] = each.value;
    }
    m_name = member(Name).toString();
}

RawJson Tool::member(Member member) const
{
    const JsonRange range = m_members[member];
    return range.isEmpty() ? RawJson() : RawJson(m_raw.buffer(), range);
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
    const RawJson tools = result.value("tools");
    if (!tools.isArray()) {
        list.problems.append(tools.isAbsent()
                                     ? u"The result of tools/list has no member \"tools\"."_s
                                     : u"\"tools\" in the result of tools/list is no array."_s);
        return list;
    }
    QSet<QString> names;
    int position = 0;
    JsonScanner scanner(tools.view());
    JsonRange range;
    scanner.enterArray();
    while (scanner.nextElement(range)) {
        ++position;
        const qsizetype begin = tools.range().begin;
        const RawJson entry(tools.buffer(), { begin + range.begin, begin + range.end });
        if (list.tools.size() >= maxTools) {
            list.addProblem(
                    u"The rest from entry %1 on was left out: the limit listItems is reached."_s
                            .arg(position));
            break;
        }
        if (!entry.isObject()) {
            list.addProblem(u"Entry %1 was left out: it is not an object."_s.arg(position));
            continue;
        }
        const Tool tool(entry);
        if (!tool.hasName()) {
            list.addProblem(u"Entry %1 was left out: it has no name."_s.arg(position));
            continue;
        }
        list.tools.append(tool);
        const QString &name = list.tools.constLast().name();
        if (names.contains(name))
            list.addProblem(u"The name \"%1\" appears more than once."_s.arg(name.left(maxQuoted)));
        names.insert(name);
    }
    return list;
}

/// A hundred say what kind of list it is; the last place is for that there are more.
void ToolList::addProblem(const QString &problem)
{
    if (problems.size() < maxProblems)
        problems.append(problem);
    else if (problems.size() == maxProblems)
        problems.append(u"There are more problems like these."_s);
}

} // namespace Mcp
