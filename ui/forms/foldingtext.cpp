// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/foldingtext.h"

#include "forms/elidinglabel.h"
#include "forms/linkbutton.h"
#include "forms/tones.h"
#include "forms/wrappedlabel.h"
#include "models/format.h"

#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlabel.h>

namespace McpUi {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kCharactersALine = 70; ///< what a line of a usual form holds, roughly

constexpr int kMaxLine = 300; ///< characters that are in sight at most

constexpr qsizetype kMaxCharacters = 20'000; ///< more would be felt when it is laid out

} // namespace

FoldingText::FoldingText(int lines, QWidget *parent)
    : QWidget(parent)
    , m_lines(lines)
    , m_layout(new QBoxLayout(QBoxLayout::TopToBottom, this))
    , m_line(new ElidingLabel({}, this))
    , m_label(new WrappedLabel(this))
    , m_more(new LinkButton({}, this))
{
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_more->setObjectName(u"more"_s);
    m_more->setTone(Tones::Tone::Key);
    m_more->setVisible(false);
    m_line->hide();
    for (QLabel *label : { static_cast<QLabel *>(m_line), m_label })
        Tones::apply(label, Tones::Tone::Dim);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addWidget(m_line, 1);
    m_layout->addWidget(m_label);
    m_layout->addWidget(m_more, 0, Qt::AlignLeft);
    connect(m_more, &QAbstractButton::clicked, this, [this] { setFolded(!m_folded); });
}

void FoldingText::setText(const QString &text)
{
    m_text = text.trimmed();
    m_line->setText(displayLine(m_text, kMaxLine));
    setFolded(isFoldable());
}

void FoldingText::setBrief(bool brief)
{
    if (brief == m_isBrief)
        return;
    m_isBrief = brief;
    setFolded(isFoldable());
}

/// A line that is about as long as it may be is not worth a click.
bool FoldingText::isFoldable() const
{
    return m_isBrief ? m_text.size() > kCharactersALine * 2 / 3 || m_text.contains(u'\n')
                     : beginning() != m_text;
}

void FoldingText::setFolded(bool folded)
{
    const bool foldable = isFoldable();
    m_folded = folded && foldable;
    const qsizetype hidden = m_text.size() - kMaxCharacters;
    m_label->setText(m_folded && !m_isBrief ? beginning() + u" …"_s
                     : hidden > 0
                             ? tr("%1… and %2 characters more")
                                       .arg(m_text.first(kMaxCharacters), QString::number(hidden))
                             : m_text);
    const bool line = m_folded && m_isBrief;
    m_layout->setDirection(line ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_line->setVisible(line);
    m_label->setVisible(!line);
    m_more->setVisible(foldable);
    m_more->setText(m_folded ? tr("▸ more") : tr("▾ less"));
    m_more->setAccessibleName(m_folded ? tr("Show the whole description")
                                       : tr("Show less of the description"));
}

QString FoldingText::beginning() const
{
    // No more than can be the beginning: a description may have a million lines.
    const qsizetype most = qsizetype(m_lines + 1) * kCharactersALine;
    const QStringList lines = m_text.first(qMin(m_text.size(), 4 * most)).split(u'\n');
    QString result;
    int used = 0;
    for (const QString &line : lines) {
        const int needed = 1 + int(line.size()) / kCharactersALine;
        if (used + needed > m_lines) {
            // Folding away less than a line would only make people click.
            const qsizetype room = qsizetype(m_lines - used) * kCharactersALine;
            if (result.size() + room + kCharactersALine >= m_text.size())
                return m_text;
            const qsizetype space = line.lastIndexOf(u' ', room);
            result += room > 0 ? line.first(space > room / 2 ? space : room) : QString();
            break;
        }
        result += line + u'\n';
        used += needed;
    }
    return result.trimmed();
}

} // namespace McpUi
