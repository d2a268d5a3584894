// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtWidgets/qwidget.h>

class QLabel;
class QPushButton;

namespace McpUi {

/// What an empty panel shows instead of nothing: what is (not) there, what to do next, and where
/// one step does it, a button for that step. Where there is room for a line or two, the first only.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    /// Plain text all of them; an empty @p button shows none.
    void setMessage(const QString &title, const QString &text, const QString &button = {});
    QString title() const;
    QString text() const;

signals:
    void triggered();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_button;
};

} // namespace McpUi
