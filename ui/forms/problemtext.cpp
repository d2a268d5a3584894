// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/problemtext.h"

#include "models/format.h"

#include <QtCore/qcoreapplication.h>
#include <QtWidgets/qlabel.h>

namespace McpUi {

using namespace Qt::Literals::StringLiterals;

namespace {

/// "/lines/2 must be …": where below the value it is wrong, and what.
QString sentence(const Mcp::SchemaProblem &problem)
{
    const QString text = problem.pointer.isRoot()
                                 ? problem.message
                                 : problem.pointer.toString() + u' ' + problem.message;
    return displayText(text);
}

} // namespace

void showProblems(QLabel *label, const QList<Mcp::SchemaProblem> &problems)
{
    QString text;
    if (!problems.isEmpty())
        text = u"✗ "_s + sentence(problems.constFirst());
    if (problems.size() > 1) {
        text = QCoreApplication::translate("McpUi::Field", "%1 (and %n more)", nullptr,
                                           int(problems.size()) - 1)
                       .arg(text);
    }
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace McpUi
