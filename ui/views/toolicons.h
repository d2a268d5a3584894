// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/background.h"
#include "json/rawjson.h"

#include <QtGui/qimage.h>
#include <QtWidgets/qwidget.h>

#include <memory>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace McpUi {

/// The picture in a data: address of @p icon (2025-11-25, schema Icon), no larger than @p size
/// pixels each way; null, and why in @p problem, when there is none or none that is drawn here.
/// Takes its time for hostile ones; any thread.
[[nodiscard]] QImage decodeIcon(const Mcp::RawJson &icon, int size, QString *problem);
/// Whether the picture is in the definition itself, so that showing it asks nobody.
[[nodiscard]] bool isEmbeddedIcon(const Mcp::RawJson &icon);

/*!
 * The icons of a tool's definition, one row each. Those that are part of it (data:) are drawn;
 * those on the web are not fetched: their address is shown and opens in the browser on a click.
 */
class ToolIcons : public QWidget
{
    Q_OBJECT

public:
    explicit ToolIcons(QWidget *parent = nullptr);
    ~ToolIcons() override;

    /// @p icons: the member as received; hides itself when there are none. The first 20 are shown.
    void setIcons(const Mcp::RawJson &icons);

private:
    struct Decoded
    {
        QImage image;
        QString problem;
    };
    void addRow(const Mcp::RawJson &icon, int position);
    void decode(const Mcp::RawJson &icon, QLabel *picture, QLabel *words);

    QVBoxLayout *m_layout;
    QWidget *m_rows = nullptr;
    std::vector<std::unique_ptr<BackgroundJob<Decoded>>> m_jobs;
};

} // namespace McpUi
