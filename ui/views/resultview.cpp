// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/resultview.h"

#include "models/filewriter.h"
#include "models/subjectwords.h"
#include "models/textmodes.h"
#include "views/comparemenu.h"
#include "views/compareview.h"
#include "views/contentview.h"
#include "views/errorview.h"
#include "views/outcomewords.h"
#include "views/rawview.h"
#include "views/resourcerequest.h"
#include "views/resultexporter.h"
#include "views/resultheader.h"
#include "views/resultkeys.h"
#include "views/schemastrip.h"
#include "views/structuredview.h"
#include "views/warningstrip.h"

#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qtabbar.h>
#include <QtWidgets/qtabwidget.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

constexpr QSize kMinPage(240, 56);

/// What takes long of a large outcome; of an error that is the index of its data.
ResultDigest digestOf(const CallOutcome &outcome)
{
    if (outcome.result && outcome.isOther)
        return ResultDigest::ofOther(outcome.result.value());
    if (outcome.result)
        return ResultDigest::of(outcome.result.value(), outcome.kind);
    ResultDigest digest;
    const Mcp::RawJson &details = outcome.result.error().data;
    if (details.isObject() || details.isArray())
        digest.structuredIndex = JsonIndex(details);
    return digest;
}

QString emptyNote(const CallOutcome &outcome)
{
    if (outcome.isOther)
        return u"Results of this method have no content blocks. The Structured tab has the members."_s;
    switch (outcome.kind) {
    case Mcp::CallSubject::Kind::Tool:
        return u"The tool returned no content blocks."_s;
    case Mcp::CallSubject::Kind::Prompt:
        return u"The prompt has no messages."_s;
    case Mcp::CallSubject::Kind::Resource:
    case Mcp::CallSubject::Kind::ResourceTemplate:
        break;
    }
    return u"The server answered without any contents."_s;
}

} // namespace

ResultView::ResultView(QWidget *parent)
    : QWidget(parent)
    , m_exporter(new ResultExporter(this))
    , m_textModes(new TextModes(this))
    , m_writer(new FileWriter(this))
    , m_header(new ResultHeader(this))
    , m_warnings(new WarningStrip(this))
    , m_schema(new SchemaStrip(this))
    , m_tabs(new QTabWidget(this))
    , m_content(new ContentView(
              { m_exporter, m_textModes,
                [this](ResourceRequest *request) { emit readRequested(request); } }))
    , m_structured(new StructuredView(m_exporter))
    , m_raw(new RawView(m_exporter))
    , m_compare(new CompareView(m_exporter))
{
    m_tabs->setObjectName(u"resultTabs"_s);
    m_tabs->tabBar()->setObjectName(u"resultTabBar"_s);
    m_tabs->setAccessibleName(u"Ways to look at the result"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_content, u"Content"_s);
    m_tabs->addTab(m_structured, u"Structured"_s);
    m_tabs->addTab(m_raw, u"Raw"_s);
    m_tabs->addTab(m_compare, u"Compare"_s);
    m_tabs->setTabVisible(CompareTab, false);
    // Tool lines of one tab must not make all of them wide, nor high; below that they are cut.
    for (QWidget *page : { static_cast<QWidget *>(m_raw), static_cast<QWidget *>(m_compare),
                           static_cast<QWidget *>(m_structured) })
        page->setMinimumSize(kMinPage);
    m_content->setMinimumHeight(kMinPage.height());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_warnings);
    layout->addWidget(m_schema);
    layout->addWidget(m_tabs, 1);

    connect(m_header, &ResultHeader::copyRequested, this, [this] { m_outcome.copy(m_exporter); });
    connect(m_header, &ResultHeader::copyTextRequested, this,
            [this] { m_outcome.copyText(m_exporter); });
    connect(m_header, &ResultHeader::saveRequested, this, [this] { m_outcome.save(m_exporter); });
    connect(m_exporter, &ResultExporter::saveReady, this, &ResultView::saveRequested);
    connect(m_exporter, &ResultExporter::openReady, this, &ResultView::openRequested);
    connect(m_tabs, &QTabWidget::currentChanged, this, [this](int tab) {
        if (m_choosing || tab == CompareTab)
            return;
        m_wanted = Tab(tab);
        m_hasChosen = true;
    });
    connect(m_writer, &FileWriter::progressed, this, [this](const QString &path, int percent) {
        m_header->setRemark(u"saving to %1: %2 %"_s.arg(path).arg(percent));
    });
    connect(m_writer, &FileWriter::finished, this,
            [this](const QString &path, const QString &error) {
                m_header->setRemark(error.isEmpty() ? u"saved to %1"_s.arg(path)
                                                    : u"not saved to %1: %2"_s.arg(path, error));
            });
    new ResultKeys(m_tabs, m_content, m_raw, this);
    connectSchema();
    connectCompare();
    clear();
}

ResultView::~ResultView() = default;

void ResultView::connectSchema()
{
    connect(m_schema, &SchemaStrip::checked, this, [this](const StructuredCheck &check) {
        m_structured->setMarks(check.marks);
        if (check.fits())
            m_structured->setNote(u"fits the tool's output schema"_s);
    });
    connect(m_schema, &SchemaStrip::jumpRequested, this, [this](const Mcp::JsonPointer &pointer) {
        m_tabs->setCurrentIndex(StructuredTab);
        m_structured->reveal(pointer);
    });
}

void ResultView::connectCompare()
{
    connect(m_header->compareMenu(), &CompareMenu::chosen, this, &ResultView::compareWith);
    connect(m_compare, &CompareView::closed, this, &ResultView::closeComparison);
}

void ResultView::setCompareSource(const std::function<QList<ComparableResult>()> &source)
{
    m_header->compareMenu()->setSource(source);
}

void ResultView::compareWith(const ComparableResult &other)
{
    if (!m_outcome.result)
        return;
    m_choosing = true; // the tab goes with this result
    m_tabs->setTabVisible(CompareTab, true);
    m_tabs->setCurrentIndex(CompareTab);
    m_choosing = false;
    m_compare->compare(other.result, other.title, m_outcome.result.value());
    m_compare->setFocus();
}

void ResultView::closeComparison()
{
    if (!m_tabs->isTabVisible(CompareTab))
        return;
    m_choosing = true;
    m_tabs->setTabVisible(CompareTab, false);
    m_tabs->setCurrentIndex(m_tabs->isTabEnabled(m_wanted) ? m_wanted : RawTab);
    m_choosing = false;
    m_compare->clear();
}

void ResultView::setOutcome(const CallOutcome &outcome)
{
    m_digesting.cancel();
    if (!outcome.result && outcome.result.error().kind == Mcp::Error::Kind::None) {
        clear();
        return;
    }
    m_outcome = outcome;
    closeComparison();
    m_exporter->setToolName(outcome.toolName);
    const auto show = [this](const ResultDigest &digest) {
        if (m_outcome.result)
            showDigest(digest);
        else
            showError(digest.structuredIndex);
    };
    const Mcp::RawJson value =
            outcome.result ? outcome.result.value() : outcome.result.error().data;
    if (value.size() < kBackgroundSize) {
        show(digestOf(outcome));
        return;
    }
    m_header->setText(u"Answered; preparing the view…"_s);
    m_digesting.start([outcome] { return digestOf(outcome); }, show);
}

void ResultView::setOutputSchema(const Mcp::RawJson &schema)
{
    if (!m_outcome.result || !m_outcome.outputSchema.isAbsent() || schema.isAbsent())
        return;
    CallOutcome outcome = m_outcome;
    outcome.outputSchema = schema;
    setOutcome(outcome);
}

void ResultView::setSubjectKind(Mcp::CallSubject::Kind kind)
{
    m_kind = kind;
    m_header->setTextOffered(kind != Mcp::CallSubject::Kind::Tool);
    m_header->compareMenu()->setNothing(SubjectWords::of(kind).noOther);
    if (!m_isFilled)
        m_content->setNote(SubjectWords::of(kind).noResult);
}

void ResultView::setIdleNote(const QString &note)
{
    m_idleNote = note;
    if (!m_isFilled)
        m_content->setNote(note);
}

void ResultView::setPending(const QString &words)
{
    m_digesting.cancel();
    const QString state = words.isEmpty() ? u"Running…"_s : u"Waiting for you…"_s;
    m_header->setText(m_isFilled ? state + u"  The last result is still below."_s : state);
    if (!m_isFilled)
        m_content->setNote(words.isEmpty() ? u"Waiting for the server's answer."_s : words + u'.');
}

void ResultView::clear()
{
    m_digesting.cancel();
    closeComparison();
    m_outcome = {};
    m_isFilled = false;
    m_header->setText(u"No result yet"_s);
    m_warnings->setWarnings({});
    m_schema->clear();
    m_content->setNote(m_idleNote.isEmpty() ? SubjectWords::of(m_kind).noResult : m_idleNote);
    m_structured->clear();
    m_raw->clear();
    m_tabs->setTabText(ContentTab, u"Content"_s);
    setTab(StructuredTab, false);
    setTab(RawTab, false);
    chooseTab(ContentTab);
}

void ResultView::showDigest(const ResultDigest &digest)
{
    m_isFilled = true;
    m_header->setOutcome(OutcomeWords::of(digest), m_outcome.elapsedMs, digest.raw.size());
    const QStringList sentences = warnings(digest);
    m_warnings->setWarnings(sentences,
                            sentences.size() + digest.problemCount - digest.problems.size());
    m_tabs->setTabText(ContentTab, u"Content"_s);
    if (!digest.blocks.isEmpty())
        m_content->setBlocks(digest.blocks);
    else if (digest.isComplete)
        m_content->setNote(emptyNote(m_outcome));
    else
        m_content->setNote(u"The answer has no content. The Raw tab has all that was received."_s);
    showStructured(digest);
    m_raw->setValue(digest.raw, u"the result"_s, u"result.json"_s);
    setTab(RawTab, true);
    // Content that the structured content says again is worth a look only to who asks for it.
    if (!digest.blocks.isEmpty() && (m_hasChosen || !digest.isAllStructured()))
        chooseTab(ContentTab);
    else
        chooseTab(digest.structured.isAbsent() ? RawTab : StructuredTab);
    emit shown();
}

QStringList ResultView::warnings(const ResultDigest &digest) const
{
    QStringList sentences = digest.problems;
    // Errors need not follow the output schema (2025-11-25, server/tools).
    if (!m_outcome.outputSchema.isAbsent() && digest.isComplete && !digest.isError
        && !digest.hasStructuredContent())
        sentences.append(u"The tool has an output schema, but the result has no structured "
                         u"content."_s);
    return sentences + m_outcome.warnings;
}

void ResultView::checkStructured(const ResultDigest &digest)
{
    if (digest.hasStructuredContent() && !digest.isError && !m_outcome.outputSchema.isAbsent())
        m_schema->check(digest.structured, digest.structuredIndex, m_outcome.outputSchema);
    else
        m_schema->clear();
}

void ResultView::showStructured(const ResultDigest &digest)
{
    const bool present = !digest.structured.isAbsent();
    setTab(StructuredTab, present, u"This result has no structured content."_s);
    if (!present)
        m_structured->clear();
    else if (digest.structuredFrom > 0)
        m_structured->setValue(digest.structured, digest.structuredIndex,
                               (digest.kind == Mcp::CallSubject::Kind::Tool
                                        ? u"No structured content; this is the JSON in text "
                                          u"block %1"_s
                                        : u"The JSON in content %1"_s)
                                       .arg(digest.structuredFrom),
                               u"block%1.json"_s.arg(digest.structuredFrom));
    else
        m_structured->setValue(digest.structured, digest.structuredIndex,
                               m_outcome.isOther ? u"The result"_s : u"Structured content"_s,
                               u"structured.json"_s);
    checkStructured(digest);
}

void ResultView::showError(const JsonIndex &dataIndex)
{
    const Mcp::Error &error = m_outcome.result.error();
    m_isFilled = true;
    m_header->setOutcome(OutcomeWords::of(error), m_outcome.elapsedMs, -1);
    m_header->compareMenu()->setEnabled(false);
    m_warnings->setWarnings(m_outcome.warnings);
    m_schema->clear();
    m_tabs->setTabText(ContentTab, u"Error"_s);
    m_content->setOnly(new ErrorView(error));
    const Mcp::RawJson &details = error.data;
    const bool isTree = details.isObject() || details.isArray();
    setTab(StructuredTab, isTree, u"The error carries no structured data."_s);
    if (isTree)
        m_structured->setValue(details, dataIndex, u"Data of the error"_s, u"error-data.json"_s);
    else
        m_structured->clear();
    setTab(RawTab, !details.isAbsent(), u"The error carries no data."_s);
    if (details.isAbsent())
        m_raw->clear();
    else
        m_raw->setValue(details, u"data of the error"_s, u"error-data.json"_s);
    chooseTab(ContentTab);
    m_tabs->setCurrentIndex(ContentTab);
    emit shown();
}

/// What the user looked at last is kept where the new result has it, unless something else is all
/// there is.
void ResultView::chooseTab(Tab best)
{
    m_choosing = true;
    const bool keep = best == ContentTab && m_tabs->isTabEnabled(m_wanted);
    m_tabs->setCurrentIndex(keep ? m_wanted : best);
    m_choosing = false;
}

void ResultView::setTab(Tab tab, bool enabled, const QString &why)
{
    m_choosing = true; // disabling the current tab moves to another one
    m_tabs->setTabEnabled(tab, enabled);
    m_tabs->setTabToolTip(tab, enabled ? QString() : why);
    m_choosing = false;
}

void ResultView::saveTo(const QByteArray &bytes, const QString &path)
{
    m_writer->write(bytes, path);
}

} // namespace McpUi
