// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/formfiller.h"

#include "forms/choiceeditor.h"
#include "forms/jsonvalueeditor.h"
#include "forms/objecteditor.h"
#include "forms/unioneditor.h"
#include "schema/schemabranches.h"

#include <QtTest/qtest.h>
#include <QtWidgets/qabstractbutton.h>
#include <QtWidgets/qcheckbox.h>
#include <QtWidgets/qcombobox.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qlistwidget.h>
#include <QtWidgets/qmenu.h>
#include <QtWidgets/qplaintextedit.h>
#include <QtWidgets/qtoolbutton.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace McpUi;
using Mcp::RawJson;
using Mcp::RawJsonMember;
using Mcp::SchemaKind;
using Mcp::SchemaNode;

namespace McpTest {

namespace {

QString below(const QString &path, const QString &key)
{
    return path + Mcp::JsonPointer(QStringList{ key }).toString();
}

ValueEditor *editorOf(QWidget *input)
{
    for (QWidget *at = input; at; at = at->parentWidget()) {
        if (auto *editor = qobject_cast<ValueEditor *>(at))
            return editor;
    }
    return nullptr;
}

/// Goes through what can be chosen until the editor holds @p value.
bool choose(QComboBox *box, const RawJson &value)
{
    for (int i = 0; i < box->count(); ++i) {
        box->setCurrentIndex(i);
        emit box->activated(i);
        if (editorOf(box)->value() == value)
            return true;
    }
    return false;
}

bool tick(QListWidget *list, const RawJson &value)
{
    // In the order of the value, by trying: an element is the one by which the list grows.
    const QList<RawJson> wanted = value.elements();
    for (qsizetype done = 0; done < wanted.size(); ++done) {
        bool found = false;
        for (int i = 0; i < list->count() && !found; ++i) {
            if (list->item(i)->checkState() == Qt::Checked)
                continue;
            list->item(i)->setCheckState(Qt::Checked);
            found = editorOf(list)->value().element(done) == wanted[done];
            if (!found)
                list->item(i)->setCheckState(Qt::Unchecked);
        }
        if (!found)
            return false;
    }
    return true;
}

} // namespace

bool FormFiller::fail(const QString &problem)
{
    if (m_problem.isEmpty())
        m_problem = problem;
    return false;
}

bool FormFiller::click(const QString &name)
{
    auto *button = m_form->findChild<QAbstractButton *>(name);
    if (!button)
        return false;
    button->click();
    return true;
}

bool FormFiller::trigger(const QString &path, const QString &action)
{
    auto *button = m_form->findChild<QToolButton *>("state:"_L1 + path);
    if (!button)
        return fail(u"there is no state button of "_s + path);
    emit button->menu()->aboutToShow();
    auto *found = button->menu()->findChild<QAction *>(action);
    if (!found)
        return fail(u"%1 cannot be chosen for %2"_s.arg(action, path));
    found->trigger();
    return true;
}

bool FormFiller::fillMember(const QString &name, const RawJson &value, bool backwards)
{
    m_problem.clear();
    m_backwards = backwards;
    m_top = below({}, name);
    const SchemaNode root = m_form->parser().root();
    const Mcp::SchemaProperty *property = root.property(name);
    if (!m_form->findChild<QWidget *>("field:"_L1 + m_top) && !click(u"optional:"_s))
        return fail(u"there is no field "_s + m_top);
    if (!property)
        return fail(u"not declared"_s);
    return fill(m_top, value, m_form->parser().parse(property->schema));
}

bool FormFiller::fill(const QString &path, const RawJson &value, const SchemaNode &node)
{
    switch (node.kind) {
    case SchemaKind::Any:
    case SchemaKind::Union:
        return value.isNull() ? trigger(path, u"makeNull"_s) : fillUnion(path, value);
    case SchemaKind::Object:
        return value.isNull() ? trigger(path, u"makeNull"_s) : fillObject(path, value, node);
    case SchemaKind::Array:
        if (value.isNull())
            return trigger(path, u"makeNull"_s);
        if (m_form->findChild<QListWidget *>("input:"_L1 + path))
            return value.count() == 0 ? trigger(path, u"makeEmpty"_s) : fillInput(path, value);
        return fillArray(path, value, node);
    case SchemaKind::Choice:
    case SchemaKind::Constant:
    case SchemaKind::Null:
        return fillInput(path, value);
    default:
        return value.isNull() ? trigger(path, u"makeNull"_s) : fillInput(path, value);
    }
}

bool FormFiller::fillUnion(const QString &path, const RawJson &value)
{
    auto *chooser = m_form->findChild<QComboBox *>("branch:"_L1 + path);
    if (!chooser)
        return fail(u"there is no chooser of "_s + path);
    auto *editor = static_cast<UnionEditor *>(editorOf(chooser));
    const int branch = Mcp::fittingBranch(value, editor->branches(), m_form->parser());
    if (branch < 0)
        return fail(u"no branch of %1 fits"_s.arg(path));
    const SchemaNode node = editor->branches()[branch].node;
    chooser->setCurrentIndex(branch);
    emit chooser->activated(branch);
    return fill(path, value, node);
}

bool FormFiller::fillObject(const QString &path, const RawJson &value, const SchemaNode &node)
{
    if (value.count() == 0)
        return trigger(path, u"makeEmpty"_s);
    auto *group = m_form->findChild<ObjectEditor *>("group:"_L1 + path);
    if (!group)
        return fail(u"there is no group "_s + path);
    if (!group->isOpen() && !click("fold:"_L1 + path))
        return fail(u"the group %1 cannot be opened"_s.arg(path));
    QList<RawJsonMember> members = value.members();
    if (m_backwards)
        std::reverse(members.begin(), members.end());
    for (const RawJsonMember &member : members) {
        const Mcp::SchemaProperty *property = node.property(member.key);
        if (!property)
            continue;
        const QString at = below(path, member.key);
        if (!m_form->findChild<QWidget *>("field:"_L1 + at) && !click("optional:"_L1 + path))
            return fail(u"there is no field "_s + at);
        if (!fill(at, member.value, m_form->parser().parse(property->schema)))
            return false;
    }
    // Rows stand in the order they are made.
    for (const RawJsonMember &member : value.members()) {
        if (!node.property(member.key) && !fillOther(path, member, node))
            return false;
    }
    return true;
}

bool FormFiller::fillOther(const QString &path, const RawJsonMember &member, const SchemaNode &node)
{
    int count = 0;
    while (m_form->findChild<QLineEdit *>(u"key:%1:%2"_s.arg(path).arg(count)))
        ++count;
    if (!click("add:"_L1 + path))
        return fail(u"no member can be added to "_s + path);
    auto *key = m_form->findChild<QLineEdit *>(u"key:%1:%2"_s.arg(path).arg(count));
    if (!key)
        return fail(u"no row was added to "_s + path);
    key->insert(member.key);
    SchemaNode kind;
    for (const RawJsonMember &pattern : node.patternProperties.members()) {
        if (QRegularExpression(pattern.key).match(member.key).hasMatch())
            kind = m_form->parser().parse(pattern.value);
    }
    if (node.patternProperties.isAbsent() && node.additionalProperties.isObject())
        kind = m_form->parser().parse(node.additionalProperties);
    return fill(below(path, member.key), member.value, kind);
}

bool FormFiller::fillArray(const QString &path, const RawJson &value, const SchemaNode &node)
{
    const QList<RawJson> elements = value.elements();
    if (elements.isEmpty())
        return trigger(path, u"makeEmpty"_s);
    for (qsizetype i = 0; i < elements.size(); ++i) {
        const bool fixed = i < node.prefixItems.size();
        if (!fixed && !click("add:"_L1 + path))
            return fail(u"no item can be added to "_s + path);
        const RawJson schema = fixed                   ? node.prefixItems[i]
                               : node.items.isObject() ? node.items
                                                       : RawJson::fromText("{}");
        if (!fill(path + u'/' + QString::number(i), elements[i], m_form->parser().parse(schema)))
            return false;
    }
    return true;
}

bool FormFiller::fillInput(const QString &path, const RawJson &value)
{
    auto *input = m_form->findChild<QWidget *>("input:"_L1 + path);
    if (!input)
        return fail(u"there is no input "_s + path);
    if (qobject_cast<JsonValueEditor *>(editorOf(input))) {
        m_usedJson = true;
        m_usedJsonAtTop = m_usedJsonAtTop || path == m_top;
    }
    const QString text = value.isString() ? value.toString() : QString::fromUtf8(value.view());
    if (auto *line = qobject_cast<QLineEdit *>(input)) {
        line->selectAll();
        if (text.isEmpty())
            QTest::keyClick(line, Qt::Key_Backspace);
        else
            line->insert(text);
    } else if (auto *edit = qobject_cast<QPlainTextEdit *>(input)) {
        if (text.isEmpty())
            QTest::keyClick(edit, Qt::Key_Backspace);
        else
            edit->setPlainText(text);
    } else if (auto *list = qobject_cast<QListWidget *>(input)) {
        return tick(list, value) || fail(u"%1 cannot be ticked"_s.arg(path));
    } else if (auto *box = qobject_cast<QComboBox *>(input)) {
        return choose(box, value) || fail(u"%1 does not offer the value"_s.arg(path));
    } else if (auto *check = qobject_cast<QCheckBox *>(input)) {
        for (int i = 0; i < 3 && !(editorOf(check)->value() == value); ++i)
            check->click();
        return editorOf(check)->value() == value || fail(u"%1 cannot be ticked"_s.arg(path));
    } else {
        return fail(u"%1 is a widget that nobody can fill in"_s.arg(path));
    }
    return true;
}

} // namespace McpTest
