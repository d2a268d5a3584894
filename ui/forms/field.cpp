// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/field.h"

#include "forms/elidinglabel.h"
#include "forms/foldingtext.h"
#include "forms/formcontext.h"
#include "forms/linkbutton.h"
#include "forms/statebutton.h"
#include "forms/tones.h"
#include "forms/valueslot.h"
#include "forms/wrappedlabel.h"
#include "schema/schemadefaults.h"
#include "schema/schemawords.h"

#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlabel.h>

namespace McpUi {

using namespace Qt::Literals::StringLiterals;
using Mcp::SchemaProblem;

namespace {

/// "/lines/2 must be …": where below this field it is wrong, and what.
QString sentence(const SchemaProblem &problem)
{
    return problem.pointer.isRoot() ? problem.message
                                    : problem.pointer.toString() + u' ' + problem.message;
}

} // namespace

Field::Field(const QString &key, const Mcp::SchemaNode &node, bool required,
             const FormContext &context, int depth, QWidget *parent)
    : QWidget(parent)
    , m_key(key)
    , m_required(required)
    , m_slot(new ValueSlot(node, context, key, depth, this))
{
    m_slot->setRequired(required);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(makeHeader(context));
    addTexts();
    layout->addWidget(m_slot);
    m_problem = new WrappedLabel(this);
    m_problem->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_problem->hide();
    Tones::apply(m_problem, Tones::Tone::Error);
    layout->addWidget(m_problem);

    connect(m_slot, &ValueSlot::edited, this, &Field::edited);
    connect(m_slot, &ValueSlot::left, this, &Field::left);
    connect(m_slot, &ValueSlot::clearRequested, m_slot, &ValueSlot::leaveOut);
    connect(m_state, &StateButton::clearRequested, m_slot, &ValueSlot::leaveOut);
    if (m_slot->isJsonOnly())
        m_state->setSkeleton(Mcp::SchemaDefaults::smallest(node, context.parser));
    if (m_fold) {
        connect(m_slot, &ValueSlot::stateChanged, this, &Field::updateFold);
        setOpen(required && depth < 3 && node.properties.size() <= 30);
    }
}

QWidget *Field::makeHeader(const FormContext &context)
{
    const Mcp::SchemaNode &node = m_slot->node();
    auto *header = new QWidget(this);
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    if (m_slot->editor()->isGroup()) {
        m_fold = new LinkButton(u"▸"_s, header);
        layout->addWidget(m_fold);
        layout->setSpacing(4);
        connect(m_fold, &QAbstractButton::clicked, this,
                [this] { setOpen(!m_slot->editor()->isOpen()); });
    }
    auto *name = new ElidingLabel(node.title.isEmpty() ? m_key : node.title, header);
    QFont bold = name->font();
    bold.setBold(true);
    name->setFont(bold);
    layout->addWidget(name);
    if (m_required) {
        auto *mark = new QLabel(u"*"_s, header);
        mark->setToolTip(tr("required"));
        mark->setAccessibleName(tr("required"));
        Tones::apply(mark, Tones::Tone::Error);
        layout->addWidget(mark);
    }
    if (!node.title.isEmpty() && node.title != m_key) {
        auto *key = new ElidingLabel(m_key, header);
        key->setFont(Tones::fixedFont());
        layout->addWidget(key);
    }
    m_type = new ElidingLabel(Mcp::SchemaWords::type(node, context.parser), header);
    m_type->setObjectName(u"type"_s);
    Tones::apply(m_type, Tones::Tone::Dim);
    layout->addWidget(m_type, 1);
    m_state = new StateButton(m_slot, header);
    layout->addWidget(m_state);
    return header;
}

void Field::addTexts()
{
    const Mcp::SchemaNode &node = m_slot->node();
    if (!node.description.trimmed().isEmpty()) {
        auto *description = new FoldingText(3, this);
        description->setText(node.description);
        Tones::apply(description->label(), Tones::Tone::Dim);
        layout()->addWidget(description);
    }
    QStringList notes = node.notes;
    if (node.deprecated)
        notes.prepend(tr("Deprecated."));
    if (notes.isEmpty())
        return;
    auto *note = new WrappedLabel(notes.join(u'\n'), this);
    Tones::apply(note, Tones::Tone::Warning);
    layout()->addWidget(note);
}

void Field::setUndeclared()
{
    m_type->setText(tr("not declared by the schema"));
    Tones::apply(m_type, Tones::Tone::Warning);
}

void Field::setValue(const Mcp::RawJson &value)
{
    m_slot->setValue(value);
    if (m_fold && value.isObject() && value.count() > 0 && value.count() <= 30)
        setOpen(true);
}

void Field::setPath(const QString &path)
{
    const QString &title = m_slot->node().title;
    const QString name = title.isEmpty() ? m_key : title;
    setObjectName("field:"_L1 + path);
    m_problem->setObjectName("problem:"_L1 + path);
    m_slot->setIdentity(path, m_required ? tr("%1, required").arg(name) : name);
    m_state->setIdentity(path, name);
    if (m_fold) {
        m_fold->setObjectName("fold:"_L1 + path);
        m_fold->setAccessibleName(tr("Members of %1").arg(name));
    }
}

void Field::collectInputProblems(const Mcp::JsonPointer &at, QList<SchemaProblem> &problems) const
{
    if (m_slot->state() == ValueSlot::State::Value)
        m_slot->editor()->collectInputProblems(at, problems);
}

void Field::placeProblems(const QList<SchemaProblem> &problems, bool all)
{
    const QList<SchemaProblem> rest = m_slot->editor()->placeProblems(problems, all);
    if (rest.isEmpty() || (!all && !m_slot->isTouched()))
        showProblem({});
    else if (rest.size() == 1)
        showProblem(sentence(rest.constFirst()));
    else
        showProblem(tr("%1 (and %n more)", nullptr, int(rest.size()) - 1)
                            .arg(sentence(rest.constFirst())));
}

void Field::reveal(const Mcp::JsonPointer &pointer)
{
    setOpen(true);
    m_slot->editor()->reveal(pointer);
}

void Field::setOpen(bool open)
{
    m_slot->editor()->setOpen(open);
    updateFold();
}

void Field::updateFold()
{
    if (!m_fold)
        return;
    // As JSON there is nothing to fold.
    m_fold->setVisible(!m_slot->isJson());
    m_fold->setText(m_slot->editor()->isOpen() ? u"▾"_s : u"▸"_s);
}

void Field::showProblem(const QString &text)
{
    m_problem->setText(text.isEmpty() ? text : u"✗ "_s + text);
    m_problem->setVisible(!text.isEmpty());
}

} // namespace McpUi
