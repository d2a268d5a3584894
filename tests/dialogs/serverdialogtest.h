// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "dialogs/serverdialog.h"

#include <QtTest/qtest.h>
#include <QtWidgets/qplaintextedit.h>

#include <memory>

namespace McpTest {

/// The dialog of a server, as its tests open it.
class ServerDialogTest
{
protected:
    void open(McpUi::ServerDialog::Purpose purpose, const QStringList &taken = {},
              const Mcp::ServerSpec &spec = {})
    {
        m_dialog = std::make_unique<McpUi::ServerDialog>(purpose, taken);
        if (purpose == McpUi::ServerDialog::Purpose::Edit)
            m_dialog->setSpec(spec);
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    }
    template <typename T>
    T *find(const char *name) const
    {
        T *widget = m_dialog->findChild<T *>(QString::fromLatin1(name));
        if (!widget)
            qFatal("no widget %s", name);
        return widget;
    }
    void enterCommand(const QString &text) const
    {
        find<QPlainTextEdit>("commandEdit")->setPlainText(text);
    }

    std::unique_ptr<McpUi::ServerDialog> m_dialog;
};

} // namespace McpTest
