// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtWidgets/qwidget.h>

namespace McpUi {

/// What stands below the first line of a content block. As high as its content up to a limit, or,
/// for a block that is all there is, as high as the room it is given.
class BlockBody : public QWidget
{
    Q_OBJECT

public:
    explicit BlockBody(QWidget *parent = nullptr)
        : QWidget(parent)
    {}

    virtual void setFilling(bool filling) = 0;
};

} // namespace McpUi
