// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtWidgets/qtextbrowser.h>

#include <memory>

namespace McpUi {

class WheelGuard;

/// Shows a rendered document and loads nothing, whatever it refers to. As high as it needs to be up
/// to a limit, or as the room it is given.
class MarkdownView : public QTextBrowser
{
    Q_OBJECT

public:
    explicit MarkdownView(QWidget *parent = nullptr);
    ~MarkdownView() override;

    /// Keeps @p document.
    void show(const std::shared_ptr<QTextDocument> &document);
    using QTextBrowser::show;
    bool hasLinks() const;
    void setFilling(bool filling);

    QVariant loadResource(int type, const QUrl &name) override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// There is nothing to show yet and somebody looks.
    void documentWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void fit();

    std::shared_ptr<QTextDocument> m_document;
    WheelGuard *m_wheel;
    bool m_filling = false;
};

} // namespace McpUi
