// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/background.h"
#include "models/mediatype.h"
#include "models/textmodes.h"
#include "models/textparts.h"
#include "views/blockbody.h"
#include "views/blockcontext.h"

class QBoxLayout;

namespace McpUi {

class ContentBlock;
class ModeSwitch;

/*!
 * The text of a block, shown the way a person chose for texts of its kind the last time: plain, as
 * Markdown, as JSON, as a table. Puts the switch for that, and copy, save and open, into the
 * block's first line. One way is built at a time.
 */
class TextBody : public BlockBody
{
    Q_OBJECT

public:
    /// @p type is what the server calls the text (none for a text block).
    TextBody(const TextParts &parts, const MediaType &type, ContentBlock *block,
             const BlockContext &context);
    ~TextBody() override;

    void setFilling(bool filling) override;

private:
    void addSwitch();
    void addButtons();
    void lookForJson();
    void offerJson(bool json);
    TextMode usualMode() const;
    void choose(TextMode mode);
    void show(TextMode mode);
    BlockBody *makePane(TextMode mode);
    /// What the text is as a file, by the way it is looked at.
    MediaType fileType() const;

    TextParts m_parts;
    MediaType m_type;
    QString m_kind; ///< under which a choice is remembered
    ContentBlock *m_block;
    BlockContext m_context;
    ModeSwitch *m_switch = nullptr;
    QBoxLayout *m_layout;
    BlockBody *m_pane = nullptr;
    TextMode m_mode = TextMode::Plain;
    bool m_filling = false;
    BackgroundJob<bool> m_looking;
};

} // namespace McpUi
