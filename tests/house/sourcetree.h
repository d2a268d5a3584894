// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringList>

// The checkout as the house tests see it: every file that belongs to the project, named relative to
// the top. What builds, editors and version control leave behind is not part of it.
class SourceTree
{
public:
    explicit SourceTree(const QString &top);

    // All files below the top, sorted, e.g. "lib/json/rawjson.h".
    [[nodiscard]] QStringList files() const { return m_files; }

    // Those of them whose name ends so, e.g. {".cpp", ".h"}.
    [[nodiscard]] QStringList filesEndingWith(const QStringList &suffixes) const;

    // The file's lines without line ends. Empty when it cannot be read or is no text.
    [[nodiscard]] QStringList lines(const QString &file) const;

    // Entries directly below the top that are neither build folders nor an editor's.
    [[nodiscard]] QStringList topLevel() const;

private:
    QString m_top;
    QStringList m_files;
};
