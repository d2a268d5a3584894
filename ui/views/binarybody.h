// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/background.h"
#include "models/mediatype.h"
#include "protocol/content.h"
#include "views/blockbody.h"
#include "views/blockcontext.h"

#include <optional>

class QBoxLayout;
class QLabel;
class QToolButton;

namespace McpUi {

class ContentBlock;
class HexView;
class ResultExporter;
class WheelGuard;

/*!
 * The bytes of an audio block or an embedded blob: their size, a player where they are sound, and
 * the bytes themselves, of sound on demand; save and open stand in the block's first line. Decoded
 * off the GUI thread when large; base64 that cannot be read is said.
 */
class BinaryBody : public BlockBody
{
    Q_OBJECT

public:
    BinaryBody(const Mcp::Content &content, const MediaType &type, ContentBlock *block,
               const BlockContext &context);
    ~BinaryBody() override;

    void setFilling(bool filling) override;

private:
    void setBytes(const std::optional<QByteArray> &bytes);
    void addPlayer();
    void addBytes();

    BackgroundJob<std::optional<QByteArray>> m_decoding;
    QByteArray m_bytes;
    MediaType m_type;
    ContentBlock *m_block;
    ResultExporter *m_exporter;
    QLabel *m_state;
    QToolButton *m_save;
    QToolButton *m_open;
    QToolButton *m_show;
    QBoxLayout *m_layout;
    HexView *m_hex = nullptr;
    WheelGuard *m_wheel = nullptr;
    bool m_filling = false;
};

} // namespace McpUi
