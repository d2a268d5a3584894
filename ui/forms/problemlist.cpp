// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/problemlist.h"

#include "forms/tones.h"

#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qtoolbutton.h>

namespace McpUi {

using namespace Qt::Literals::StringLiterals;
using Mcp::SchemaProblem;

namespace {

constexpr qsizetype kListed = 5;
constexpr qsizetype kLongText = 110;

/// "lines/2 must be at least 1"
QString sentence(const SchemaProblem &problem)
{
    const QString place = problem.pointer.isRoot() ? ProblemList::tr("The value")
                                                   : problem.pointer.tokens().join(u'/');
    const QString text = place + u' ' + problem.message;
    return text.size() > kLongText ? text.first(kLongText) + u'…' : text;
}

} // namespace

ProblemList::ProblemList(QWidget *parent)
    : QFrame(parent)
    , m_title(new QLabel(this))
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(u"problemList"_s);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addWidget(m_title);
    Tones::apply(m_title, Tones::Tone::Error);
    hide();
}

void ProblemList::setProblems(const QList<SchemaProblem> &problems)
{
    setVisible(!problems.isEmpty());
    delete m_lines;
    m_lines = nullptr;
    if (problems.isEmpty())
        return;
    m_title->setText(tr("✗ %n problem(s)", nullptr, int(problems.size())));
    m_lines = new QWidget(this);
    auto *layout = new QVBoxLayout(m_lines);
    layout->setContentsMargins(8, 0, 0, 0);
    layout->setSpacing(0);
    for (qsizetype i = 0; i < qMin(kListed, problems.size()); ++i) {
        const SchemaProblem &problem = problems[i];
        auto *button = new QToolButton(m_lines);
        button->setObjectName("jump:"_L1 + problem.pointer.toString());
        QString text = sentence(problem);
        button->setToolTip((problem.pointer.toString() + u' ' + problem.message).toHtmlEscaped());
        button->setText(text.replace(u'&', "&&"_L1));
        button->setAutoRaise(true);
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        button->setStyleSheet(u"text-align: left;"_s);
        layout->addWidget(button);
        connect(button, &QToolButton::clicked, this,
                [this, pointer = problem.pointer] { emit jumpRequested(pointer); });
    }
    if (problems.size() > kListed) {
        layout->addWidget(
                new QLabel(tr("and %n more", nullptr, int(problems.size() - kListed)), m_lines));
    }
    m_layout->addWidget(m_lines);
}

} // namespace McpUi
