// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/background.h"
#include "models/comparableresults.h"
#include "models/resultdigest.h"
#include "views/calloutcome.h"

#include <QtWidgets/qwidget.h>

#include <functional>

class QTabWidget;

namespace McpUi {

class CompareView;
class ContentView;
class FileWriter;
class RawView;
class ResourceRequest;
class ResultExporter;
class ResultHeader;
class SchemaStrip;
class StructuredView;
class TextModes;
class WarningStrip;
struct OutcomeWords;

/*!
 * Shows the outcome of one call: how it went, in words and colour, its content blocks in order, the
 * structured content as a lazy tree, and the raw JSON exactly as received. Any size; what takes
 * time happens off the GUI thread. Knows no server: whoever owns it hands in outcomes.
 */
class ResultView : public QWidget
{
    Q_OBJECT

public:
    explicit ResultView(QWidget *parent = nullptr);
    ~ResultView() override;

    /// Replaces what is shown. A large result takes the place of the last one when it is ready,
    /// see shown().
    void setOutcome(const CallOutcome &outcome);
    /// The schema became known after the outcome that lacks it: the outcome is checked now.
    void setOutputSchema(const Mcp::RawJson &schema);
    /// A call is running: says so, or @p words about what it waits for; the last result stays
    /// readable until setOutcome() or clear().
    void setPending(const QString &words = {});
    /// Where to look for results to compare with; without it there are none.
    void setCompareSource(const std::function<QList<ComparableResult>()> &source);
    /// Back to the empty state.
    void clear();
    /// How it speaks about what is called, see SubjectWords.
    void setSubjectKind(Mcp::CallSubject::Kind kind);
    /// What it says before the first result instead of the subject's words.
    void setIdleNote(const QString &note);
    /// Writes @p bytes to @p path as a whole or not at all; the header says how far that is,
    /// whether it worked, and why not.
    void saveTo(const QByteArray &bytes, const QString &path);
    /// How the texts of this tool's results are looked at, to be kept over a restart.
    TextModes *textModes() const { return m_textModes; }

signals:
    /// The person wants @p bytes in a file: whoever shows the view asks where, then saveTo().
    void saveRequested(const QByteArray &bytes, const QString &suggestedName);
    /// The person wants @p bytes in the default application: whoever shows the view asks first.
    void openRequested(const QByteArray &bytes, const QString &suggestedName,
                       const QString &mimeType);
    /// The person wants to read a link: whoever shows the view answers, see ResourceRequest.
    void readRequested(McpUi::ResourceRequest *request);
    /// The last outcome given is on the screen.
    void shown();

private:
    enum Tab { ContentTab, StructuredTab, RawTab, CompareTab };

    void showDigest(const ResultDigest &digest);
    void showError(const JsonIndex &dataIndex);
    void showStructured(const ResultDigest &digest);
    void checkStructured(const ResultDigest &digest);
    QStringList warnings(const ResultDigest &digest) const;
    void connectSchema();
    void connectCompare();
    void compareWith(const ComparableResult &other);
    void closeComparison();
    void chooseTab(Tab best);
    void setTab(Tab tab, bool enabled, const QString &why = {});

    CallOutcome m_outcome;
    Mcp::CallSubject::Kind m_kind = Mcp::CallSubject::Kind::Tool;
    QString m_idleNote;
    bool m_isFilled = false;   ///< an outcome is on the screen
    Tab m_wanted = ContentTab; ///< what the user looked at last
    bool m_hasChosen = false;  ///< the user has gone to a tab
    bool m_choosing = false;
    BackgroundJob<ResultDigest> m_digesting;
    ResultExporter *m_exporter;
    TextModes *m_textModes;
    FileWriter *m_writer;
    ResultHeader *m_header;
    WarningStrip *m_warnings;
    SchemaStrip *m_schema;
    QTabWidget *m_tabs;
    ContentView *m_content;
    StructuredView *m_structured;
    RawView *m_raw;
    CompareView *m_compare;
};

} // namespace McpUi
