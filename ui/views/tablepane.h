// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/background.h"
#include "models/delimitedtext.h"
#include "models/mediatype.h"
#include "models/textparts.h"
#include "views/blockbody.h"

class QLabel;
class QToolButton;

namespace McpUi {

class CellTable;
class GridModel;
class WheelGuard;

/*!
 * Comma or tab separated values as a table: sorted by a click on a column, cells copied with
 * Ctrl+C. Read off the GUI thread when large; what is left out is said.
 */
class TablePane : public BlockBody
{
    Q_OBJECT

public:
    /// @p name becomes part of the objectNames; @p type tells commas from tabs.
    TablePane(const QString &name, const TextParts &text, const MediaType &type,
              QWidget *parent = nullptr);
    ~TablePane() override;

    void setFilling(bool filling) override;

private:
    void setText(const DelimitedText &text);
    bool guessHeader(const DelimitedText &text) const;
    void adjust();
    void fit();

    MediaType m_type;
    BackgroundJob<DelimitedText> m_reading;
    QLabel *m_state;
    QToolButton *m_header;
    GridModel *m_model;
    CellTable *m_table;
    WheelGuard *m_wheel;
    bool m_filling = false;
};

} // namespace McpUi
