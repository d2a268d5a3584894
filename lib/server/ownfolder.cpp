// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "server/ownfolder.h"

#include <QtCore/qdir.h>
#include <QtCore/qfileinfo.h>

namespace Mcp {

bool makeOwnFolder(const QString &folder)
{
    if (QFileInfo::exists(folder))
        return true;
    const QString parent = QFileInfo(folder).absolutePath();
    if (parent == folder || !makeOwnFolder(parent))
        return false;
    constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    return (QDir().mkdir(folder) && QFile::setPermissions(folder, ownerOnly))
           || QFileInfo::exists(folder); // another process was quicker
}

} // namespace Mcp
