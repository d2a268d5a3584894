// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/openbutton.h"

#include "models/format.h"
#include "views/contentblock.h"
#include "views/resultexporter.h"

#include <QtWidgets/qtoolbutton.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

QToolButton *addOpenButton(ContentBlock *block)
{
    auto *button =
            block->addButton(u"open"_s, u"Open…"_s,
                             u"Open in the default application, after a question"_s, u"open"_s);
    button->setEnabled(false);
    return button;
}

void offerToOpen(QToolButton *button, const ContentBlock *block, const MediaType &type,
                 qsizetype size, const std::function<QByteArray()> &make, ResultExporter *exporter)
{
    if (!type.isHarmless()) {
        const QString why =
                type.essence().isEmpty()
                        ? u"Not opened elsewhere: its type is not known"_s
                        : u"Not opened elsewhere: %1 is not on the list of types that run nothing"_s
                                  .arg(type.essence());
        button->setToolTip(formatToolTip(why));
        button->setAccessibleDescription(why);
        return;
    }
    button->setEnabled(true);
    QObject::connect(button, &QToolButton::clicked, exporter,
                     [exporter, type, size, make, part = block->fileName(type)] {
                         exporter->open(part, type, size, make);
                     });
}

} // namespace McpUi
