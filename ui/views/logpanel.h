// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/logmodel.h"

#include <QtWidgets/qabstractitemview.h>
#include <QtWidgets/qwidget.h>

#include <functional>

class QAction;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace McpUi {

class EmptyState;

/*!
 * Base of the panels at the bottom: a view over a LogModel with a tool bar of its own (filter,
 * follow, clear, copy, save) that the shell may place elsewhere. Following keeps the newest line in
 * view; reading further up or selecting a line pauses that, and then the lines read stay in place
 * even while older ones are thrown out.
 */
class LogPanel : public QWidget
{
    Q_OBJECT

public:
    QWidget *toolBar() const { return m_toolBar; }
    int toolBarWidth() const; ///< that it makes use of
    LogModel *logModel() const { return m_model; }
    bool isFollowing() const;
    void setFollowing(bool on);
    void focusFilter();
    void clearFilter();
    void setFilterText(const QString &text); ///< as if it had been typed, effective at once
    void focusView() { m_view->setFocus(Qt::ShortcutFocusReason); }
    /// The keys are for the rows, with the first one selected if none is yet.
    void enterView();
    /// Writes all rows shown to @p path, in slices so that nothing waits; saved() follows.
    void saveTo(const QString &path);
    /// File name to propose when saving.
    virtual QString proposedFileName() const = 0;

public slots:
    /// The selected rows, or all that are shown, to the clipboard.
    void copy();

signals:
    void clearRequested();
    void saveRequested();
    /// One sentence: saved where, or why not.
    void saved(const QString &message);
    void followingChanged(bool on);

protected:
    /// @p name is the start of the objectNames. Takes over model and view.
    LogPanel(const QString &name, LogModel *model, QAbstractItemView *view, QWidget *parent);

    QAbstractItemView *view() const { return m_view; }
    QLineEdit *filterField() const { return m_filter; }
    QLabel *droppedLabel() const { return m_dropped; }
    /// Adds a button or check box to the tool bar, behind the filter.
    void addToToolBar(QWidget *widget);
    QToolButton *addButton(const QString &name, const QString &icon, const QString &text);
    /// What stands beside the view, with a movable border between them.
    void addDetail(QWidget *detail);
    /// Puts a line of the panel's own above the view.
    void addAbove(QWidget *line);
    /// Title and text to show while the log is empty, asked for whenever it is.
    using EmptyText = std::function<std::pair<QString, QString>()>;
    void setEmptyState(EmptyText text);
    /// What the older rows that were dropped are called, and which limit dropped them.
    void setDroppedText(const QString &one, const QString &many, const QString &limit);
    bool eventFilter(QObject *watched, QEvent *event) override;
    /// Says what the bound has thrown out.
    virtual void updateDropped();

private:
    void buildToolBar();
    void buildFilter();
    void connectView();
    void onUpdated();
    void showProblem(const QString &problem);
    void onScrolled(int value);
    void onRowsGoing(const QModelIndex &parent, int first, int last);
    void updateEmptyState();

    QString m_name;
    LogModel *m_model;
    QAbstractItemView *m_view;
    QWidget *m_toolBar;
    QHBoxLayout *m_tools;
    QLineEdit *m_filter;
    QLabel *m_problem;
    QAction *m_wrong = nullptr; ///< the mark of a filter that is not understood
    QToolButton *m_follow = nullptr;
    QLabel *m_dropped;
    QStackedWidget *m_stack;
    QSplitter *m_splitter;
    EmptyState *m_empty;
    EmptyText m_emptyText;
    QString m_droppedOne;
    QString m_droppedMany;
    int m_addedAbove = 0;     ///< rows since the last update, less those that went
    bool m_scrolling = false; ///< by us
};

} // namespace McpUi
