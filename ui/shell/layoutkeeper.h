// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qhash.h>
#include <QtCore/qobject.h>

class QSplitter;
class QHeaderView;

namespace McpUi {

/// Borders between panels and widths of columns: says when one was moved, gives them all by name,
/// takes them back, and knows how they were at first.
class LayoutKeeper : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void add(QSplitter *splitter); ///< under its objectName
    void add(QHeaderView *header, const QString &name);

    QHash<QString, QByteArray> save() const;
    void restore(const QHash<QString, QByteArray> &parts);
    /// The present layout is what reset() goes back to.
    void rememberInitial() { m_initial = save(); }
    void reset() { restore(m_initial); }

signals:
    void changed();

private:
    QHash<QString, QSplitter *> m_splitters;
    QHash<QString, QHeaderView *> m_headers;
    QHash<QString, QByteArray> m_initial;
};

} // namespace McpUi
