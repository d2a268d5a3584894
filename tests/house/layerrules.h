// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringList>

// Which folder may include which: the arrows of the architecture (README) that link lines cannot
// enforce, since the headers of all layers of lib/ (and of ui/) lie on one include path.
class LayerRules
{
public:
    // qtHeaders: the folder that holds QtCore/, QtGui/ … of the Qt in use.
    explicit LayerRules(const QString &qtHeaders);

    // What is wrong with the includes of one file: "lib/json/x.cpp:7: why". Empty when all is well.
    [[nodiscard]] QStringList violations(const QString &file, const QStringList &lines) const;

    // Whether a folder has a rule at all; a new folder without one is a gap in this table.
    [[nodiscard]] static bool knows(const QString &file);

private:
    [[nodiscard]] QString ownProblem(const QString &file, const QString &include) const;
    [[nodiscard]] QString qtProblem(const QString &file, const QString &include) const;

    QString m_qtHeaders;
};
