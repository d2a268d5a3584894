// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/problemlist.h"

#include "forms/linkbutton.h"
#include "forms/tones.h"
#include "models/format.h"

#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlabel.h>

namespace McpUi {

using namespace Qt::Literals::StringLiterals;
using Mcp::SchemaProblem;

namespace {

constexpr qsizetype kListed = 5;
constexpr int kLongText = 110;

/// "lines/2 must be at least 1"
QString withPlace(const SchemaProblem &problem)
{
    const QString place = problem.pointer.isRoot() ? ProblemList::tr("The value")
                                                   : problem.pointer.tokens().join(u'/');
    const QString text = place + u' ' + problem.message;
    return displayLine(text, kLongText);
}

} // namespace

ProblemList::ProblemList(QWidget *parent)
    : QFrame(parent)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(u"problemList"_s);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    hide();
}

void ProblemList::setProblems(const QList<SchemaProblem> &problems)
{
    if (problems == m_problems)
        return; // the line that has the focus stays
    m_problems = problems;
    setVisible(!problems.isEmpty());
    delete m_lines;
    m_lines = nullptr;
    if (problems.isEmpty())
        return;
    m_lines = new QWidget(this);
    auto *layout = new QVBoxLayout(m_lines);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (qsizetype i = 0; i < qMin(kListed, problems.size()); ++i) {
        const SchemaProblem &problem = problems[i];
        auto *button = new LinkButton(u"✗ "_s + withPlace(problem), m_lines);
        button->setTone(Tones::Tone::Error);
        button->setAccessibleName(withPlace(problem));
        button->setObjectName("jump:"_L1 + problem.pointer.toString());
        button->setToolTip(formatToolTip(problem.pointer.toString() + u' ' + problem.message));
        layout->addWidget(button);
        connect(button, &QAbstractButton::clicked, this,
                [this, pointer = problem.pointer] { emit jumpRequested(pointer); });
    }
    if (problems.size() > kListed) {
        layout->addWidget(
                new QLabel(tr("and %n more", nullptr, int(problems.size() - kListed)), m_lines));
    }
    m_layout->addWidget(m_lines);
}

} // namespace McpUi
