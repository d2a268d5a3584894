// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/toolfacts.h"
#include "orchestrator/callsubject.h"

#include <QtCore/qstringlist.h>

namespace McpUi {

/// A claim or property in a word or two, with a sentence that explains it.
struct SubjectBadge
{
    QString text;
    QString toolTip;
    bool isWarning = false;
};

/// A part of a definition that is worth a look of its own.
struct SubjectPart
{
    QString id; ///< for object names: "inputSchema"
    QString title;
    Mcp::RawJson value;
    QString missing; ///< what to say when there is none; empty: the part is not shown then
    QStringList notes = {};
};

/*!
 * What there is to say about the subject of a page, whatever its kind: how it is called and
 * described, what its form is made of, what its server claims about it. Made anew when the
 * definition changes; a value.
 */
struct SubjectInfo
{
    Mcp::CallSubject subject;
    Mcp::RawJson definition; ///< as listed; absent while it is not
    QString name;            ///< what it is called by on the wire
    QString displayName;     ///< its title, else its name
    QString description;
    Mcp::RawJson icons;
    Mcp::RawJson schema;       ///< of its arguments; absent when nobody says
    Mcp::RawJson outputSchema; ///< of its results; absent when it has none
    QList<SubjectBadge> badges;
    QStringList problems; ///< what is wrong with the definition
    QList<ToolFact> facts;
    QList<ToolFact> claims; ///< that nothing checks
    QList<SubjectPart> parts;

    bool isListed() const { return !definition.isAbsent(); }
    static SubjectInfo of(const Mcp::CallSubject &subject, const Mcp::RawJson &definition);
};

} // namespace McpUi
