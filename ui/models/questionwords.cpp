// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/questionwords.h"

#include "models/addressfacts.h"
#include "models/format.h"
#include "orchestrator/questions.h"

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

using Kind = Mcp::InputRequest::Kind;

QString QuestionWords::line(const Mcp::QuestionGist &question, int maxChars)
{
    switch (question.kind) {
    case Kind::Sampling:
        return u"wants an answer of a model"_s;
    case Kind::Roots:
        return u"asks which folders it may use"_s;
    case Kind::Elicitation:
        break;
    }
    if (question.mode == Mcp::Elicitation::Mode::Url) {
        const AddressFacts facts = AddressFacts::of(question.url);
        return facts.host.isEmpty()
                       ? u"wants you to visit an address"_s
                       : u"wants you to visit %1"_s.arg(displayLine(facts.host, maxChars));
    }
    const QString message = displayLine(question.message.left(2 * maxChars).simplified(), maxChars);
    return message.isEmpty() ? u"asks you something"_s : u"asks: "_s + message;
}

QString QuestionWords::summary(const Mcp::Questions &questions)
{
    const QList<Mcp::InputRequest *> open = questions.open();
    if (open.isEmpty())
        return {};
    const Mcp::InputRequest *first = open.constFirst();
    const QString server = displayLine(questions.serverOf(first), 60);
    const QString text = server + u' ' + line(questions.gistOf(first));
    return open.size() == 1 ? text : u"%1 · %2 more"_s.arg(text, formatNumber(open.size() - 1));
}

} // namespace McpUi
