// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "protocol/completion.h"

#include "protocol/elements.h"
#include "json/jsonwriter.h"

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

RawJson CompletionReference::params(const QString &argument, const QString &value,
                                    const RawJson &others) const
{
    JsonObjectWriter reference;
    if (kind == Kind::Prompt)
        reference.add(u"type", u"ref/prompt").add(u"name", name);
    else
        reference.add(u"type", u"ref/resource").add(u"uri", name);
    JsonObjectWriter asked;
    asked.add(u"name", argument).add(u"value", value);
    JsonObjectWriter params;
    params.add(u"ref", reference.toRawJson()).add(u"argument", asked.toRawJson());
    if (others.isObject() && others.count() > 0)
        params.add(u"context", JsonObjectWriter().add(u"arguments", others).toRawJson());
    return params.toRawJson();
}

Completion Completion::fromResult(const RawJson &result)
{
    constexpr qsizetype allowed = 100;
    Completion completion;
    const RawJson object = result.value("completion");
    const RawJson values = object.value("values");
    if (!values.isArray()) {
        completion.problems.append(u"The result has no completion with an array of values."_s);
        return completion;
    }
    qsizetype count = 0;
    qsizetype chars = 0;
    bool isCut = false;
    forEachElement(values, [&](const RawJson &value) {
        ++count;
        const QString text = value.textStart(maxValue + 1);
        isCut = isCut || chars + text.size() > maxChars;
        if (!value.isString())
            completion.problems.append(u"Value %1 is not a string."_s.arg(count));
        else if (text.size() > maxValue)
            completion.problems.append(
                    u"Value %1 has more than %2 characters and is left out."_s.arg(count).arg(
                            maxValue));
        else if (completion.values.size() < maxValues && !isCut)
            completion.values.append(text);
        chars += text.size();
        return count <= maxValues && !isCut;
    });
    if (count > allowed)
        completion.problems.append(u"There are more than the 100 values that are allowed."_s);
    completion.problems = completion.problems.mid(0, 20);
    completion.total = object.value("total").toInteger();
    completion.hasMore = object.value("hasMore").toBool() || count > maxValues || isCut;
    return completion;
}

} // namespace Mcp
