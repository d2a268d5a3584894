// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "forms/formcontext.h"
#include "schema/schemavalidator.h"

#include <QtCore/qtimer.h>
#include <QtWidgets/qscrollarea.h>

class QLabel;
class QVBoxLayout;

namespace McpUi {

class ValueSlot;

/*!
 * The form of a schema: editors for a value, in the author's order, with problems beside the
 * fields. Any value can be set and comes back as it was, also one that does not fit the schema at
 * all. GUI thread.
 */
class ArgumentForm : public QScrollArea
{
    Q_OBJECT

public:
    explicit ArgumentForm(QWidget *parent = nullptr);
    ~ArgumentForm() override;

    /// Builds the form anew, blank. An absent schema stands for "not declared": the value is edited
    /// as JSON.
    void setSchema(const Mcp::RawJson &schema);
    /// What its values are called, and what the form says where it has no fields: there are none,
    /// nobody knows yet, nobody says. Those of a tool unless set.
    struct Words
    {
        QString none;
        QString unknown;
        QString undeclared;
        QString title = {}; ///< "Arguments" if it is empty
    };
    void setWords(const Words &words);
    /// False until setSchema(): then nobody knows yet what the tool takes.
    bool isSchemaKnown() const { return m_schemaKnown; }
    const Mcp::SchemaParser &parser() const { return m_context.parser; }
    /// Does the schema declare no arguments at all?
    bool isEmpty() const { return m_empty; }

    /// What is edited. When a JSON field holds text that is no JSON, the whole is none either.
    Mcp::RawJson value() const;
    void setValue(const Mcp::RawJson &value);

    /// Everything that is wrong now, what was typed wrong first. Problems of text that is no JSON
    /// hide those of the schema, which needs a value.
    QList<Mcp::SchemaProblem> problems() const;
    bool isBroken() const;
    /// From now on problems of untouched fields are shown, too.
    void showAllProblems();
    /// Opens what is folded on the way to @p pointer, scrolls there and sets the focus.
    void reveal(const Mcp::JsonPointer &pointer);

signals:
    void edited();
    /// problems() was computed again.
    void problemsChanged();

protected:
    bool focusNextPrevChild(bool next) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build(const Mcp::RawJson &schema);
    void addNotes(const Mcp::RawJson &schema, const Mcp::SchemaNode &node);
    void addJsonNote();
    void showFocusLater();
    void showWithHeading(QWidget *input);
    void showMessage(const QString &text);
    Mcp::SchemaOutcome outcome() const;
    void updateProblems();
    void sortByPlace(QList<Mcp::SchemaProblem> &problems) const;

    Words m_words;
    FormContext m_context;
    Mcp::SchemaValidator m_validator;
    ValueSlot *m_root = nullptr;
    QWidget *m_body = nullptr;
    QVBoxLayout *m_layout = nullptr;
    QLabel *m_unchecked = nullptr; ///< what no check could tell
    QTimer m_problemTimer;
    bool m_empty = false;
    bool m_schemaKnown = false;
    bool m_showAll = false;
};

} // namespace McpUi
