// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/subjectinfo.h"

#include <QtWidgets/qscrollarea.h>

class QFormLayout;

namespace McpUi {

class DescriptionView;
class ToolIcons;

/// What a definition says in words: description, names, claims about what it does, icons.
class SubjectAbout : public QScrollArea
{
    Q_OBJECT

public:
    explicit SubjectAbout(QWidget *parent = nullptr);

    void setInfo(const SubjectInfo &info);
    DescriptionView *description() const { return m_description; }

private:
    QFormLayout *addSection(const QString &name, const QString &title, const QString &note);
    void fill(QFormLayout *form, const QList<ToolFact> &facts);

    DescriptionView *m_description;
    QFormLayout *m_facts;
    QFormLayout *m_claims;
    ToolIcons *m_icons;
};

} // namespace McpUi
