// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/background.h"
#include "models/structuredcheck.h"

#include <QtWidgets/qframe.h>

class QLabel;
class QListWidget;

namespace McpUi {

class LinkButton;

/*!
 * Checks the structured content of a result against the tool's output schema, off the GUI thread
 * when it is large, and lists what does not fit. A line of the list leads to the place. Hidden
 * while there is nothing to say; the result is shown whatever comes out.
 */
class SchemaStrip : public QFrame
{
    Q_OBJECT

public:
    explicit SchemaStrip(QWidget *parent = nullptr);

    /// checked() follows, at once for a small value.
    void check(const Mcp::RawJson &value, const JsonIndex &index, const Mcp::RawJson &schema);
    /// Nothing is to be checked.
    void clear();

signals:
    void checked(const McpUi::StructuredCheck &check);
    void jumpRequested(const Mcp::JsonPointer &pointer);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void setCheck(const StructuredCheck &check);
    void fold(bool folded);
    void jump(int row);
    void fitList();

    BackgroundJob<StructuredCheck> m_checking;
    QList<Mcp::SchemaProblem> m_problems;
    QString m_summary;
    LinkButton *m_title;
    QListWidget *m_list;
};

} // namespace McpUi
