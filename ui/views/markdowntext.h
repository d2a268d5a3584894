// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/background.h"

#include <QtWidgets/qtextbrowser.h>

namespace McpUi {

/*!
 * A server's text as Markdown, as high as it needs to be. HTML in it stays text, nothing is loaded
 * (pictures become links), a link shows where it leads and opens in the browser on a click if it is
 * http or https, and does nothing otherwise.
 */
class MarkdownText : public QTextBrowser
{
    Q_OBJECT

public:
    explicit MarkdownText(QWidget *parent = nullptr);
    ~MarkdownText() override;

    /// False for texts that are better shown as they are, because reading them costs the square of
    /// what is in them: over 16 KiB, over 1,000 rows, or lists hundreds of levels deep.
    static bool canShow(const QString &text);
    /// Read off the GUI thread; shown a little later.
    void setSource(const QString &text);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    QVariant loadResource(int type, const QUrl &name) override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void read();
    void take(const QString &html);
    void fit();
    void openLink(const QUrl &url);

    QString m_text;
    BackgroundJob<QString> m_reading{ renderingPool() };
};

} // namespace McpUi
