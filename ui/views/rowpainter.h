// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "forms/tones.h"

#include <QtWidgets/qstyleoption.h>

class QPainter;

namespace McpUi {

/// What the delegates of two-line rows share: background and focus as the style draws them, text
/// colours that fit the selection, and small text pills. Lives for one paint().
class RowPainter
{
public:
    RowPainter(QPainter *painter, const QStyleOptionViewItem &option);
    ~RowPainter();
    Q_DISABLE_COPY_MOVE(RowPainter)

    /// The row inside its margins.
    QRect content() const { return m_content; }
    QRect line(int number) const; ///< 0 or 1
    QColor color(Tones::Tone tone) const;
    QColor textColor() const;

    /// Elides on the right; returns the width used.
    int text(const QRect &rect, const QString &text, const QColor &color, bool bold = false);
    /// Draws pills right-aligned in @p rect, as many as fit; returns the width used.
    int pills(const QRect &rect, const QStringList &texts, Tones::Tone (*toneOf)(const QString &));

    /// Of a row of two lines.
    static QSize sizeHint(const QStyleOptionViewItem &option);

private:
    /// On the strong colour of a selection that has the focus?
    bool isInverse() const;

    QPainter *m_painter;
    QStyleOptionViewItem m_option;
    QRect m_content;
};

} // namespace McpUi
