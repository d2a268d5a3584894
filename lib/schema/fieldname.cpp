// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "schema/fieldname.h"

namespace Mcp {

using namespace Qt::Literals::StringLiterals;

QStringList fieldNameWords(QStringView name)
{
    QStringList words;
    QString word;
    const auto finish = [&] {
        if (!word.isEmpty())
            words.append(std::exchange(word, {}).toLower());
    };
    for (qsizetype i = 0; i < name.size(); ++i) {
        const QChar c = name[i];
        if (!c.isLetterOrNumber()) {
            finish();
            continue;
        }
        const bool lowerBefore = i > 0 && !name[i - 1].isUpper();
        const bool lowerAfter = i + 1 < name.size() && name[i + 1].isLower();
        if (c.isUpper() && (lowerBefore || lowerAfter))
            finish();
        word += c;
    }
    finish();
    return words;
}

bool isSecretFieldName(QStringView name)
{
    static const QStringList secrets{ u"password"_s,   u"passwd"_s,      u"pwd"_s,
                                      u"passphrase"_s, u"secret"_s,      u"apikey"_s,
                                      u"authtoken"_s,  u"accesstoken"_s, u"credential"_s,
                                      u"credentials"_s };
    static const QStringList pairs{ u"api key"_s,    u"access key"_s,   u"private key"_s,
                                    u"secret key"_s, u"access token"_s, u"auth token"_s,
                                    u"api token"_s,  u"bearer token"_s, u"refresh token"_s,
                                    u"id token"_s,   u"session token"_s };
    const QStringList words = fieldNameWords(name);
    if (words.isEmpty())
        return false;
    if (secrets.contains(words.constLast()))
        return true;
    return words.size() > 1 && pairs.contains(words.sliced(words.size() - 2).join(u' '));
}

} // namespace Mcp
