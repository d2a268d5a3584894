// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/textstyle.h"

#include "schema/fieldname.h"
#include "schema/schemanode.h"

#include <QtCore/qhash.h>

namespace McpUi {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The last word decides: "messageBody" is a text, "bodyFormat" is none.
QString lastWord(const QString &name)
{
    const QStringList words = Mcp::fieldNameWords(name);
    return words.isEmpty() ? QString() : words.constLast();
}

bool looksLikeText(const QString &word)
{
    static const QStringList texts{
        u"content"_s, u"body"_s,         u"query"_s,   u"code"_s,     u"sql"_s,      u"text"_s,
        u"prompt"_s,  u"description"_s,  u"message"_s, u"markdown"_s, u"html"_s,     u"script"_s,
        u"thought"_s, u"instructions"_s, u"comment"_s, u"notes"_s,    u"summary"_s,  u"xml"_s,
        u"yaml"_s,    u"diff"_s,         u"patch"_s,   u"snippet"_s,  u"template"_s, u"source"_s,
    };
    return texts.contains(word);
}

TextStyle pathStyle(const QString &word)
{
    static const QStringList files{ u"path"_s, u"file"_s, u"filename"_s, u"filepath"_s };
    static const QStringList folders{ u"directory"_s, u"dir"_s, u"folder"_s, u"cwd"_s };
    if (folders.contains(word))
        return TextStyle::Folder;
    return files.contains(word) ? TextStyle::File : TextStyle::Line;
}

TextStyle formatStyle(const QString &format)
{
    static const QHash<QString, TextStyle> styles{
        { u"password"_s, TextStyle::Password },
        { u"textarea"_s, TextStyle::Lines },
        { u"markdown"_s, TextStyle::Lines },
        { u"date"_s, TextStyle::Date },
        { u"date-time"_s, TextStyle::DateTime },
        { u"time"_s, TextStyle::Time },
        { u"path"_s, TextStyle::File },
        { u"file-path"_s, TextStyle::File },
        { u"directory-path"_s, TextStyle::Folder },
    };
    return styles.value(format, TextStyle::Line);
}

} // namespace

TextStyle textStyleFor(const QString &name, const Mcp::SchemaNode &node)
{
    if (node.writeOnly || Mcp::isSecretFieldName(name))
        return TextStyle::Password;
    if (!node.format.isEmpty())
        return formatStyle(node.format);
    if (node.contentMediaType.startsWith("text/"_L1))
        return TextStyle::Lines;
    const bool shaped = !node.pattern.isEmpty() || !node.contentMediaType.isEmpty();
    const bool roomForLines = !node.maxLength || *node.maxLength > 120;
    const bool longText = node.maxLength && *node.maxLength >= 1000;
    const QString word = lastWord(name);
    if (!shaped && roomForLines && (looksLikeText(word) || longText))
        return TextStyle::Lines;
    return shaped ? TextStyle::Line : pathStyle(word);
}

} // namespace McpUi
