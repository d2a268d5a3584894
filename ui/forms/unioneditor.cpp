// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/unioneditor.h"

#include "forms/formcontext.h"
#include "models/format.h"
#include "schema/schemadefaults.h"

#include <QtGui/qevent.h>
#include <QtWidgets/qabstractitemview.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qcombobox.h>

namespace McpUi {

using namespace Qt::Literals::StringLiterals;
using Mcp::RawJson;
using Mcp::SchemaProblem;

namespace {

constexpr int kValueLetters = 12; ///< of a scalar, in view beside its kind

} // namespace

UnionEditor::UnionEditor(const Mcp::SchemaNode &node, const FormContext &context,
                         const QString &name, int depth, QWidget *parent)
    : ValueEditor(parent)
    , m_context(context)
    , m_memberName(name)
    , m_depth(depth)
    , m_branches(Mcp::schemaBranches(node, context.parser))
    , m_editors(m_branches.size(), nullptr)
    , m_chooser(new QComboBox(this))
    , m_layout(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_open(FormContext::opensByItself(depth))
{
    for (int i = 0; i < m_branches.size(); ++i) {
        m_chooser->addItem(m_branches[i].label);
        m_chooser->setItemData(i, formatToolTip(m_branches[i].node.description), Qt::ToolTipRole);
    }
    m_chooser->setMaximumWidth(fontMetrics().averageCharWidth() * 34);
    m_chooser->view()->setMinimumWidth(m_chooser->view()->sizeHintForColumn(0) + 24);
    m_chooser->setCurrentIndex(-1);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(4);
    m_layout->addWidget(m_chooser, 0, Qt::AlignTop | Qt::AlignLeft);
    m_layout->addStretch(0);
    setFocusPolicy(Qt::NoFocus);
    watch(m_chooser);
    connect(m_chooser, &QComboBox::activated, this, &UnionEditor::chooseByHand);
    arrange();
}

ValueEditor *UnionEditor::current() const { return m_editors.value(m_branch, nullptr); }

RawJson UnionEditor::value() const { return current() ? current()->value() : RawJson(); }

bool UnionEditor::setValue(const RawJson &value)
{
    const int fitting = Mcp::fittingBranch(value, m_branches, m_context.parser);
    if (fitting < 0)
        return false;
    const int before = m_branch;
    choose(fitting);
    if (current()->setValue(value))
        return true;
    choose(before);
    return false;
}

void UnionEditor::clear()
{
    for (ValueEditor *editor : std::as_const(m_editors)) {
        if (editor)
            editor->clear();
    }
    choose(-1);
}

void UnionEditor::choose(int branch)
{
    if (branch == m_branch)
        return;
    if (current())
        current()->hide();
    m_branch = branch;
    m_chooser->setCurrentIndex(branch);
    if (branch >= 0) {
        if (!m_editors[branch])
            m_editors[branch] = makeEditor(branch);
        current()->show();
        if (current()->isGroup())
            current()->setOpen(m_open);
    }
    if (!isGroup() && !m_open)
        setOpen(true); // nothing is left that could be folded
    arrange();
    setIdentity(m_path, m_name); // only what is shown carries the name
    emit shapeChanged();
}

/// Beside a scalar the chooser leaves room for it; above a group there is room for the whole label.
/// Where the place is too narrow for both to be read, a scalar stands below as well.
void UnionEditor::arrange()
{
    const bool scalar = current() && !current()->isGroup();
    m_chooser->setSizeAdjustPolicy(scalar ? QComboBox::AdjustToMinimumContentsLengthWithIcon
                                          : QComboBox::AdjustToContents);
    m_chooser->setMinimumContentsLength(6);
    const bool beside = scalar
                        && width() >= m_chooser->sizeHint().width() + m_layout->spacing()
                                              + fontMetrics().averageCharWidth() * kValueLetters;
    m_layout->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void UnionEditor::resizeEvent(QResizeEvent *event)
{
    ValueEditor::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        arrange();
}

/// That of the kind and the value one below the other, else it would never come to that.
QSize UnionEditor::minimumSizeHint() const
{
    int width = m_chooser->minimumSizeHint().width();
    if (current())
        width = qMax(width, current()->minimumSizeHint().width());
    return { width, ValueEditor::minimumSizeHint().height() };
}

void UnionEditor::chooseByHand(int branch)
{
    if (branch == m_branch)
        return;
    const bool isNew = !m_editors[branch];
    choose(branch);
    const Mcp::SchemaNode &node = m_branches[branch].node;
    // Something to start from; a scalar waits for what is typed.
    const RawJson first = Mcp::SchemaDefaults::initialValue(node, m_context.parser);
    if (isNew && !first.isAbsent())
        current()->setValue(first);
    current()->input()->setFocus(Qt::OtherFocusReason);
    emit edited();
}

ValueEditor *UnionEditor::makeEditor(int branch)
{
    ValueEditor *editor =
            createEditor(m_branches[branch].node, m_context, m_memberName, m_depth, this);
    m_layout->insertWidget(m_layout->count() - 1, editor, 1);
    editor->setBlankHint(m_hint);
    connect(editor, &ValueEditor::edited, this, &UnionEditor::edited);
    connect(editor, &ValueEditor::left, this, &UnionEditor::left);
    connect(editor, &ValueEditor::clearRequested, this, &UnionEditor::clearRequested);
    connect(editor, &ValueEditor::nullRequested, this, &UnionEditor::nullRequested);
    connect(editor, &ValueEditor::menuRequested, this, &UnionEditor::menuRequested);
    connect(editor, &ValueEditor::confirmed, this, &UnionEditor::confirmed);
    connect(editor, &ValueEditor::shapeChanged, this, &UnionEditor::shapeChanged);
    return editor;
}

void UnionEditor::setBlankHint(const QString &hint)
{
    m_hint = hint;
    m_chooser->setPlaceholderText(hint);
    for (ValueEditor *editor : std::as_const(m_editors)) {
        if (editor)
            editor->setBlankHint(hint);
    }
}

RawJson UnionEditor::emptyValue() const { return current() ? current()->emptyValue() : RawJson(); }

QString UnionEditor::inputProblem() const
{
    return current() ? current()->inputProblem() : QString();
}

void UnionEditor::collectInputProblems(const Mcp::JsonPointer &at,
                                       QList<SchemaProblem> &problems) const
{
    if (current())
        current()->collectInputProblems(at, problems);
}

bool UnionEditor::isBroken() const { return current() && current()->isBroken(); }

void UnionEditor::setIdentity(const QString &path, const QString &name)
{
    m_path = path;
    m_name = name;
    m_chooser->setObjectName("branch:"_L1 + path);
    m_chooser->setAccessibleName(tr("Kind of %1").arg(name));
    for (qsizetype i = 0; i < m_editors.size(); ++i) {
        if (m_editors[i])
            m_editors[i]->setIdentity(i == m_branch ? path : QString(), name);
    }
}

QWidget *UnionEditor::input() { return current() ? current()->input() : m_chooser; }

QList<SchemaProblem> UnionEditor::placeProblems(const QList<SchemaProblem> &problems, bool all)
{
    return current() ? current()->placeProblems(problems, all) : problems;
}

void UnionEditor::reveal(const Mcp::JsonPointer &pointer)
{
    setOpen(true);
    if (current())
        current()->reveal(pointer);
    else
        m_chooser->setFocus(Qt::OtherFocusReason);
}

bool UnionEditor::isGroup() const { return current() && current()->isGroup(); }

void UnionEditor::setOpen(bool open)
{
    m_open = open;
    setVisible(open);
    if (isGroup())
        current()->setOpen(open);
}

} // namespace McpUi
