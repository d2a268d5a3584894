// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "protocol/namedmembers.h"

#include "json/jsontext.h"

#include <algorithm>

namespace Mcp {

void findMembers(const RawJson &object, const QByteArrayView *names, size_t count,
                 JsonRange *ranges)
{
    const QByteArrayView text = QByteArrayView(object.buffer()).first(object.range().end);
    JsonScanner scanner(text, object.range().begin);
    if (object.isAbsent() || scanner.peekType() != JsonType::Object || !scanner.enterObject())
        return;
    JsonMember member;
    for (qsizetype i = 0; i < RawJson::maxSearched && scanner.nextMember(member); ++i) {
        const auto quoted = text.sliced(member.key.begin, member.key.size());
        const QByteArrayView inner = quoted.sliced(1, quoted.size() - 2);
        const QByteArray plain =
                inner.contains('\\') ? JsonText::unescape(quoted).toUtf8() : QByteArray();
        const QByteArrayView *const found =
                std::find(names, names + count, plain.isNull() ? inner : QByteArrayView(plain));
        if (found != names + count)
            ranges[found - names] = member.value;
    }
}

} // namespace Mcp
