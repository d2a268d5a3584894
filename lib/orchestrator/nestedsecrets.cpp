// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/nestedsecrets.h"

#include "orchestrator/secretfinder.h"
#include "json/jsontext.h"

namespace Mcp {

namespace {

/// Rather yes than no, but without making a text of each string.
bool mayBeJson(QByteArrayView quoted)
{
    for (qsizetype i = 1; i < quoted.size(); ++i) {
        const char c = quoted[i];
        if (c == '{' || c == '[')
            return true;
        if (c == '\\' && i + 1 < quoted.size()) {
            const char escaped = quoted[++i];
            if (escaped == 'u')
                return true;
            if (escaped != 'n' && escaped != 'r' && escaped != 't')
                return false;
        } else if (c != ' ') {
            return false;
        }
    }
    return false;
}

} // namespace

std::optional<QByteArray> withoutNestedSecrets(QByteArrayView quoted, bool isWhole, int nesting)
{
    if (nesting > mostNestings || !mayBeJson(quoted))
        return std::nullopt;
    const QByteArray text =
            (isWhole ? JsonText::unescape(quoted) : JsonText::unescape(quoted.toByteArray() + '"'))
                    .toUtf8();
    // No call and no answer of the protocol: no schema says anything of it.
    SecretFinder finder(text, [](SecretFinder::Part, const QString &) { return RawJson(); });
    finder.setNested(nesting, isWhole);
    const QList<SecretFinder::Cut> cuts = finder.find();
    if (cuts.isEmpty())
        return std::nullopt;
    QByteArray masked = JsonText::quote(QString::fromUtf8(SecretFinder::replaced(text, cuts)));
    if (!isWhole)
        masked.chop(1);
    return masked;
}

} // namespace Mcp
