// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/jsonpointer.h"

#include <QtCore/qbytearray.h>
#include <QtCore/qlist.h>

#include <optional>

namespace Mcp {

/*!
 * One object inside the text of a JSON file with comments, and how the text around it is laid out:
 * what JsonEdit's functions need to know to write a member as its author would have. Lives for one
 * edit; all positions are byte offsets in text().
 */
class JsonEditSite
{
public:
    /// Nothing when @p text is malformed or @p object does not lead to an object.
    static std::optional<JsonEditSite> open(const QByteArray &text, const JsonPointer &object);

    const QByteArray &text() const { return m_text; }
    JsonRange object() const { return m_object; }
    const QList<JsonMember> &members() const { return m_members; }
    /// Of the last member called @p key, the one that counts; -1 if there is none.
    qsizetype indexOf(QStringView key) const;
    /// The text of @p range with its comments blanked.
    QByteArrayView bare(JsonRange range) const;

    qsizetype lineStart(qsizetype position) const;
    QByteArrayView indentationAt(qsizetype position) const;
    /// Whether only white space stands before @p position on its line.
    bool isFirstOnLine(qsizetype position) const;
    /// The end of the line (its '\n') if nothing but space and comments that end there follow.
    std::optional<qsizetype> blankLineEnd(qsizetype position) const;
    /// The first comma in [begin, end) that is no comment's, or -1.
    qsizetype commaIn(qsizetype begin, qsizetype end) const;
    /// Behind the last byte in front of the closing bracket that is not white space.
    qsizetype contentEnd() const;
    bool isOneLine() const; ///< the object, when it has members, else the document

    /// "key: value" as the file would write it, the value's lines indented by @p indentation.
    QByteArray member(QStringView key, QByteArrayView value, const QByteArray &indentation) const;
    QByteArray valueText(QByteArrayView value, const QByteArray &indentation) const;
    QByteArray lineBreak() const;
    QByteArray indentUnit() const;
    QByteArray colon() const;
    QByteArray inlineGap() const; ///< between a comma and the next member on the same line

private:
    QByteArray m_text;
    QByteArray m_bare;       ///< comments and trailing commas blanked
    QByteArray m_withCommas; ///< only comments blanked
    JsonRange m_root;
    JsonRange m_object;
    QList<JsonMember> m_members;
};

} // namespace Mcp
