// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/resultdigest.h"
#include "views/blockcontext.h"
#include "json/rawjson.h"

#include <QtWidgets/qscrollarea.h>

class QVBoxLayout;

namespace McpUi {

class ResultExporter;
class TextModes;

/*!
 * A sampling request to read: what the server wishes, its system prompt, and the messages by role
 * with every kind of content. Built in small steps and bounded, whatever the server sends.
 */
class SamplingMessages : public QScrollArea
{
    Q_OBJECT

public:
    static constexpr qsizetype maxBlocks = 200; ///< shown; the JSON has the others

    explicit SamplingMessages(QWidget *parent = nullptr);

    /// What is asked to be read of the server goes to @p read.
    void setReader(const std::function<void(ResourceRequest *)> &read) { m_context.read = read; }
    void setRequest(const Mcp::RawJson &params);

signals:
    void saveRequested(const QByteArray &bytes, const QString &suggestedName);
    void openRequested(const QByteArray &bytes, const QString &suggestedName,
                       const QString &mimeType);

private:
    struct Piece
    {
        QString role; ///< in front of the first block of a message
        Mcp::Content content;
    };

    void addWishes(const Mcp::RawJson &params);
    void addTools(const Mcp::RawJson &params);
    void addPieces();
    void addPiece(const Piece &piece);
    void addHeading(const QString &text, const QString &name);
    void addNote(const QString &text);

    ResultExporter *m_exporter;
    BlockContext m_context;
    QWidget *m_page = nullptr;
    QVBoxLayout *m_layout = nullptr;
    QList<Piece> m_pieces;
    qsizetype m_made = 0;
    qsizetype m_left = 0; ///< blocks that are not shown
};

} // namespace McpUi
