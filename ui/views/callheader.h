// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/subjectinfo.h"

#include <QtWidgets/qwidget.h>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace McpUi {

class ElidingLabel;
class FoldingText;
class ToolIconLabel;

/// The top of a call page: what the subject is called, where it comes from, what its server says
/// about it (as badges in words, to be believed by nobody), and what is wrong with its definition.
class CallHeader : public QWidget
{
    Q_OBJECT

public:
    explicit CallHeader(QWidget *parent = nullptr);

    void setPlace(const QString &serverName, const Mcp::CallSubject &subject);
    /// Before it was listed only its name is known.
    void setInfo(const SubjectInfo &info);
    /// Something about the subject as a whole, e.g. that it has vanished; empty hides it.
    void setNotice(const QString &text);
    /// More about the subject is shown below: the button looks pressed, the description is not
    /// shown twice.
    void setDetailsShown(bool shown);

signals:
    void detailsToggled(bool shown);
    void copyRequestRequested();
    void copyCommandRequested();

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// What the first line has room for, each with what is named before it.
    enum class Room { ForTitle, ForBadges, ForName, ForCopy, ForPlace };

    int widthWith(Room room) const;
    void arrange();
    void addButtons(QHBoxLayout *line);
    void setBadges(const QList<SubjectBadge> &badges);

    ToolIconLabel *m_icon;
    ElidingLabel *m_title;
    ElidingLabel *m_name;
    ElidingLabel *m_place;
    QHBoxLayout *m_badges;
    QToolButton *m_copy;
    int m_copyWidth = 0; ///< with its text
    QToolButton *m_details;
    FoldingText *m_description;
    QLabel *m_warnings;
    QLabel *m_notice;
};

} // namespace McpUi
