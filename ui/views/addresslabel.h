// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtWidgets/qplaintextedit.h>

namespace McpUi {

struct AddressFacts;

/// An address as plain text to read and select, whole, in as many lines as it takes (a long one
/// scrolls), its host emphasised and the rest quiet. No link: it cannot be clicked.
class AddressLabel : public QPlainTextEdit
{
    Q_OBJECT

public:
    AddressLabel(const AddressFacts &facts, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void emphasise();
    void fit();

    qsizetype m_hostBegin;
    qsizetype m_hostEnd;
};

} // namespace McpUi
