// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/rawjson.h"

#include <QtCore/qmap.h>
#include <QtCore/qobject.h>

namespace McpUi {

/// The ways to look at a text.
enum class TextMode { Plain, Markdown, Json, Table };

/*!
 * How a person wants the texts of one tool's results shown: a mode for plain text blocks and for
 * each MIME type. Owned by the result view; whoever keeps it over a restart follows changed().
 */
class TextModes : public QObject
{
    Q_OBJECT

public:
    explicit TextModes(QObject *parent = nullptr);

    /// @p kind is "text" or a MIME type; @p fallback while nobody has chosen.
    TextMode mode(const QString &kind, TextMode fallback) const;
    void setMode(const QString &kind, TextMode mode);

    Mcp::RawJson toJson() const;
    /// Ignores what it does not know. Says nothing by changed().
    void restore(const Mcp::RawJson &json);

signals:
    void changed();

private:
    QMap<QString, TextMode> m_modes;
};

} // namespace McpUi
