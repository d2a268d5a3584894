// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/background.h"
#include "models/resultdigest.h"
#include "views/blockcontext.h"
#include "wire/result.h"

#include <QtCore/qpointer.h>
#include <QtWidgets/qwidget.h>

class QBoxLayout;
class QLabel;
class QToolButton;

namespace McpUi {

class ContentBlock;
class LinkButton;

/// Copy for an address, and Open where it leads to the web, into the block's first line. Nothing is
/// opened without a click.
void addLinkButtons(ContentBlock *block, const QString &uri, const BlockContext &context);

/*!
 * What can be done with a resource link: read it from its server on a click, here below the link,
 * with progress, cancel and errors in view; copy its address; open it when it leads to the web.
 */
class LinkBody : public QWidget
{
    Q_OBJECT

public:
    LinkBody(const QString &uri, ContentBlock *block, const BlockContext &context);
    ~LinkBody() override;

private:
    void read();
    void stop();
    void onSettled(const Mcp::Result<Mcp::RawJson> &outcome);
    void showContents(const QList<ResultDigest::Block> &blocks);
    void say(const QString &sentence, bool isProblem = false);

    QString m_uri;
    ContentBlock *m_block;
    BlockContext m_context;
    QPointer<ResourceRequest> m_request;
    BackgroundJob<QList<ResultDigest::Block>> m_digesting;
    QToolButton *m_read;
    QWidget *m_bar;
    QLabel *m_state;
    LinkButton *m_cancel;
    QBoxLayout *m_layout;
    QWidget *m_contents = nullptr;
};

} // namespace McpUi
