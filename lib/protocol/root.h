// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "wire/result.h"
#include "json/rawjson.h"

#include <QtCore/qlist.h>
#include <QtCore/qstring.h>

namespace Mcp {

/// A folder that a server may work in (2026-07-28, client/roots): guidance, no access control.
struct Root
{
    QString uri;  ///< file:// only
    QString name; ///< for people; may be empty

    /// A root for the folder (or file) @p path, which has to be absolute and to exist; its name is
    /// the last part of it. The Usage error says what is wrong.
    static Result<Root> fromPath(const QString &path);
    /// The same whether or not there is such a folder now.
    static Result<Root> ofPath(const QString &path);
    /// A root of a file:// URI, whether or not there is such a folder here.
    static Result<Root> fromUri(const QString &uri, const QString &name = {});
    /// Its path on this machine; empty for a URI of another host.
    QString path() const;

    /// The result of roots/list.
    static RawJson listResult(const QList<Root> &roots);

    friend bool operator==(const Root &, const Root &) = default;
};

} // namespace Mcp
