// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qlist.h>
#include <QtWidgets/qwidget.h>

class QLabel;

namespace McpUi {

class CompactButton;
class CompareMenu;
class ElidingLabel;
struct OutcomeWords;

/// The first line of a result: how it went in words and colour, how long it took, how large it is,
/// and Copy and Save for the whole. In a narrow page the buttons show their icons alone.
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

    QSize minimumSizeHint() const override; ///< with icons alone

signals:
    void copyRequested();
    void copyTextRequested();
    void saveRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QList<CompactButton *> shownButtons() const;
    int widthWith(int facts, bool compact) const;
    void arrange();

    QLabel *m_outcome;
    ElidingLabel *m_facts;
    CompareMenu *m_compare;
    CompactButton *m_copyText;
    CompactButton *m_copy;
    CompactButton *m_save;
    QString m_factsText;
};

} // namespace McpUi
