// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearrayview.h>
#include <QtCore/qstring.h>

namespace McpUi {

/*!
 * UTF-8 as a QString, with the way back from characters to bytes. Invalid bytes become one U+FFFD
 * each. Ask for ascending places: each answer goes on from the last one.
 */
class OffsetMap
{
public:
    explicit OffsetMap(QByteArrayView utf8);

    const QString &text() const { return m_text; }
    /// The byte where character (UTF-16 unit) @p character begins.
    qsizetype byteAt(qsizetype character);
    /// The character that byte @p byte belongs to.
    qsizetype characterAt(qsizetype byte);

    /// @p offset, or where the character begins that it would cut.
    static qsizetype characterBegin(QByteArrayView utf8, qsizetype offset);

private:
    void step();

    QByteArrayView m_utf8;
    QString m_text;
    bool m_isAscii = false;
    qsizetype m_byte = 0; ///< these two belong together
    qsizetype m_character = 0;
};

} // namespace McpUi
