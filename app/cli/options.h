// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "protocol/revision.h"
#include "transport/launchspec.h"
#include "wire/framing.h"
#include "wire/result.h"
#include "json/rawjson.h"

#include <QtCore/qlist.h>
#include <QtCore/qstringlist.h>

#include <optional>

namespace McpCli {

/// One key=value of the command line; the value as typed.
struct Pair
{
    QString key;
    QString value;

    friend bool operator==(const Pair &, const Pair &) = default;
};

enum class Format { Text, Json };

/// What a command line asks for. Plain value; what is absent was not given.
struct Options
{
    bool help = false;
    bool version = false;

    QStringList target; ///< command and arguments, or one URL
    QString serverUrl;
    QString transport;
    std::optional<QString> config;
    std::optional<QString> catalog;
    QString server;
    QList<Mcp::EnvironmentVariable> environment;
    QString workingDirectory;

    QString method;
    QString toolName;
    QList<Pair> toolArguments;
    std::optional<QByteArray> toolArgumentsJson;
    QString uri;
    QString promptName;
    QList<Pair> promptArguments;
    QString logLevel;
    QString completionReferenceType;
    QString completionReference;
    std::optional<Pair> completionArgument;
    QList<Pair> metadata;
    QList<Pair> toolMetadata;
    bool asTask = false; ///< the tool call, where the revision has tasks
    QString answerFile;
    QStringList roots; ///< folders or file:// URIs, as typed

    std::optional<int> connectTimeout; ///< ms, 0 none
    std::optional<int> requestTimeout; ///< ms, 0 none
    Format format = Format::Text;
    std::optional<Mcp::FramingSetting> framing;
    std::optional<Mcp::EraSetting> era;
    QString traceFile;
    QString standardError = QStringLiteral("inherit"); ///< or "drop", or a file

    /// The server is given on the command line itself, not by name in a file.
    bool isAdHoc() const
    {
        return !target.isEmpty() || !serverUrl.isEmpty() || !transport.isEmpty();
    }
};

/// Reads the words behind the program's name. A Usage error says what is wrong and how to write it.
Mcp::Result<Options> parseOptions(const QStringList &words);

} // namespace McpCli
