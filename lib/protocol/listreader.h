// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/rawjson.h"

#include <QtCore/qset.h>
#include <QtCore/qstringlist.h>

namespace Mcp {

/*!
 * Goes through the array of a list result (tools/list, resources/list …) tolerantly: what is no
 * object is left out, what there are too many of is cut, and each is said in problems(). For the
 * ToolList and its kind, which say what an entry is and by what name it goes.
 */
class ListReader
{
public:
    /// Array @p member in the @p result of @p method; of its entries @p most are read.
    ListReader(const RawJson &result, const QString &method, const QString &member, int most);

    /// The next entry that is an object; absent at the end.
    RawJson next();
    /// The entry that next() gave is kept; two of the same name are worth saying.
    void keep(const QString &name);
    /// The entry that next() gave is not kept, because "it has no name".
    void leaveOut(const QString &reason);

    const QStringList &problems() const { return m_problems; }

private:
    void addProblem(const QString &problem);

    RawJson m_array;
    JsonScanner m_scanner;
    QString m_limit;
    QStringList m_problems;
    QSet<QString> m_names;
    int m_most;
    int m_kept = 0;
    int m_position = 0;
};

} // namespace Mcp
