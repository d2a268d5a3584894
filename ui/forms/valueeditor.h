// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "schema/schemavalidator.h"
#include "json/rawjson.h"

#include <QtWidgets/qwidget.h>

namespace McpUi {

/*!
 * Base of the editors for one JSON value: a text, a number, a choice, a group of members, a list.
 * An editor is either blank or holds a value; whether blank means "absent" or "null" is its
 * ValueSlot's business. GUI thread; child of its slot.
 */
class ValueEditor : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// What was edited, in the exact text that is to be sent; absent while blank. Text that is no
    /// JSON (of a JSON editor) comes back as it is: see inputProblem().
    virtual Mcp::RawJson value() const = 0;
    /// Shows @p value. False when this editor cannot express it to the letter of its meaning; then
    /// nothing was changed.
    virtual bool setValue(const Mcp::RawJson &value) = 0;
    /// Back to blank.
    virtual void clear() = 0;
    /// Shown while blank: "not set", "null", "required" ...
    virtual void setBlankHint(const QString &) {}
    /// Nobody wants to leave it out: editing does not lead there by itself.
    virtual void setRequired(bool) {}
    /// Why what was typed is not of the kind this editor is for; empty if it is.
    virtual QString inputProblem() const { return {}; }
    /// Adds the input problems of this editor, which stands at @p at, and of those inside it.
    virtual void collectInputProblems(const Mcp::JsonPointer &at,
                                      QList<Mcp::SchemaProblem> &problems) const;
    /// True when value() is or contains text that is no JSON, which must not be sent.
    virtual bool isBroken() const { return false; }

    /// Names the inputs for tests and assistive technology: @p path is the JSON pointer of the
    /// value, @p name what people call it.
    virtual void setIdentity(const QString &path, const QString &name) = 0;
    /// The widget that takes the keyboard focus.
    virtual QWidget *input() = 0;

    /// Hands problems (pointers relative to this value) to the fields inside; @p all shows those of
    /// untouched fields, too. Returns the ones no field was found for.
    virtual QList<Mcp::SchemaProblem> placeProblems(const QList<Mcp::SchemaProblem> &problems,
                                                    bool all);
    /// Opens what is folded and moves the focus to the value at @p pointer or the nearest above.
    virtual void reveal(const Mcp::JsonPointer &pointer);

    /// The empty value of the kind that is edited ("", [], {}); absent where there is none.
    virtual Mcp::RawJson emptyValue() const { return {}; }
    /// Takes whole lines, can be folded, and builds itself when it is opened. May change with the
    /// value, see shapeChanged().
    virtual bool isGroup() const { return false; }
    virtual bool isOpen() const { return true; }
    virtual void setOpen(bool) {}

signals:
    /// The user changed the value.
    void edited();
    /// The focus left an input.
    void left();
    /// Ctrl+Delete, Ctrl+0 and Alt+Return in an input.
    void clearRequested();
    void nullRequested();
    void menuRequested();
    /// Return was pressed where it has no other meaning.
    void confirmed();
    /// isGroup() is another one.
    void shapeChanged();

protected:
    /// Makes @p input obey the keys above, and ignore the wheel while it has no focus.
    void watch(QWidget *input);
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace McpUi
