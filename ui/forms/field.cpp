// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/field.h"

#include "forms/elidinglabel.h"
#include "forms/fieldheading.h"
#include "forms/foldingtext.h"
#include "forms/formcontext.h"
#include "forms/linkbutton.h"
#include "forms/problemtext.h"
#include "forms/statebutton.h"
#include "forms/tones.h"
#include "forms/valueslot.h"
#include "forms/wrappedlabel.h"
#include "models/format.h"
#include "schema/jsonequality.h"
#include "schema/schemawords.h"

#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlabel.h>

namespace McpUi {

using namespace Qt::Literals::StringLiterals;
using Mcp::SchemaProblem;

namespace {

constexpr int kOpenDepth = 3; ///< required groups are open down to here

} // namespace

Field::Field(const QString &key, const Mcp::SchemaNode &node, bool required,
             const FormContext &context, int depth, QWidget *parent)
    : QWidget(parent)
    , m_key(key)
    , m_required(required)
    , m_context(context)
    , m_depth(depth)
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
    connect(m_slot, &ValueSlot::stateChanged, this, &Field::updateFold);
    connect(m_slot, &ValueSlot::shapeChanged, this, &Field::updateFold);
    if (node.kind == Mcp::SchemaKind::Object)
        setOpen(required && m_depth < kOpenDepth && m_context.mayOpen(node.properties.size()));
    updateFold();
}

/// A name may be empty, and its field must not look like part of another.
QString Field::shownKey() const { return m_key.isEmpty() ? tr("(empty name)") : m_key; }

/// What the field is called.
QString Field::label() const
{
    const QString &title = m_slot->node().title;
    return title.isEmpty() ? shownKey() : title;
}

QWidget *Field::makeHeader(const FormContext &context)
{
    const Mcp::SchemaNode &node = m_slot->node();
    auto *header = new FieldHeading(this);
    QBoxLayout *const layout = header->names();
    m_fold = new LinkButton(u"▸"_s, header);
    layout->addWidget(m_fold);
    connect(m_fold, &QAbstractButton::clicked, this,
            [this] { setOpen(!m_slot->editor()->isOpen()); });
    auto *name = new ElidingLabel(displayLine(label(), 200), header);
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
    addFacts(header->facts(), Mcp::SchemaWords::type(node, context.parser));
    m_state = new StateButton(m_slot, header);
    header->setButton(m_state);
    return header;
}

/// The name that is sent, where a title stands for it, the type in words, and the default.
void Field::addFacts(QBoxLayout *layout, const QString &type)
{
    const Mcp::SchemaNode &node = m_slot->node();
    if (!node.title.isEmpty() && node.title != m_key) {
        auto *key = new ElidingLabel(displayLine(shownKey(), 200), this);
        key->setFont(Tones::fixedFont());
        layout->addWidget(key);
    }
    auto *words = new ElidingLabel(type, this);
    words->setObjectName(u"type"_s);
    Tones::apply(words, Tones::Tone::Dim);
    layout->addWidget(words, 1);
    if (!node.defaultValue.isAbsent())
        addDefault(layout);
}

void Field::addTexts()
{
    const Mcp::SchemaNode &node = m_slot->node();
    if (!node.description.trimmed().isEmpty()) {
        auto *description = new FoldingText(3, this);
        description->setText(displayText(node.description));
        layout()->addWidget(description);
    }
    QStringList notes = node.notes;
    if (node.deprecated)
        notes.prepend(tr("Deprecated."));
    if (notes.isEmpty())
        return;
    auto *note = new WrappedLabel(displayText(notes.join(u'\n')), this);
    Tones::apply(note, Tones::Tone::Warning);
    layout()->addWidget(note);
}

/// One click makes the author's default the value; by keyboard it is in the menu (Alt+Return).
void Field::addDefault(QBoxLayout *header)
{
    const Mcp::RawJson &value = m_slot->node().defaultValue;
    m_default = new LinkButton(tr("default: %1").arg(Mcp::SchemaWords::value(value, 14)), this);
    m_default->setTone(Tones::Tone::Key);
    m_default->setFocusPolicy(Qt::ClickFocus);
    m_default->setToolTip(formatToolTip(tr("Use the default: %1")
                                                .arg(QString::fromUtf8(value.view().first(
                                                        qMin<qsizetype>(value.size(), 500))))));
    header->addWidget(m_default);
    connect(m_default, &QAbstractButton::clicked, m_slot, [this] {
        m_slot->use(m_slot->node().defaultValue);
        m_slot->editor()->input()->setFocus(Qt::OtherFocusReason);
    });
    connect(m_slot, &ValueSlot::stateChanged, this, &Field::updateDefault);
}

void Field::updateDefault()
{
    const Mcp::RawJson &value = m_slot->node().defaultValue;
    const Mcp::RawJson current = m_slot->value();
    m_default->setVisible(current.isAbsent() || !Mcp::sameJson(current, value));
}

void Field::setValue(const Mcp::RawJson &value)
{
    m_slot->setValue(value);
    // What has a value is shown, as far as that does not make a form of thousands.
    if (m_slot->isGroup() && !m_slot->editor()->isOpen() && value.isObject() && value.count() > 0
        && m_context.mayOpen(value.count() + m_slot->node().properties.size()))
        setOpen(true);
}

void Field::setPath(const QString &path)
{
    const QString name = displayLine(label(), 200);
    setObjectName("field:"_L1 + path);
    m_problem->setObjectName("problem:"_L1 + path);
    m_slot->setIdentity(path, m_required ? tr("%1, required").arg(name) : name);
    m_state->setIdentity(path, name);
    m_fold->setObjectName("fold:"_L1 + path);
    m_fold->setAccessibleName(tr("Contents of %1").arg(name));
    if (m_default) {
        m_default->setObjectName("default:"_L1 + path);
        m_default->setAccessibleName(tr("%1: %2").arg(name, m_default->text()));
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
    showProblems(m_problem, all || m_slot->isTouched() ? rest : QList<SchemaProblem>());
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
    // As JSON there is nothing to fold.
    m_fold->setVisible(m_slot->isGroup());
    m_fold->setText(m_slot->editor()->isOpen() ? u"▾"_s : u"▸"_s);
}

} // namespace McpUi
