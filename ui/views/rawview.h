// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/background.h"
#include "models/jsonplace.h"
#include "models/rawtext.h"

#include <QtWidgets/qwidget.h>

class QBoxLayout;
class QLabel;
class QToolButton;

namespace McpUi {

class FindBar;
class FindSession;
class LineTextView;
class PointerBar;
class ResultExporter;
struct FindQuery;

/*!
 * A JSON value as text, pretty-printed or exactly as received, that can be folded, searched and
 * walked by JSON pointer. Lines are prepared when the view is first seen, off the GUI thread when
 * there is much to prepare.
 */
class RawView : public QWidget
{
    Q_OBJECT

public:
    explicit RawView(ResultExporter *exporter, QWidget *parent = nullptr);
    ~RawView() override;

    /// @p title says what it is, @p fileName is the end of a proposed file name.
    void setValue(const Mcp::RawJson &value, const QString &title, const QString &fileName);
    void clear();
    bool isPretty() const;

signals:
    /// What was asked for is on the screen.
    void shown();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildBar(QBoxLayout *bar);
    void connectSearch();
    void prepare();
    void setText(const RawText &text);
    void copy();
    void find(const FindQuery &query);
    void goTo(const Mcp::JsonPointer &pointer);

    ResultExporter *m_exporter;
    Mcp::RawJson m_value;
    QString m_title;
    QString m_fileName;
    bool m_stale = false; ///< the view does not show m_value as it should yet
    BackgroundJob<RawText> m_preparing;
    BackgroundJob<JsonPlace> m_locating;
    QLabel *m_state;
    QToolButton *m_pretty;
    QToolButton *m_asReceived;
    LineTextView *m_view;
    FindSession *m_session;
    FindBar *m_find;
    PointerBar *m_pointer;
};

} // namespace McpUi
