// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/saysthesame.h"

namespace McpUi {

namespace {

QString letters(QStringView text)
{
    QString only;
    for (const QChar c : text) {
        if (c.isLetterOrNumber())
            only += c.toLower();
    }
    return only;
}

} // namespace

bool saysTheSame(QStringView title, QStringView name)
{
    return title == name || letters(title) == letters(name);
}

} // namespace McpUi
