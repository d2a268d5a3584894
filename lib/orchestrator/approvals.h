// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtCore/qset.h>
#include <QtCore/qstring.h>

namespace Mcp {

/// What the user has agreed to, as fingerprints in a file of the data folder. Several running
/// programs may add to it.
class Approvals
{
public:
    /// @p path empty: remembered for this run only.
    explicit Approvals(const QString &path = {});

    bool contains(const QByteArray &fingerprint) const { return m_approved.contains(fingerprint); }
    void add(const QByteArray &fingerprint);

    /// A damaged file that was moved aside, as a sentence; empty when all was well.
    const QString &problem() const { return m_problem; }

private:
    void load();
    void save();

    QString m_path;
    QSet<QByteArray> m_approved;
    QString m_problem;
};

} // namespace Mcp
