// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtCore/qstring.h>

namespace McpUi {

/*!
 * What a server says a block's data is, its MIME type, as far as it decides how the data is shown,
 * how its file is named and whether another program may be handed it. Value type.
 */
class MediaType
{
public:
    enum class Kind { Text, Markdown, Json, Table, Image, Audio, Other };

    MediaType() = default;
    /// @p declared with or without parameters ("text/csv; header=absent"). Where it is empty, the
    /// ending of @p uri's path is all there is to go by.
    static MediaType of(const QString &declared, const QString &uri = {});

    /// "text/csv": lower case, without parameters; empty when nothing is known.
    const QString &essence() const { return m_essence; }
    /// The value of a parameter, lower case.
    QString parameter(const QString &name) const;
    Kind kind() const;
    /// What the file's name ends with: ".csv"; ".bin" for what nobody knows.
    QString suffix() const;

    /// Types whose files show something and run nothing. Only these go to another program.
    bool isHarmless() const;
    /// Why @p bytes are not what this type says: programs, shortcuts and, where no text is said to
    /// be, scripts. A sentence; empty if nothing speaks against them.
    QString dangerIn(const QByteArray &bytes) const;

private:
    QString m_essence;
    QString m_parameters;
};

/// Begins @p bytes like a file that holds its sound itself? Players take playlists for sound as
/// well, whatever type was declared, and fetch what these name.
[[nodiscard]] bool holdsSound(const QByteArray &bytes);

} // namespace McpUi
