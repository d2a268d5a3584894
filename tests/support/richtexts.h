// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGui/qtextdocument.h>
#include <QtWidgets/qlabel.h>

namespace McpTest {

/// What a server wrote and Qt would take for HTML: labels that guess, and tooltips, in which the
/// mark @p tag, e.g. "<img", stands as it came. Qt loads files of this computer for an image.
inline QStringList richTexts(const QWidget &below, const QString &tag)
{
    QStringList found;
    const QList<QWidget *> all = below.findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        if (label && label->textFormat() != Qt::PlainText && Qt::mightBeRichText(label->text())
            && label->text().contains(tag))
            found.append(label->text());
        if (Qt::mightBeRichText(widget->toolTip()) && widget->toolTip().contains(tag))
            found.append(widget->toolTip());
    }
    return found;
}

} // namespace McpTest
