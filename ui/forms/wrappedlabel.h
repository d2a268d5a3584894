// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtWidgets/qlabel.h>

namespace McpUi {

/// Plain text from anywhere, in as many lines as it takes. A word that is longer than the label is
/// wide (a path, a name of 300 letters) is cut at its edge: it never makes the window wider.
class WrappedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit WrappedLabel(const QString &text = {}, QWidget *parent = nullptr);
    explicit WrappedLabel(QWidget *parent)
        : WrappedLabel(QString(), parent)
    {}
};

} // namespace McpUi
