// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/questionwords.h"

#include "client/call.h"
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

QString QuestionWords::asker(const Mcp::InputRequest *request, const QString &server)
{
    const QString shown = displayLine(server, 60);
    const QString target = request && request->call() ? request->call()->target() : QString();
    return target.isEmpty() ? shown : u"%1 of %2"_s.arg(displayLine(target, 60), shown);
}

QString QuestionWords::summary(const Mcp::Questions &questions)
{
    const QList<Mcp::InputRequest *> open = questions.open();
    if (open.isEmpty())
        return {};
    const Mcp::InputRequest *first = open.constFirst();
    const QString text =
            asker(first, questions.serverOf(first)) + u' ' + line(questions.gistOf(first));
    return open.size() == 1 ? text : u"%1 · %2 more"_s.arg(text, formatNumber(open.size() - 1));
}

} // namespace McpUi
