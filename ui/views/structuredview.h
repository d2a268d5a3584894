// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/background.h"
#include "models/jsonplace.h"

#include <QtWidgets/qwidget.h>

class QLabel;

namespace McpUi {

class FindBar;
class FindSession;
class JsonMarks;
class JsonTreeView;
class PointerBar;
class ResultExporter;
struct FindQuery;

/*!
 * The structured content of a result as a tree, with what it is in words above it, Copy and Save
 * for all of it, find in keys and values, and go to a JSON pointer.
 */
class StructuredView : public QWidget
{
    Q_OBJECT

public:
    explicit StructuredView(ResultExporter *exporter, QWidget *parent = nullptr);

    /// @p title says what @p value is; @p fileName is the end of a proposed file name.
    void setValue(const Mcp::RawJson &value, const JsonIndex &index, const QString &title,
                  const QString &fileName);
    /// Where something is wrong with the value. Gone with the next one.
    void setMarks(const JsonMarks &marks);
    /// Something to add to the title. Gone with the next value.
    void setNote(const QString &note);
    void clear();
    const Mcp::RawJson &value() const { return m_value; }
    /// Selects the row that @p pointer leads to, or the last one on the way there.
    void reveal(const Mcp::JsonPointer &pointer);

private:
    void buildBar(ResultExporter *exporter);
    void find(const FindQuery &query);
    void goTo(const Mcp::JsonPointer &pointer);
    void withPlace(const Mcp::JsonPointer &pointer,
                   const std::function<void(const JsonPlace &place)> &use);

    Mcp::RawJson m_value;
    JsonIndex m_index;
    QString m_fileName;
    QString m_titleText;
    QLabel *m_title;
    JsonTreeView *m_tree;
    FindSession *m_session;
    FindBar *m_find;
    PointerBar *m_pointer;
    BackgroundJob<JsonPlace> m_locating;
};

} // namespace McpUi
