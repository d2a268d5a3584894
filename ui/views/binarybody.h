// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/background.h"
#include "protocol/content.h"

#include <QtWidgets/qwidget.h>

#include <optional>

class QLabel;
class QToolButton;

namespace McpUi {

class ContentBlock;
class ResultExporter;

/*!
 * The bytes of an audio block or an embedded blob: their size, and a button that saves them. They
 * are decoded off the GUI thread when large; base64 that cannot be read is said.
 */
class BinaryBody : public QWidget
{
    Q_OBJECT

public:
    BinaryBody(const Mcp::Content &content, ContentBlock *block, ResultExporter *exporter);
    ~BinaryBody() override;

private:
    void setBytes(const std::optional<QByteArray> &bytes);

    BackgroundJob<std::optional<QByteArray>> m_decoding;
    QByteArray m_bytes;
    QLabel *m_state;
    QToolButton *m_save;
};

} // namespace McpUi
