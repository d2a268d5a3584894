// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/subjectinfo.h"

#include <QtWidgets/qstackedwidget.h>

namespace McpUi {

class SubjectDetails;

/// The larger part of a call page: arguments and result, or in their place what its subject is. The
/// latter is made when it is first asked for.
class PageBody : public QStackedWidget
{
    Q_OBJECT

public:
    explicit PageBody(QWidget *callSide, QWidget *parent = nullptr);

    void setInfo(const SubjectInfo &info);
    bool isDetailsShown() const;
    /// How descriptions are shown.
    void setMarkdown(bool enabled);

public slots:
    /// Nothing while it is not listed.
    void showDetails(bool shown);
    void toggleDetails();

signals:
    void detailsShown(bool shown);
    void markdownChosen(bool enabled);
    void saveRequested(const QByteArray &bytes, const QString &suggestedName);

private:
    SubjectInfo m_info;
    QWidget *m_callSide;
    SubjectDetails *m_details = nullptr;
    bool m_markdown = false;
};

} // namespace McpUi
