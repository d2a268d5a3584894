// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

// A template of RFC 6570 on the first line and values on the second: what comes out is short enough
// and a URI, names nobody asks for change nothing, and the form has a field for each variable.

#include "target.h"

#include "orchestrator/subjectschema.h"
#include "protocol/uritemplate.h"

#include <QtCore/qset.h>

#include <algorithm>

using namespace Mcp;

namespace {

using Values = QHash<QString, UriValue>;

bool isUri(const QString &text)
{
    static const QLatin1StringView others("-._~:/?#[]@!$&'()*+,;=%");
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.unicode() < 128 && (c.isLetterOrNumber() || others.contains(c));
    });
}

/// What it makes of @p values, checked. An error is one about its length or, with lists, a prefix.
Result<QString> expanded(const UriTemplate &uriTemplate, const Values &values)
{
    const Result<QString> uri = uriTemplate.expand(values);
    if (!uri) {
        fuzzCheck(!uri.error().message.isEmpty(), "an error without a word");
        return uri;
    }
    fuzzCheck(uri->size() <= UriTemplate::maxUri, "a URI is too long");
    fuzzCheck(isUri(*uri), "what comes out is no URI");
    return uri;
}

void checkForm(const UriTemplate &uriTemplate)
{
    const RawJson schema = templateSchema(uriTemplate.text());
    QStringList fields;
    for (const RawJsonMember &member : schema.value("properties").members())
        fields.append(member.key);
    fuzzCheck(fields == uriTemplate.variables(), "the form has other fields than the template");
    for (const RawJson &name : schema.value("required").elements())
        fuzzCheck(uriTemplate.isNeeded(name.toString()), "a field is needed for nothing");
}

/// Without braces there is nothing to fill in any more, whatever was filled in.
void checkStable(const QString &uri)
{
    const Result<UriTemplate> again = UriTemplate::parse(uri);
    fuzzCheck(again && again->variables().isEmpty(), "a URI is a template again");
    const Result<QString> same = again->expand({});
    fuzzCheck(same && *same == uri, "a URI becomes another one");
}

} // namespace

void fuzzOne(QByteArrayView input)
{
    const qsizetype lineBreak = input.indexOf('\n');
    const QByteArrayView first = lineBreak < 0 ? input : input.first(lineBreak);
    const QByteArrayView second = lineBreak < 0 ? QByteArrayView() : input.sliced(lineBreak + 1);
    const QString text = QString::fromUtf8(first);
    const Result<UriTemplate> parsed = UriTemplate::parse(text);
    if (!parsed)
        return fuzzCheck(!parsed.error().message.isEmpty(), "an error without a word");
    const QStringList &variables = parsed->variables();
    fuzzCheck(parsed->text() == text, "the template is another one");
    fuzzCheck(QSet<QString>(variables.begin(), variables.end()).size() == variables.size(),
              "a variable twice");
    checkForm(*parsed);
    if (const Result<QString> bare = expanded(*parsed, {}))
        checkStable(*bare);

    Values values;
    const QString typed = QString::fromUtf8(second);
    for (const QString &name : variables)
        values.insert(name, { typed.isNull() ? QStringLiteral("") : typed, {}, {} });
    const Result<QString> uri = expanded(*parsed, values);
    if (uri)
        checkStable(*uri);
    values.insert(QStringLiteral("no{variable"), { typed, {}, {} });
    const Result<QString> same = expanded(*parsed, values);
    fuzzCheck(bool(uri) == bool(same) && (!uri || *uri == *same), "a stranger takes part");
    (void)expanded(*parsed, UriValue::allFromJson(RawJson::fromText(second.toByteArray())));
    (void)expandTemplate(text, RawJson::fromText(second.toByteArray()));
}
