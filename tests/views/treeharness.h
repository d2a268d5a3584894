// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "resultharness.h"

#include "models/jsontreemodel.h"
#include "views/jsontreeview.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QLineEdit>
#include <QMenu>

/// A tool result with nothing but words and this as structured content.
inline QByteArray structured(const QByteArray &json)
{
    return R"({"content":[{"type":"text","text":"words"}],"structuredContent":)" + json + '}';
}

/// The result view of a tool with an output schema.
class SchemaHarness : public ResultHarness
{
public:
    void showChecked(const QByteArray &result, const QByteArray &schema)
    {
        McpUi::CallOutcome outcome;
        outcome.result = Mcp::RawJson::fromText(result);
        outcome.toolName = QStringLiteral("tool");
        outcome.outputSchema = Mcp::RawJson::fromText(schema);
        view.setOutcome(outcome);
    }

    McpUi::JsonTreeView *tree() const { return find<McpUi::JsonTreeView>("jsonTree"); }
    QString pointer() const
    {
        return tree()->jsonModel()->pointer(tree()->currentIndex()).toString();
    }
    QLineEdit *line(const char *name) const { return find<QLineEdit>(name); }
    McpUi::JsonTreeModel::Mark mark(const QModelIndex &index) const
    {
        return McpUi::JsonTreeModel::Mark(index.data(McpUi::JsonTreeModel::MarkRole).toInt());
    }

    void key(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key(key), modifiers);
    }

    QMenu *openMenu()
    {
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QCoreApplication::sendEvent(tree()->viewport(), &event);
        return tree()->findChild<QMenu *>(QStringLiteral("jsonTreeMenu"));
    }
};
