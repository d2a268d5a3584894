// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/background.h"
#include "models/rawtext.h"
#include "models/textparts.h"
#include "views/blockbody.h"

class QLabel;

namespace McpUi {

class LineTextView;
class WheelGuard;

/*!
 * A text that is JSON, re-indented and coloured, with digits and order as they are. Any size: made
 * off the GUI thread when large, and only the lines in sight are drawn.
 */
class JsonTextPane : public BlockBody
{
    Q_OBJECT

public:
    /// @p name becomes part of the objectNames.
    JsonTextPane(const QString &name, const TextParts &json, QWidget *parent = nullptr);
    ~JsonTextPane() override;

    void setFilling(bool filling) override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void setText(const RawText &text);
    void fit();

    BackgroundJob<RawText> m_preparing;
    QLabel *m_state;
    LineTextView *m_view;
    WheelGuard *m_wheel;
    bool m_filling = false;
};

} // namespace McpUi
