// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/background.h"
#include "json/rawjson.h"

#include <QtGui/qimage.h>
#include <QtWidgets/qlabel.h>

namespace McpUi {

/// The icon of a tool beside its name, if its definition has one that need not be fetched; hidden
/// otherwise. Decoded off the GUI thread, because a server made it.
class ToolIconLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ToolIconLabel(QWidget *parent = nullptr);
    ~ToolIconLabel() override;

    /// @p icons: the member of the definition. The one for the present theme is preferred.
    void setIcons(const Mcp::RawJson &icons);

private:
    Mcp::RawJson choose(const QList<Mcp::RawJson> &icons) const;

    BackgroundJob<QImage> m_job{ renderingPool() };
};

} // namespace McpUi
