// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/rawjson.h"

#include <QtWidgets/qsplitter.h>

namespace McpUi {

/*!
 * The form of a call and its result: side by side, or one below the other where that is too narrow
 * and there is the height for it. So the window can become low as well as narrow. GUI thread; owned
 * by its CallPage.
 */
class CallSplitter : public QSplitter
{
    Q_OBJECT

public:
    explicit CallSplitter(QWidget *parent = nullptr);

    /// As narrow as one below the other; as low as side by side where there is the width for it.
    QSize minimumSizeHint() const override;
    /// Where somebody has put the handle, to be kept; absent: nobody has, so the parts get what
    /// fits where they stand.
    Mcp::RawJson place() const;
    void setPlace(const Mcp::RawJson &place);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QSize beside() const; ///< the least that both take side by side
    QSize below() const;  ///< the least that both take one below the other
    void arrange();
    void share();

    QList<int> m_byHand; ///< sizes; empty: the handle was not moved
    Qt::Orientation m_handOrientation = Qt::Horizontal;
};

} // namespace McpUi
