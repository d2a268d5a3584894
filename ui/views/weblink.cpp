// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/weblink.h"

#include <QtCore/qurl.h>
#include <QtGui/qdesktopservices.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

bool isWebLink(const QUrl &url)
{
    return url.isValid() && !url.host().isEmpty()
           && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1);
}

void openWebLink(const QUrl &url)
{
    if (isWebLink(url))
        QDesktopServices::openUrl(url);
}

} // namespace McpUi
