// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/rawjson.h"

#include <QtCore/qlist.h>

#include <vector>

namespace McpUi {

/*!
 * By what the elements of a list are known again: objects by a member such as "id", everything else
 * by its value, however it is written. Numbers that stand for it, found when they are asked for;
 * those of different elements may be the same by accident, so they propose and do not decide.
 */
class JsonIdentities
{
public:
    explicit JsonIdentities(const QList<Mcp::RawJson> &elements)
        : m_elements(elements)
        , m_known(size_t(elements.size()), 0)
    {}

    size_t at(qsizetype i);

private:
    QList<Mcp::RawJson> m_elements;
    std::vector<size_t> m_known; ///< 0: not yet
};

} // namespace McpUi
