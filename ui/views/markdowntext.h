// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtWidgets/qtextbrowser.h>

namespace McpUi {

/*!
 * A server's text as Markdown, as high as it needs to be. HTML in it stays text, nothing is loaded
 * (pictures are left out), a link shows where it leads and opens in the browser on a click if it is
 * http or https, and does nothing otherwise.
 */
class MarkdownText : public QTextBrowser
{
    Q_OBJECT

public:
    explicit MarkdownText(QWidget *parent = nullptr);

    /// Longer texts are better shown as they are: laying them out would hold up the window.
    static constexpr qsizetype kMaxLength = 64 * 1024;
    void setSource(const QString &text);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    QVariant loadResource(int type, const QUrl &name) override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fit();
    void openLink(const QUrl &url);

    QString m_text;
};

} // namespace McpUi
