// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "forms/jsonmarks.h"

#include <QtWidgets/qwidget.h>

class QLabel;

namespace McpUi {

class LinkButton;

/// The line below the text of a JsonPane: whether it is JSON, or what is wrong and where. The place
/// is a link that jumps there; of several problems one is shown at a time.
class JsonStatus : public QWidget
{
    Q_OBJECT

public:
    explicit JsonStatus(QWidget *parent = nullptr);

    /// @p current: which of the marks to show.
    void setReview(const JsonReview &review, int current);
    void setWaiting();
    /// What it says of an empty text; that {} is sent unless told.
    void setBlankNote(const QString &note) { m_blankNote = note; }

signals:
    void jumpRequested();
    void nextRequested();

private:
    LinkButton *m_place;
    QLabel *m_text;
    LinkButton *m_next;
    QString m_blankNote;
};

} // namespace McpUi
