// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/jsondiff.h"

#include <QtWidgets/qwidget.h>

class QBoxLayout;
class QLabel;
class QPlainTextEdit;
class QToolButton;
class QTreeView;

namespace McpUi {

class DiffModel;
class ResultExporter;

/*!
 * How a result differs from another one: a list by JSON path that can be filtered by kind and
 * copied, and below it the two values of the chosen difference, texts of several lines line by
 * line. Compares off the GUI thread when there is much to compare.
 */
class CompareView : public QWidget
{
    Q_OBJECT

public:
    explicit CompareView(ResultExporter *exporter, QWidget *parent = nullptr);

    /// Shows what is other in @p right than in @p left, the result that @p title names.
    void compare(const Mcp::RawJson &left, const QString &title, const Mcp::RawJson &right);
    void clear();

signals:
    void closed();
    /// The differences are on the screen.
    void shown();

private:
    QBoxLayout *buildBar();
    void buildList();
    void setDiff(const JsonDiff &diff);
    void fitPaths();
    void showState();
    void showDetails();
    void copy();

    ResultExporter *m_exporter;
    BackgroundJob<JsonDiff> m_comparing;
    QString m_titleText;
    DiffModel *m_model;
    QLabel *m_title;
    QLabel *m_note;
    QList<QToolButton *> m_kinds; ///< by JsonDifference::Kind
    QTreeView *m_list;
    QPlainTextEdit *m_details;
};

} // namespace McpUi
