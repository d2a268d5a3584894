// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtWidgets/qwidget.h>

class QBoxLayout;

namespace McpUi {

/// The line above a field: what it is called, facts about it, and a button at its end. Where that
/// is too much for a line the facts have one of their own, before all of it is cut.
class FieldHeading : public QWidget
{
    Q_OBJECT

public:
    explicit FieldHeading(QWidget *parent = nullptr);

    QBoxLayout *names() const { return m_names; }
    /// One that is hidden keeps its room, so that nothing jumps when it is shown.
    QBoxLayout *facts() const { return m_facts; }
    void setButton(QWidget *button);

protected:
    bool event(QEvent *event) override;

private:
    int wantedWidth() const;
    void arrange();

    QBoxLayout *m_names;
    QBoxLayout *m_facts;
    QBoxLayout *m_words; ///< both
    QWidget *m_button = nullptr;
};

} // namespace McpUi
