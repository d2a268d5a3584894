// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "forms/argumentform.h"

#include <QtTest/qtest.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qmenu.h>
#include <QtWidgets/qtoolbutton.h>

#include <memory>

namespace McpTest {

/// A form on the screen with one property "v" of the schema in question, and its parts by name.
class FormHarness
{
public:
    void make(const QByteArray &schema, bool required = false)
    {
        makeWhole("{\"type\":\"object\",\"properties\":{\"v\":" + schema + "},\"required\":["
                  + (required ? "\"v\"" : "") + "]}");
    }
    void makeWhole(const QByteArray &schema)
    {
        m_form = std::make_unique<McpUi::ArgumentForm>();
        m_form->setSchema(Mcp::RawJson::fromText(schema));
        m_form->resize(400, 500);
        m_form->show();
        QVERIFY(QTest::qWaitForWindowActive(m_form.get()));
    }
    McpUi::ArgumentForm &form() const { return *m_form; }

    template <typename T>
    T *child(const QString &name) const
    {
        T *found = m_form->findChild<T *>(name);
        if (!found)
            qFatal("no child %s", qPrintable(name));
        return found;
    }
    bool has(const QString &name) const { return m_form->findChild<QWidget *>(name) != nullptr; }
    template <typename T>
    T *input(const QString &path = QStringLiteral("/v")) const
    {
        T *found = child<T>(QStringLiteral("input:") + path);
        found->setFocus();
        return found;
    }
    void click(const QString &name) const
    {
        QTest::mouseClick(child<QWidget>(name), Qt::LeftButton);
    }

    /// The member "v" as it would be sent; "(absent)" without one.
    QByteArray v() const
    {
        const Mcp::RawJson member = m_form->value().value("v");
        return member.isAbsent() ? QByteArray("(absent)") : member.toByteArray();
    }
    void set(const QByteArray &v) { m_form->setValue(Mcp::RawJson::fromText("{\"v\":" + v + '}')); }

    /// What is shown beside the value; empty if nothing is.
    QString problem(const QString &path = QStringLiteral("/v")) const
    {
        const auto *label = child<QLabel>(QStringLiteral("problem:") + path);
        return label->isVisible() ? label->text() : QString();
    }

    /// From the menu that says what is sent.
    void choose(const QString &action, const QString &path = QStringLiteral("/v"))
    {
        auto *menu = child<QToolButton>(QStringLiteral("state:") + path)->menu();
        emit menu->aboutToShow();
        auto *found = menu->findChild<QAction *>(action);
        QVERIFY2(found, qPrintable(action));
        found->trigger();
    }

private:
    std::unique_ptr<McpUi::ArgumentForm> m_form;
};

} // namespace McpTest
