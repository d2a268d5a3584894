// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGui/qcolor.h>
#include <QtGui/qfont.h>
#include <QtGui/qtextdocument.h>

#include <memory>

class QPalette;
class QThread;

namespace McpUi {

/// Longer texts are not rendered: laying them out would be felt.
inline constexpr qsizetype kMaxMarkdownBytes = 128 * 1024;

struct MarkdownStyle
{
    QFont font;
    QColor link;
    QColor line;
    QColor code; ///< behind code

    static MarkdownStyle of(const QFont &font, const QPalette &palette);
};

/*!
 * Renders Markdown (the dialect of GitHub) with what a server may be trusted with: HTML in it stays
 * text, pictures become links to them, nothing is ever loaded. Runs in any thread, without bound in
 * time only for what markdownObstacle() warns of; the document belongs to thread @p owner then.
 * Shared only because a value that comes from another thread must be copyable.
 */
[[nodiscard]] std::shared_ptr<QTextDocument>
renderMarkdown(const QString &text, const MarkdownStyle &style, QThread *owner);
/// A sentence why @p text cannot be rendered in a reasonable time; empty if it can.
[[nodiscard]] QString markdownObstacle(QStringView text);

} // namespace McpUi
