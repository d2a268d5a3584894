// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/emptystate.h"

#include "forms/tones.h"
#include "forms/wrappedlabel.h"
#include "models/format.h"

#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qpushbutton.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

constexpr int kMargin = 16;
constexpr int kLowLines = 5; ///< below that height only the title is shown

QLabel *wrappedLabel(QWidget *parent, const QString &objectName)
{
    auto *label = new WrappedLabel(parent);
    label->setObjectName(objectName);
    label->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    return label;
}

/// Long words (names of servers, paths) may go on in the next line, where a label cannot do so.
QString breakable(const QString &text)
{
    constexpr int maxRun = 16;
    QString broken;
    int run = 0;
    for (const QChar c : text) {
        run = c.isSpace() ? 0 : run + 1;
        if (run > maxRun && !c.isLowSurrogate()) {
            broken += QChar(0x200b); // zero width space
            run = 1;
        }
        broken += c;
    }
    return broken;
}
} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_title(wrappedLabel(this, u"emptyTitle"_s))
    , m_text(wrappedLabel(this, u"emptyText"_s))
    , m_button(new QPushButton(this))
{
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    Tones::apply(m_text, Tones::Tone::Dim);
    m_button->setObjectName(u"emptyButton"_s);
    m_button->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::triggered);

    auto *layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addSpacing(6);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    setMessage({}, {});
}

void EmptyState::setMessage(const QString &title, const QString &text, const QString &button)
{
    m_title->setText(breakable(displayLine(title, 160)));
    m_title->setVisible(!title.isEmpty());
    m_text->setText(breakable(text));
    m_button->setText(button);
    m_button->setAccessibleName(button);
    m_button->setVisible(!button.isEmpty());
    fit();
}

void EmptyState::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void EmptyState::fit()
{
    const bool low =
            testAttribute(Qt::WA_Resized) && height() < kLowLines * fontMetrics().lineSpacing();
    const int margin = low ? 0 : kMargin;
    layout()->setContentsMargins(kMargin, margin, kMargin, margin);
    m_text->setVisible(!m_text->text().isEmpty() && !(low && !m_title->text().isEmpty()));
    m_title->setToolTip(m_text->isHidden() ? formatToolTip(m_text->text()) : QString());
}

QString EmptyState::title() const { return m_title->text(); }

QString EmptyState::text() const { return m_text->text(); }

} // namespace McpUi
