// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qobject.h>
#include <QtCore/qstringlist.h>

#include <functional>

class QCompleter;
class QLineEdit;
class QStringListModel;

namespace McpUi {

/// Proposes how the word at the cursor of a filter field may go on: while one types, or on Down.
/// Child of the field.
class FilterCompleter : public QObject
{
    Q_OBJECT

public:
    /// Whole words that the word that ends at the cursor could become.
    using Propose = std::function<QStringList(const QString &text, qsizetype cursor)>;

    FilterCompleter(QLineEdit *field, Propose proposals);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void propose(bool isAsked);
    void take(const QString &word);
    QString wordAtCursor() const;

    QLineEdit *m_field;
    Propose m_proposals;
    QStringListModel *m_words;
    QCompleter *m_completer;
};

} // namespace McpUi
