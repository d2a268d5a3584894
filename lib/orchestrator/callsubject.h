// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/rawjson.h"

#include <QtCore/qmetatype.h>
#include <QtCore/qstring.h>

#include <optional>

namespace Mcp {

class JsonObjectWriter;

/// What of a server a page is about, a call was made of, a row stands for.
struct CallSubject
{
    enum class Kind { Tool, Prompt, Resource, ResourceTemplate };

    CallSubject() = default;
    /// A name alone is a tool's.
    CallSubject(const QString &tool) // NOLINT(google-explicit-constructor)
        : name(tool)
    {}
    CallSubject(Kind ofKind, const QString &called)
        : kind(ofKind)
        , name(called)
    {}

    /// As a member of a saved object, the kind's name its key: {"prompt": "greet"}.
    void addTo(JsonObjectWriter &object) const;
    /// What addTo() has written; nothing where there is no such member.
    static std::optional<CallSubject> fromMember(const RawJsonMember &member);
    static std::optional<CallSubject> fromObject(const RawJson &object);

    friend bool operator==(const CallSubject &, const CallSubject &) = default;

    Kind kind = Kind::Tool;
    QString name; ///< of a tool or prompt; of a resource its URI, of a template the template
};

} // namespace Mcp

Q_DECLARE_METATYPE(Mcp::CallSubject)
