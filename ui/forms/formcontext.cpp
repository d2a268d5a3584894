// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/formcontext.h"

#include "forms/booleaneditor.h"
#include "forms/choiceeditor.h"
#include "forms/choicelisteditor.h"
#include "forms/consteditor.h"
#include "forms/jsonvalueeditor.h"
#include "forms/listeditor.h"
#include "forms/numbereditor.h"
#include "forms/objecteditor.h"
#include "forms/texteditor.h"

namespace McpUi {

using Mcp::SchemaKind;
using Mcp::SchemaNode;

namespace {

ValueEditor *createListEditor(const SchemaNode &node, const FormContext &context, QWidget *parent)
{
    if (!node.prefixItems.isEmpty() || !node.items.isObject())
        return nullptr;
    const SchemaNode item = context.parser.parse(node.items);
    if (item.kind == SchemaKind::Choice && item.isScalar())
        return new ChoiceListEditor(item.choices, parent);
    return item.isScalar() ? new ListEditor(item, context, parent) : nullptr;
}

} // namespace

ValueEditor *createEditor(const SchemaNode &node, const FormContext &context, const QString &name,
                          int depth, QWidget *parent)
{
    ValueEditor *editor = nullptr;
    switch (node.kind) {
    case SchemaKind::String:
        editor = new TextEditor(TextEditor::styleFor(name, node), parent);
        break;
    case SchemaKind::Integer:
    case SchemaKind::Number:
        editor = new NumberEditor(node.kind == SchemaKind::Integer, parent);
        break;
    case SchemaKind::Boolean:
        editor = new BooleanEditor(parent);
        break;
    case SchemaKind::Choice:
        editor = new ChoiceEditor(node.choices, parent);
        break;
    case SchemaKind::Constant:
        editor = new ConstEditor(node.choices.constFirst().value, parent);
        break;
    case SchemaKind::Object:
        // An object whose members are the user's to name is edited as JSON.
        if (!node.properties.isEmpty() || !node.allowsOthers())
            editor = new ObjectEditor(node, context, depth, parent);
        break;
    case SchemaKind::Array:
        editor = createListEditor(node, context, parent);
        break;
    case SchemaKind::Any:
    case SchemaKind::Never:
    case SchemaKind::Null:
    case SchemaKind::Union:
        break;
    }
    return editor ? editor : new JsonValueEditor(parent);
}

} // namespace McpUi
