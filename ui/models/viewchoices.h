// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/rawjson.h"

#include <QtCore/qlist.h>
#include <QtCore/qobject.h>

namespace McpUi {

/*!
 * How the results of each tool of each server are looked at (see TextModes), also of tools whose
 * page is closed. The window's state keeps it over a restart. The tools used last are remembered,
 * up to a thousand.
 */
class ViewChoices : public QObject
{
    Q_OBJECT

public:
    explicit ViewChoices(QObject *parent = nullptr);

    /// Absent when nothing was chosen.
    Mcp::RawJson of(const QString &server, const QString &tool) const;
    void set(const QString &server, const QString &tool, const Mcp::RawJson &choices);
    void renameServer(const QString &from, const QString &to);

    Mcp::RawJson toJson() const;
    void restore(const Mcp::RawJson &json);

signals:
    void changed();

private:
    struct Choice
    {
        QString server;
        QString tool;
        Mcp::RawJson choices;
    };

    QList<Choice> m_list; ///< the latest last
};

} // namespace McpUi
