// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

// The envelope scanner and the views over what it found: every accessor on whatever bytes, and
// messages of our own made of their parts come back as the same.

#include "target.h"

#include "protocol/notifications.h"
#include "protocol/tool.h"
#include "protocol/toolresult.h"
#include "wire/error.h"
#include "wire/message.h"
#include "json/jsontext.h"

using namespace Mcp;

namespace {

void readAll(const Message &message)
{
    const RawJson whole(message.payload(), { 0, message.payload().size() });
    for (const RawJson &part : { message.params(), message.result(), message.error() })
        fuzzCheck(part.isAbsent() || part.size() <= whole.size(),
                  "a part is larger than the whole");
    (void)Error::remote(message.error()).describe();
    (void)Progress::fromParams(message.params()).describe();
    const ToolResult result(message.result());
    (void)result.problems();
    for (const Content &content : result.content()) {
        (void)content.text();
        (void)content.data();
        (void)content.mimeType();
    }
    for (const Tool &tool : ToolList::fromResult(message.result()).tools)
        (void)tool.problems();
    (void)message.truncated(10);
    (void)Message::unreadable(message.payload().left(50), QStringLiteral("cut"));
}

/// What we make of its parts is as good as what was received.
void writeAgain(const Message &message)
{
    const RawJson params = message.params();
    if (message.method().isEmpty() || JsonText::check(params.view()) || params.isAbsent())
        return;
    const Message again = Message::request(message.id(), message.method(), params);
    fuzzCheck(!again.payload().contains('\n'), "a message on two lines");
    if (!message.id().isValid())
        return;
    fuzzCheck(again.id() == message.id(), "another id");
    fuzzCheck(again.method() == message.method(), "another method");
    const Message scanned = Message::fromPayload(again.payload());
    fuzzCheck(scanned.kind() == again.kind() && scanned.id() == again.id()
                      && scanned.method() == again.method() && scanned.params() == again.params(),
              "a message of ours is read as another one");
}

} // namespace

void fuzzOne(QByteArrayView input)
{
    const Message message = Message::fromPayload(input.toByteArray());
    readAll(message);
    writeAgain(message);
    for (const Message &part : message.batch())
        readAll(part);
}
