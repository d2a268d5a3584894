// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/errorview.h"

#include "forms/tones.h"
#include "forms/wrappedlabel.h"
#include "models/background.h"
#include "views/outcomewords.h"
#include "views/textpane.h"
#include "json/jsontext.h"

#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlabel.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

ErrorView::ErrorView(const Mcp::Error &error, QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(u"resultError"_s);
    setAccessibleName(u"The error"_s);
    m_layout->setContentsMargins(8, 4, 8, 4);
    m_layout->setSpacing(4);
    const OutcomeWords words = OutcomeWords::of(error);
    auto *explanation = new WrappedLabel(words.explanation, this);
    explanation->setObjectName(u"errorExplanation"_s);
    m_layout->addWidget(explanation);
    addMessage(error);
    addAdvice(error);
    if (error.kind == Mcp::Error::Kind::Transport)
        addProcessEnd(error.data);
    addData(error);
}

/// What the user can do about a limit of ours. Whoever reaches one is told which, by its name in
/// the definition of the server.
void ErrorView::addAdvice(const Mcp::Error &error)
{
    if (error.kind != Mcp::Error::Kind::Protocol || !error.message.contains("frameBytes"_L1))
        return;
    auto *advice = new WrappedLabel(u"To get it, raise “Largest message” of the server (Edit…, "
                                    u"More options), restart the server and call again."_s,
                                    this);
    advice->setObjectName(u"errorAdvice"_s);
    m_layout->addWidget(advice);
}

void ErrorView::addMessage(const Mcp::Error &error)
{
    // "cancelled" alone adds nothing to the explanation above it.
    if (error.kind == Mcp::Error::Kind::Cancelled
        && error.message == Mcp::Error::cancelled().message)
        return;
    addHeading(error.kind == Mcp::Error::Kind::Remote ? u"Message of the server"_s : u"Reason"_s);
    addText(u"errorMessage"_s, u"Message of the error"_s,
            TextParts(error.message.isEmpty() ? QByteArrayLiteral("(none was given)")
                                              : error.message.toUtf8()));
}

/// How the process ended, as lib/server puts it into the data of the error.
void ErrorView::addProcessEnd(const Mcp::RawJson &details)
{
    QStringList end;
    if (const std::optional<qint64> code = details.value("exitCode").toInteger())
        end.append(u"exit code %1"_s.arg(*code));
    if (const std::optional<qint64> signal = details.value("signal").toInteger())
        end.append(u"signal %1"_s.arg(*signal));
    if (!end.isEmpty()) {
        auto *label = new QLabel(u"The server's process ended with %1."_s.arg(end.join(u", "_s)));
        label->setObjectName(u"errorExit"_s);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        m_layout->addWidget(label);
    }
    QStringList lines;
    const QList<Mcp::RawJson> elements = details.value("stderr").elements();
    for (const Mcp::RawJson &line : elements)
        lines.append(line.toString());
    if (lines.isEmpty())
        return;
    addHeading(u"The last it wrote to stderr"_s);
    addText(u"errorStderr"_s, u"Last lines of stderr"_s, TextParts(lines.join(u'\n').toUtf8()));
    findChild<TextPane *>(u"errorStderr"_s)->setFixedFont();
}

void ErrorView::addData(const Mcp::Error &error)
{
    const Mcp::RawJson &details = error.data;
    const bool isProcessEnd = error.kind == Mcp::Error::Kind::Transport
                              && (details.contains("exitCode") || details.contains("signal"));
    if (details.isAbsent() || isProcessEnd)
        return;
    addHeading(error.kind == Mcp::Error::Kind::Protocol ? u"What was received"_s
                                                        : u"Data of the error"_s);
    addText(u"errorData"_s, u"Data of the error"_s,
            details.size() < kBackgroundSize ? TextParts(Mcp::JsonText::pretty(details.view()))
                                             : TextParts::ofJson(details));
    findChild<TextPane *>(u"errorData"_s)->setFixedFont();
}

void ErrorView::addHeading(const QString &text)
{
    auto *label = new QLabel(text, this);
    label->setContentsMargins(0, 6, 0, 0);
    Tones::apply(label, Tones::Tone::Dim);
    m_layout->addWidget(label);
}

void ErrorView::addText(const QString &name, const QString &accessibleName, const TextParts &text)
{
    auto *pane = new TextPane(name, accessibleName, this);
    pane->setParts(text);
    m_layout->addWidget(pane);
}

} // namespace McpUi
