// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/textpicker.h"

#include "forms/timepopup.h"

#include <QtCore/qdir.h>
#include <QtWidgets/qfiledialog.h>
#include <QtWidgets/qlineedit.h>

namespace McpUi {

using namespace Qt::Literals::StringLiterals;

TextPicker::TextPicker(TextStyle style, QLineEdit *line, QWidget *parent)
    : QToolButton(parent)
    , m_style(style)
    , m_line(line)
{
    const bool path = style == TextStyle::File || style == TextStyle::Folder;
    setText(path ? u"…"_s : u"▾"_s);
    setToolTip(style == TextStyle::File     ? tr("Choose a file (F4)")
               : style == TextStyle::Folder ? tr("Choose a folder (F4)")
                                            : tr("Pick from a calendar (F4)"));
    setFocusPolicy(Qt::ClickFocus); // Tab goes from value to value; F4 in the line does the same
    connect(this, &QToolButton::clicked, this, &TextPicker::pick);
}

void TextPicker::setIdentity(const QString &path, const QString &name)
{
    m_path = path;
    setObjectName("pick:"_L1 + path);
    setAccessibleName(tr("Pick %1").arg(name));
}

void TextPicker::pick()
{
    if (m_style == TextStyle::File || m_style == TextStyle::Folder)
        pickPath();
    else
        pickTime();
}

void TextPicker::pickPath()
{
    const QString current = m_line->text();
    auto *dialog = new QFileDialog(this, toolTip().section(u" ("_s, 0, 0));
    dialog->setObjectName("pickDialog:"_L1 + m_path);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // Also a path that is still to be made, for tools that write.
    dialog->setFileMode(m_style == TextStyle::Folder ? QFileDialog::Directory
                                                     : QFileDialog::AnyFile);
    dialog->setLabelText(QFileDialog::Accept, tr("Choose"));
    if (QDir::isAbsolutePath(current))
        dialog->selectFile(current);
    connect(dialog, &QFileDialog::fileSelected, this, &TextPicker::take);
    dialog->open();
}

void TextPicker::pickTime()
{
    auto *popup = new TimePopup(m_style, m_line->text(), this);
    connect(popup, &TimePopup::picked, this, &TextPicker::take);
    popup->move(m_line->mapToGlobal(QPoint(0, m_line->height())));
    popup->show();
    popup->setFocus();
}

void TextPicker::take(const QString &text)
{
    m_line->setFocus(Qt::OtherFocusReason);
    m_line->selectAll();
    m_line->insert(text);
}

} // namespace McpUi
