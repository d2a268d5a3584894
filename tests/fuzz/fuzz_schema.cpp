// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

// A schema on the first line and a value on the second: parsed, walked as a form would, put into
// words, given defaults, and the value validated, all within bounds.

#include "target.h"

#include "schema/ecmaregex.h"
#include "schema/schemadefaults.h"
#include "schema/schemaparser.h"
#include "schema/schemavalidator.h"
#include "schema/schemawords.h"

#include <QtCore/qdeadlinetimer.h>

using namespace Mcp;

namespace {

constexpr int kMaxDepth = 4;
constexpr int kMaxNodes = 200;

void walk(const SchemaParser &parser, const SchemaNode &node, int depth, int &left)
{
    (void)SchemaWords::type(node, parser);
    (void)SchemaDefaults::smallest(node, parser);
    (void)SchemaDefaults::initialValue(node, parser);
    if (depth >= kMaxDepth)
        return;
    for (const SchemaProperty &property : node.properties) {
        if (--left > 0)
            walk(parser, parser.parse(property.schema), depth + 1, left);
    }
    for (const RawJson &branch : node.branches) {
        if (--left > 0)
            walk(parser, parser.parseBranch(node, branch), depth + 1, left);
    }
    if (!node.items.isAbsent() && --left > 0)
        walk(parser, parser.parse(node.items), depth + 1, left);
}

} // namespace

void fuzzOne(QByteArrayView input)
{
    const qsizetype lineBreak = input.indexOf('\n');
    const QByteArray first = input.first(lineBreak < 0 ? input.size() : lineBreak).toByteArray();
    const QByteArray second =
            lineBreak < 0 ? QByteArray() : input.sliced(lineBreak + 1).toByteArray();
    const RawJson schema = RawJson::fromText(first);
    const RawJson value = RawJson::fromText(second);
    const SchemaParser parser(schema);
    (void)SchemaDefaults::initialArguments(parser);
    int left = kMaxNodes;
    walk(parser, parser.root(), 0, left);
    SchemaValidator validator(parser.document());
    validator.setTimeLimit(500);
    const SchemaOutcome outcome = validator.check(value);
    fuzzCheck(outcome.problems.size() <= 201, "too many problems");
    const EcmaRegex regex(QString::fromUtf8(first));
    (void)regex.match(QString::fromUtf8(second), QDeadlineTimer(200));
}
