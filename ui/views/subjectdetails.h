// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/subjectinfo.h"

#include <QtCore/qhash.h>
#include <QtWidgets/qtabwidget.h>

namespace McpUi {

class DefinitionPart;
class ResultExporter;
class SubjectAbout;

/*!
 * All there is to know about a subject before it is called: its description and hints in words, its
 * schemas as tree and source, its _meta, and the definition as received.
 */
class SubjectDetails : public QTabWidget
{
    Q_OBJECT

public:
    explicit SubjectDetails(QWidget *parent = nullptr);

    void setInfo(const SubjectInfo &info);
    void setMarkdown(bool enabled);

signals:
    /// The user wants descriptions like that from now on.
    void markdownChosen(bool enabled);
    void saveRequested(const QByteArray &bytes, const QString &suggestedName);

private:
    void setPart(const SubjectPart &part);

    ResultExporter *m_exporter;
    SubjectAbout *m_about;
    QHash<QString, DefinitionPart *> m_parts; ///< by id; those of one kind stay the same
};

} // namespace McpUi
