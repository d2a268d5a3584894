// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/background.h"
#include "support/patience.h"
#include "views/resultview.h"

#include <QAbstractButton>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>

/// A result view as a window, and what a person would look for in it.
class ResultHarness
{
public:
    ResultHarness()
    {
        view.resize(640, 480);
        view.show();
    }

    void show(const QByteArray &result, const QStringList &warnings = {})
    {
        show(Mcp::RawJson::fromText(result), warnings);
    }

    void show(const Mcp::RawJson &result, const QStringList &warnings = {})
    {
        McpUi::CallOutcome outcome;
        outcome.result = result;
        outcome.elapsedMs = 12;
        outcome.warnings = warnings;
        outcome.toolName = QStringLiteral("my/tool");
        view.setOutcome(outcome);
        waitForBlocks(result);
    }

    void show(const Mcp::Error &error)
    {
        McpUi::CallOutcome outcome;
        outcome.result = error;
        outcome.elapsedMs = 5000;
        outcome.toolName = QStringLiteral("my/tool");
        view.setOutcome(outcome);
    }

    /// By objectName; null unless a user can see it.
    template <typename T = QWidget>
    T *find(const char *name) const
    {
        const QList<T *> all = view.findChildren<T *>(QString::fromLatin1(name));
        for (T *widget : all) {
            if (widget->isVisibleTo(&view))
                return widget;
        }
        return nullptr;
    }

    QString text(const char *name) const
    {
        if (auto *label = find<QLabel>(name))
            return label->text();
        if (auto *edit = find<QPlainTextEdit>(name))
            return edit->toPlainText();
        return QStringLiteral("(no such widget)");
    }

    void click(const char *name)
    {
        auto *button = find<QAbstractButton>(name);
        QVERIFY2(button && button->isEnabled(), name);
        QTest::mouseClick(button, Qt::LeftButton);
    }

    QTabWidget *tabs() const { return view.findChild<QTabWidget *>(QStringLiteral("resultTabs")); }
    QString tab() const { return tabs()->tabText(tabs()->currentIndex()); }

    /// As a user does: a click on the tab.
    void openTab(int index)
    {
        QTest::mouseClick(tabs()->tabBar(), Qt::LeftButton, {},
                          tabs()->tabBar()->tabRect(index).center());
    }

    McpUi::ResultView view;

private:
    /// The first block is there at once, the others when a slow machine comes to it.
    void waitForBlocks(const Mcp::RawJson &result) const
    {
        const qsizetype count = result.value("content").count();
        if (count < 2 || count > kPage || result.size() >= McpUi::kBackgroundSize)
            return;
        const QString last = QStringLiteral("block%1").arg(count);
        (void)QTest::qWaitFor([&] { return view.findChild<QWidget *>(last); }, McpTest::kWaitMs);
    }

    static constexpr qsizetype kPage = 50; ///< more come on further pages
};
