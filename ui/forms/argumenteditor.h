// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "schema/schemavalidator.h"
#include "json/rawjson.h"

#include <QtWidgets/qwidget.h>

class QLabel;
class QToolButton;

namespace McpUi {

class ArgumentForm;
class ElidingLabel;
class JsonPane;
class LowStack;
class ProblemList;

/*!
 * Edits a tool's arguments as a form or as JSON: two views of one text. Switching changes nothing
 * that was not edited; from text that is no JSON there is no way to the form, only a message. Used
 * by the call page; GUI thread.
 */
class ArgumentEditor : public QWidget
{
    Q_OBJECT

public:
    enum class Mode { Form, Json };

    explicit ArgumentEditor(QWidget *parent = nullptr);
    /// In place of "Arguments".
    void setTitle(const QString &title);

    /// Builds the form for @p schema. What is being edited stays, in the same mode and, as far as
    /// the field still exists, with the same focus.
    void setSchema(const Mcp::RawJson &schema);
    ArgumentForm *form() const { return m_form; }

    /// As they would be sent: {} for blank JSON text; absent when the text is no JSON.
    Mcp::RawJson arguments() const;
    void setArguments(const Mcp::RawJson &arguments);

    /// The text as it stands, JSON or not.
    QByteArray text() const;
    /// Shows @p text in @p mode; text that is no JSON is shown as JSON text in any case.
    void setText(const QByteArray &text, Mode mode);

    Mode mode() const { return m_mode; }
    /// Is there text that is no JSON, so that nothing could be sent?
    bool isBroken() const { return arguments().isAbsent(); }
    /// False when the text is no JSON and the form was asked for; then a message says so.
    bool setMode(Mode mode);

    QList<Mcp::SchemaProblem> problems() const;
    /// Shows every problem, in the fields and in the summary; the first gets the focus.
    void showProblems();
    /// Moves the focus to the first field or the text.
    void focusInput();

public slots:
    void toggleMode();

signals:
    /// The arguments are others now, or the mode is.
    void edited();
    /// problems() may be others now; a little after edited().
    void problemsChanged();

protected:
    bool focusNextPrevChild(bool next) override;

private:
    void syncFromForm() const;
    void showMode();
    void updateSummary();
    void jumpTo(const Mcp::JsonPointer &pointer);
    QToolButton *modeButton(const QString &text, const QString &name);

    ArgumentForm *m_form;
    JsonPane *m_json;
    LowStack *m_stack;
    ProblemList *m_problemList;
    ElidingLabel *m_title;
    QLabel *m_message;
    QToolButton *m_formButton;
    QToolButton *m_jsonButton;
    Mode m_mode = Mode::Form;
    mutable QByteArray m_text{ "{}" }; ///< the text, up to date unless the form is ahead
    mutable bool m_formAhead = false;  ///< the form was edited since m_text was written
    bool m_showProblems = false;
};

} // namespace McpUi
