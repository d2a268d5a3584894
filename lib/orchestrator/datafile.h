// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "wire/result.h"
#include "json/rawjson.h"

/// How every file of ours is read and written: whole, readable by its owner alone, atomically, and
/// never over something that could not be understood.
namespace Mcp::DataFile {

/// The bytes of the file; empty for a file that does not exist. Usage error when it cannot be read.
Result<QByteArray> read(const QString &path);

/// The JSON object in the file if its member @p key is of type @p type; absent for no file and for
/// one that cannot be used, then @p problem says why. A damaged one is moved aside.
[[nodiscard]] RawJson readObject(const QString &path, QByteArrayView key, JsonType type,
                                 QString *problem);

/// Replaces the file in one step, mode 0600; a symbolic link stays one and its target is replaced.
/// Makes missing folders (mode 0700).
[[nodiscard]] Error write(const QString &path, QByteArrayView bytes);

/// Adds to the end of the file in one write, mode 0600; makes what is missing.
[[nodiscard]] Error append(const QString &path, QByteArrayView bytes);

/// Renames a damaged file to a name beside it that is free; returns a sentence for people that
/// says so and @p why.
[[nodiscard]] QString moveAside(const QString &path, const QString &why);

} // namespace Mcp::DataFile
