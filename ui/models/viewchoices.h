// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "orchestrator/callsubject.h"

#include <QtCore/qlist.h>
#include <QtCore/qobject.h>

namespace McpUi {

/*!
 * How the results of each subject of each server are looked at (see TextModes), also of those whose
 * page is closed. The window's state keeps it over a restart. The ones used last are remembered, up
 * to a thousand.
 */
class ViewChoices : public QObject
{
    Q_OBJECT

public:
    explicit ViewChoices(QObject *parent = nullptr);

    /// Absent when nothing was chosen.
    Mcp::RawJson of(const QString &server, const Mcp::CallSubject &subject) const;
    void set(const QString &server, const Mcp::CallSubject &subject, const Mcp::RawJson &choices);
    void renameServer(const QString &from, const QString &to);

    Mcp::RawJson toJson() const;
    void restore(const Mcp::RawJson &json);

signals:
    void changed();

private:
    struct Choice
    {
        QString server;
        Mcp::CallSubject subject;
        Mcp::RawJson choices;
    };

    QList<Choice> m_list; ///< the latest last
};

} // namespace McpUi
