// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/formcontext.h"

#include "forms/booleaneditor.h"
#include "forms/choiceeditor.h"
#include "forms/choicelisteditor.h"
#include "forms/consteditor.h"
#include "forms/jsonvalueeditor.h"
#include "forms/listeditor.h"
#include "forms/nevereditor.h"
#include "forms/numbereditor.h"
#include "forms/objecteditor.h"
#include "forms/texteditor.h"
#include "forms/unioneditor.h"

namespace McpUi {

using Mcp::SchemaKind;
using Mcp::SchemaNode;

namespace {

constexpr qsizetype kOpenFields = 100;
/// What no author writes by hand: beyond that a form would neither open in time nor be of use.
constexpr qsizetype kMaxProperties = 500;
constexpr qsizetype kMaxChoices = 2000;

ValueEditor *createListEditor(const SchemaNode &node, const FormContext &context,
                              const QString &name, int depth, QWidget *parent)
{
    if (node.prefixItems.isEmpty() && node.items.isObject()) {
        const SchemaNode item = context.parser.parse(node.items);
        if (item.kind == SchemaKind::Choice && item.isScalar() && !item.nullable
            && item.choices.size() <= kMaxChoices)
            return new ChoiceListEditor(item.choices, parent);
    }
    return new ListEditor(node, context, name, depth, parent);
}

} // namespace

bool FormContext::mayOpen(qsizetype fields) const
{
    if (openedFields + fields > kOpenFields)
        return false;
    openedFields += fields;
    return true;
}

ValueEditor *createEditor(const SchemaNode &node, const FormContext &context, const QString &name,
                          int depth, QWidget *parent)
{
    ValueEditor *editor = nullptr;
    switch (node.kind) {
    case SchemaKind::String:
        editor = new TextEditor(textStyleFor(name, node), parent);
        break;
    case SchemaKind::Integer:
    case SchemaKind::Number:
        editor = new NumberEditor(node.kind == SchemaKind::Integer, node.multipleOf, parent);
        break;
    case SchemaKind::Boolean:
        editor = new BooleanEditor(parent);
        break;
    case SchemaKind::Choice:
        // Of very many one is typed; whether it is one of them is said beside it.
        if (node.choices.size() <= kMaxChoices)
            editor = new ChoiceEditor(node.choices, parent);
        else if (node.choices.constFirst().value.isString())
            editor = new TextEditor(TextStyle::Line, parent);
        break;
    case SchemaKind::Constant:
        editor = new ConstEditor(node.choices.constFirst().value, parent);
        break;
    case SchemaKind::Object:
        if (node.properties.size() <= kMaxProperties)
            editor = new ObjectEditor(node, context, depth, parent);
        break;
    case SchemaKind::Array:
        if (node.prefixItems.size() <= kMaxProperties)
            editor = createListEditor(node, context, name, depth, parent);
        break;
    case SchemaKind::Any:
    case SchemaKind::Union:
        editor = new UnionEditor(node, context, name, depth, parent);
        break;
    case SchemaKind::Null:
        editor = new ConstEditor(Mcp::RawJson::fromText("null"), parent);
        break;
    case SchemaKind::Never:
        editor = new NeverEditor(parent);
        break;
    }
    return editor ? editor : new JsonValueEditor(parent);
}

} // namespace McpUi
