// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/rawjson.h"

#include <QtCore/qhash.h>
#include <QtCore/qlist.h>
#include <QtCore/qstringlist.h>

#include <utility>

namespace Mcp {

/// What a variable of a UriTemplate stands for (RFC 6570, section 2.3). One without text, elements
/// or pairs is undefined: it takes no part in the expansion. An empty text is not undefined.
struct UriValue
{
    QString text; ///< null (not just empty): no text
    QStringList list;
    QList<std::pair<QString, QString>> pairs; ///< in their order

    bool isDefined() const { return !text.isNull() || !list.isEmpty() || !pairs.isEmpty(); }

    /// A string is a text, an array a list, an object pairs; numbers and words are the text they
    /// are written as. Absent and null are undefined.
    static UriValue fromJson(const RawJson &value);
    /// Each member of @p object by its name.
    static QHash<QString, UriValue> allFromJson(const RawJson &object);
};

} // namespace Mcp
