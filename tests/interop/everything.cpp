// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "everything.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace Everything {

const QList<Item> &tools()
{
    static const QList<Item> known = {
        { u"echo"_s, R"({"message":"Zürich ✓"})", u"Echo: Zürich ✓"_s },
        { u"get-annotated-message"_s, R"({"messageType":"error","includeImage":true})",
          u"Operation failed.*\"priority\":1\\b.*image/png.*\"priority\":0\\.5"_s },
        { u"get-env"_s, "{}", u"PATH"_s },
        { u"get-resource-links"_s, R"({"count":4})", u"(resource_link.*){4}"_s },
        { u"get-resource-reference"_s, R"({"resourceType":"Blob","resourceId":5})",
          u"\"type\":\"resource\".*dynamic/blob/5.*\"blob\":\""_s },
        { u"get-roots-list"_s, "{}", u"URI: file:///"_s },
        { u"get-structured-content"_s, R"({"location":"Chicago"})",
          u"\"structuredContent\":\\{\"temperature\":36"_s },
        { u"get-sum"_s, R"({"a":1.5,"b":2})", u"sum of 1\\.5 and 2 is 3\\.5"_s },
        { u"get-tiny-image"_s, "{}", u"\"type\":\"image\""_s },
        { u"gzip-file-as-resource"_s,
          R"({"name":"a.gz","data":"data:text/plain,hello","outputType":"resource"})",
          u"session/a\\.gz.*\"blob\":\"H4sI"_s },
        { u"simulate-research-query"_s, R"({"topic":"python","ambiguous":true})",
          u"\\*\\*Clarification\\*\\*: (snake|programming)"_s,
          R"({"elicitation/create":{"action":"accept","content":{"interpretation":"snake"}}})",
          true },
        { u"toggle-simulated-logging"_s, "{}", u"Started simulated, random-leveled logging"_s },
        { u"toggle-subscriber-updates"_s, "{}", u"Started simulated resource updated"_s },
        { u"trigger-elicitation-request"_s, "{}", u"Name: Zoe"_s,
          R"({"elicitation/create":{"action":"accept","content":{"name":"Zoe"}}})" },
        { u"trigger-long-running-operation"_s, R"({"duration":0.8,"steps":4})",
          u"Duration: 0\\.8 seconds, Steps: 4"_s },
        { u"trigger-sampling-request"_s, R"({"prompt":"Hello","maxTokens":20})",
          u"LLM sampling result.*Hello person"_s,
          R"({"sampling/createMessage":{"role":"assistant","model":"by hand",)"
          R"("content":{"type":"text","text":"Hello person"}}})" },
        { u"trigger-url-elicitation"_s, R"({"url":"https://example.org/login"})",
          u"User completed the URL elicitation.*https://example\\.org/login"_s,
          R"({"elicitation/create":{"action":"accept"}})" },
    };
    return known;
}

const QList<Item> &prompts()
{
    static const QList<Item> known = {
        { u"args-prompt"_s, R"({"city":"Bern","state":"BE"})", u"What's weather in Bern, BE\\?"_s },
        { u"completable-prompt"_s, R"({"department":"Sales","name":"Eve"})",
          u"promote Eve to the head of the Sales team"_s },
        { u"resource-prompt"_s, R"({"resourceType":"Text","resourceId":"3"})",
          u"\"type\":\"resource\".*dynamic/text/3"_s },
        { u"simple-prompt"_s, "{}", u"simple prompt without arguments"_s },
    };
    return known;
}

const QList<Item> &templates()
{
    static const QList<Item> known = {
        { u"demo://resource/dynamic/text/{resourceId}"_s, R"({"resourceId":"7"})",
          u"dynamic/text/7.*Resource 7: This is a plaintext"_s },
        { u"demo://resource/dynamic/blob/{resourceId}"_s, R"({"resourceId":"8"})",
          u"dynamic/blob/8.*\"blob\":\""_s },
    };
    return known;
}

const Item *find(const QList<Item> &items, const QString &name)
{
    const auto it = std::find_if(items.cbegin(), items.cend(),
                                 [&name](const Item &item) { return item.name == name; });
    return it == items.cend() ? nullptr : &*it;
}

QStringList names(const QList<Item> &items)
{
    QStringList all;
    for (const Item &item : items)
        all += item.name;
    all.sort();
    return all;
}

bool isExpected(const Item &item, const QByteArray &result)
{
    const QRegularExpression pattern(item.expected, QRegularExpression::DotMatchesEverythingOption);
    return pattern.match(QString::fromUtf8(result)).hasMatch();
}

} // namespace Everything
