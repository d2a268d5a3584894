// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/background.h"
#include "models/textparts.h"
#include "views/blockbody.h"
#include "views/markdownrenderer.h"

namespace McpUi {

class ElidingLabel;
class MarkdownView;

/*!
 * A text rendered as Markdown once it comes in sight, off the GUI thread, with a line below that
 * shows where the link under the mouse or the focus leads: a server's words may say something else.
 * Only links to the web open, on a click.
 */
class MarkdownPane : public BlockBody
{
    Q_OBJECT

public:
    /// @p name becomes part of the objectNames.
    MarkdownPane(const QString &name, const TextParts &text, QWidget *parent = nullptr);
    ~MarkdownPane() override;

    void setFilling(bool filling) override;

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Rendered
    {
        std::shared_ptr<QTextDocument> document;
        QString obstacle;
    };

    void render();
    void showRendered(const Rendered &rendered);
    void showTarget(const QUrl &target);

    TextParts m_text;
    BackgroundJob<Rendered> m_rendering{ renderingPool() };
    bool m_wanted = false; ///< somebody looked
    MarkdownView *m_view;
    ElidingLabel *m_target;
};

} // namespace McpUi
