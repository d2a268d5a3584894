// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qlist.h>
#include <QtCore/qstringlist.h>

/// A few files that exist nowhere but here.
namespace McpDemo::FileTree {

struct File
{
    QString path;
    QString mimeType;
    QString text;
};

const QList<File> &files();
/// The names of all files and folders, sorted, each once.
QStringList segments();

} // namespace McpDemo::FileTree
