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
    layout->setContentsMargins(16, 16, 16, 16);
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
    m_text->setVisible(!text.isEmpty());
    m_button->setText(button);
    m_button->setAccessibleName(button);
    m_button->setVisible(!button.isEmpty());
}

QString EmptyState::title() const { return m_title->text(); }

QString EmptyState::text() const { return m_text->text(); }

} // namespace McpUi
