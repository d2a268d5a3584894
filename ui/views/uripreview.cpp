// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/uripreview.h"

#include "forms/argumenteditor.h"
#include "forms/tones.h"
#include "forms/wrappedlabel.h"
#include "models/format.h"
#include "protocol/uritemplate.h"
#include "views/callpage.h"
#include "views/fittedtextedit.h"

#include <QtWidgets/qboxlayout.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

constexpr int kShownLines = 4;
constexpr qsizetype kShownNames = 20;

/// Those that have no value; only what the URI is hardly meant without where @p needed.
QStringList undefined(const Mcp::UriTemplate &parsed, const QHash<QString, Mcp::UriValue> &values,
                      bool needed)
{
    QStringList names;
    for (const QString &variable : parsed.variables()) {
        if (parsed.isNeeded(variable) == needed && !values.value(variable).isDefined())
            names.append(displayLine(variable, 60));
    }
    if (names.size() > kShownNames)
        names = names.first(kShownNames) << u"…"_s;
    return names;
}

} // namespace

UriPreview::UriPreview(CallPage *page)
    : QWidget(page)
    , m_page(page)
    , m_uri(new FittedTextEdit(this))
    , m_missing(new WrappedLabel(this))
{
    m_uri->setObjectName(u"uriPreview"_s);
    m_uri->setAccessibleName(tr("The URI that is read"));
    m_uri->setMaximumLines(kShownLines);
    m_uri->setFont(Tones::fixedFont());
    m_uri->setWordWrapMode(QTextOption::WrapAnywhere);
    m_missing->setObjectName(u"uriMissing"_s);
    auto *caption = new QLabel(tr("URI"), this);
    Tones::apply(caption, Tones::Tone::Dim);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(3);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(caption);
    line->addWidget(m_uri, 1);
    layout->addLayout(line);
    layout->addWidget(m_missing);
    connect(page, &CallPage::stateChanged, this, &UriPreview::refresh);
    connect(page->editor(), &ArgumentEditor::problemsChanged, this, &UriPreview::refresh);
    refresh();
}

void UriPreview::refresh()
{
    const auto parsed = Mcp::UriTemplate::parse(m_page->subject().name);
    const Mcp::RawJson arguments = m_page->arguments();
    if (!parsed) {
        m_uri->setExactText(m_page->subject().name);
        return showProblem(tr("This is no template of RFC 6570: %1").arg(parsed.error().message),
                           true);
    }
    if (!arguments.isObject())
        return showProblem(tr("The values are no JSON object yet."), true);
    const auto values = Mcp::UriValue::allFromJson(arguments);
    const auto uri = parsed->expand(values);
    if (!uri)
        return showProblem(uri.error().message, true);
    if (m_uri->toPlainText() != *uri)
        m_uri->setExactText(*uri);
    const QStringList needed = undefined(*parsed, values, true);
    const QStringList optional = undefined(*parsed, values, false);
    if (!needed.isEmpty())
        showProblem(tr("Still missing: %1").arg(needed.join(u", "_s)), false);
    else if (!optional.isEmpty())
        showProblem(tr("Left out: %1").arg(optional.join(u", "_s)), false);
    else
        showProblem({}, false);
}

void UriPreview::showProblem(const QString &sentence, bool isError)
{
    Tones::apply(m_missing, isError ? Tones::Tone::Error : Tones::Tone::Dim);
    m_missing->setText(displayLine(sentence, 500));
    m_missing->setVisible(!sentence.isEmpty());
}

} // namespace McpUi
