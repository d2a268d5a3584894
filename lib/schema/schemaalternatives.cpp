// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "schema/schemaalternatives.h"

#include "schema/jsonequality.h"
#include "schema/schemaassertions.h"

#include <algorithm>

namespace Mcp {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kMaxBranches = 64; ///< that are looked at; who has more gets less advice
constexpr int kMaxReferences = 8;

/// The values that a branch allows when it is nothing but these.
QList<RawJson> choicesOf(const RawJson &branch)
{
    const RawJson constant = branch.value("const");
    return constant.isAbsent() ? branch.value("enum").elements() : QList<RawJson>{ constant };
}

} // namespace

SchemaAlternatives::SchemaAlternatives(const SchemaDocument &document,
                                       const QList<RawJson> &branches)
    : m_branches(branches.first(qMin(branches.size(), kMaxBranches)))
{
    for (const RawJson &branch : std::as_const(m_branches)) {
        RawJson target = branch;
        for (int i = 0; i < kMaxReferences && target.value("$ref").isString(); ++i)
            target = document.resolve(target.value("$ref").toString(), target).schema;
        m_targets.append(target);
    }
}

QString SchemaAlternatives::together(SchemaInstance &instance) const
{
    QList<RawJson> choices;
    QStringList types;
    bool onlyChoices = true;
    bool onlyTypes = true;
    for (const RawJson &branch : m_targets) {
        const QList<RawJson> own = choicesOf(branch);
        const RawJson type = branch.value("type");
        types += SchemaAssertions::typeWords(type);
        choices += own;
        onlyTypes = onlyTypes && !type.isAbsent()
                    && !SchemaAssertions::isOfType(instance.value(), type);
        onlyChoices = onlyChoices && !own.isEmpty();
    }
    if (onlyChoices)
        return SchemaAssertions::choiceSentence(choices);
    if (!onlyTypes)
        return {};
    types.removeDuplicates();
    return u"must be "_s + types.join(" or "_L1);
}

SchemaAlternatives::Nearest SchemaAlternatives::nearest(SchemaInstance &instance) const
{
    Nearest result{ m_branches.constFirst(), m_branches.size() == 1 };
    int best = -1;
    for (qsizetype i = 0; i < m_branches.size(); ++i) {
        const int near = nearness(m_targets[i], instance);
        if (near > best)
            result = { m_branches[i], true };
        else if (near >= 0 && near == best)
            result.isMeant = false;
        best = qMax(best, near);
    }
    return result;
}

/// -1 when the type or a constant that tells alternatives apart ("type": "circle") does not fit,
/// else the number of the value's members that the branch declares, constants counting most.
int SchemaAlternatives::nearness(const RawJson &branch, SchemaInstance &instance) const
{
    if (!branch.isObject())
        return -1;
    const RawJson type = branch.value("type");
    if (!type.isAbsent() && !SchemaAssertions::isOfType(instance.value(), type))
        return -1;
    int near = 0;
    for (const RawJsonMember &property : branch.value("properties").members()) {
        const RawJsonMember *member = instance.member(property.key);
        const QList<RawJson> choices = choicesOf(property.value);
        const auto fits = [&](const RawJson &choice) { return sameJson(choice, member->value); };
        if (choices.isEmpty())
            near += member ? 1 : 0;
        else if (member && std::any_of(choices.cbegin(), choices.cend(), fits))
            near += 1000;
        else if (property.value.contains("const") && instance.isObject())
            return -1;
    }
    return near;
}

} // namespace Mcp
