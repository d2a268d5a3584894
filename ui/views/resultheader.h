// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtWidgets/qwidget.h>

class QLabel;
class QToolButton;

namespace McpUi {

class CompareMenu;
struct OutcomeWords;

/// The first line of a result: how it went in words and colour, how long it took, how large it is,
/// and Copy and Save for the whole.
class ResultHeader : public QWidget
{
    Q_OBJECT

public:
    explicit ResultHeader(QWidget *parent = nullptr);

    /// @p size in bytes, negative when there is none to tell.
    void setOutcome(const OutcomeWords &words, qint64 elapsedMs, qint64 size);
    void setText(const QString &text); ///< a state without an outcome
    /// Is there a button that copies the texts alone?
    void setTextOffered(bool offered);
    CompareMenu *compareMenu() const { return m_compare; }
    /// A passing remark, e.g. where a file was saved. Gone with the next outcome.
    void setRemark(const QString &remark);

signals:
    void copyRequested();
    void copyTextRequested();
    void saveRequested();

private:
    QLabel *m_outcome;
    QLabel *m_facts;
    CompareMenu *m_compare;
    QToolButton *m_copyText;
    QToolButton *m_copy;
    QToolButton *m_save;
    QString m_factsText;
};

} // namespace McpUi
