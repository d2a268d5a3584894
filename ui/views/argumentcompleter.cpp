// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/argumentcompleter.h"

#include "client/client.h"
#include "forms/argumenteditor.h"
#include "forms/argumentform.h"
#include "models/format.h"
#include "orchestrator/orchestrator.h"
#include "views/callpage.h"
#include "views/callrunner.h"
#include "wire/errorcode.h"
#include "json/jsonpointer.h"
#include "json/jsonwriter.h"
#include "json/unseen.h"

#include <QtGui/qevent.h>
#include <QtGui/qstandarditemmodel.h>
#include <QtWidgets/qabstractitemview.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qcompleter.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qplaintextedit.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

constexpr int kDelayMs = 250; ///< protocol: clients should not ask at every key
constexpr int kShownChoices = 12;
constexpr int kValueRole = Qt::UserRole; ///< what is shown is made safe to paint
constexpr int kShownChars = 200;
constexpr QLatin1StringView inputPrefix = "input:"_L1;

bool isCompletable(const QWidget *input)
{
    const auto *line = qobject_cast<const QLineEdit *>(input);
    return (line && line->echoMode() == QLineEdit::Normal && !line->isReadOnly())
           || qobject_cast<const QPlainTextEdit *>(input);
}

/// What goes into the field is seen: in quotes where something of it cannot be.
QString shown(const QString &value)
{
    const QString beginning = value.left(kShownChars);
    const bool isUnseen = Mcp::Unseen::isIn(beginning)
                          || std::any_of(beginning.begin(), beginning.end(), [](QChar c) {
                                 return c.category() == QChar::Other_Control;
                             });
    return (isUnseen ? formatQuoted(beginning) : beginning)
           + (value.size() > kShownChars ? u"…"_s : QString());
}

} // namespace

ArgumentCompleter::ArgumentCompleter(const Mcp::CompletionReference &reference,
                                     Mcp::Orchestrator *orchestrator, CallPage *page)
    : QObject(page)
    , m_reference(reference)
    , m_orchestrator(orchestrator)
    , m_page(page)
    , m_completer(new QCompleter(this))
    , m_choices(new QStandardItemModel(this))
{
    m_completer->setModel(m_choices);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(kShownChoices);
    m_completer->popup()->setObjectName(u"completions"_s);
    m_completer->popup()->setAccessibleName(tr("What the server proposes"));
    m_completer->popup()->installEventFilter(this);
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelayMs);
    connect(&m_delay, &QTimer::timeout, this, &ArgumentCompleter::ask);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &index) {
                if (index.flags() & Qt::ItemIsSelectable)
                    choose(index.data(kValueRole).toString());
            });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (now != m_input && now != m_completer->popup())
            follow(now);
    });
    connect(page->runner(), &CallRunner::serverChanged, this, [this] {
        drop();
        m_refused = false;
    });
}

ArgumentCompleter::~ArgumentCompleter() { drop(); }

/// The field that has the focus, if it is one of this form.
void ArgumentCompleter::follow(QWidget *input)
{
    drop();
    if (m_input) {
        m_input->removeEventFilter(this);
        disconnect(m_input, nullptr, this, nullptr);
    }
    m_input = nullptr;
    if (!input || !input->objectName().startsWith(inputPrefix) || !isCompletable(input)
        || !m_page->editor()->form()->isAncestorOf(input))
        return;
    m_input = input;
    input->installEventFilter(this);
    m_completer->setWidget(input);
    if (const auto *line = qobject_cast<QLineEdit *>(input))
        connect(line, &QLineEdit::textEdited, this, &ArgumentCompleter::onTyped);
    else if (const auto *lines = qobject_cast<QPlainTextEdit *>(input))
        connect(lines, &QPlainTextEdit::textChanged, this, &ArgumentCompleter::onTyped);
}

Mcp::Client *ArgumentCompleter::client() const
{
    const QString server = m_page->serverName();
    Mcp::Client *client = m_orchestrator->defaultClient(server);
    if (!client || !client->isInitialized() || !m_page->runner()->isServerReady() || m_refused)
        return nullptr;
    const auto connection = client->connection();
    // 2024-11-05 has completion but no capability for it: that is found out by asking.
    const bool may = connection
                     && (connection->declares("completions")
                         || connection->revision == Mcp::Revision::V2024_11_05);
    return may ? client : nullptr;
}

QString ArgumentCompleter::text() const
{
    if (const auto *line = qobject_cast<const QLineEdit *>(m_input.data()))
        return line->text();
    const auto *lines = qobject_cast<const QPlainTextEdit *>(m_input.data());
    return lines ? lines->toPlainText() : QString();
}

/// The argument that the field belongs to; an element of a list belongs to the list.
QString ArgumentCompleter::argument() const
{
    if (!m_input)
        return {};
    const auto pointer = Mcp::JsonPointer::parse(m_input->objectName().mid(inputPrefix.size()));
    return pointer && !pointer->isRoot() ? pointer->tokens().constFirst() : QString();
}

Mcp::RawJson ArgumentCompleter::others(const QString &argument) const
{
    Mcp::JsonObjectWriter filled;
    const QList<Mcp::RawJsonMember> members = m_page->arguments().members();
    for (const Mcp::RawJsonMember &member : members) {
        if (member.key != argument && member.value.isString() && member.value.size() > 2)
            filled.add(member.key, member.value);
    }
    return filled.toRawJson();
}

void ArgumentCompleter::drop()
{
    m_delay.stop();
    if (m_call)
        m_call->cancel();
    m_call = nullptr;
    m_completer->popup()->hide();
}

void ArgumentCompleter::onTyped()
{
    if (m_choosing || !m_input || !m_input->hasFocus())
        return;
    if (client())
        m_delay.start();
}

void ArgumentCompleter::ask()
{
    Mcp::Client *asked = client();
    const QString name = argument();
    if (!asked || name.isEmpty() || !m_input->hasFocus())
        return;
    if (m_call)
        m_call->cancel();
    const QString typed = text();
    m_call = asked->complete(m_reference, name, typed, others(name));
    connect(m_call, &Mcp::Call::finished, this, [this, call = m_call.data(), typed] {
        if (call == m_call)
            onAnswered(*call, typed);
    });
}

void ArgumentCompleter::onAnswered(const Mcp::Call &call, const QString &asked)
{
    const auto outcome = call.outcome();
    m_call = nullptr;
    if (!outcome) {
        m_refused = outcome.error().code == Mcp::ErrorCode::methodNotFound;
        return m_completer->popup()->hide();
    }
    if (m_input && m_input->hasFocus() && text() == asked)
        show(Mcp::Completion::fromResult(*outcome));
}

void ArgumentCompleter::show(const Mcp::Completion &completion)
{
    m_choices->clear();
    const bool nothingNew = completion.values.isEmpty()
                            || (completion.values == QStringList{ text() } && !completion.hasMore);
    if (nothingNew)
        return m_completer->popup()->hide();
    for (const QString &value : completion.values) {
        auto *item = new QStandardItem(shown(value));
        item->setData(value, kValueRole);
        item->setToolTip(formatToolTip(value));
        item->setEditable(false);
        m_choices->appendRow(item);
    }
    const qint64 more = completion.total.value_or(0) - completion.values.size();
    if (completion.hasMore || more > 0) {
        auto *item = new QStandardItem(more > 0 ? tr("… %1 more").arg(formatNumber(more))
                                                : tr("… and more"));
        item->setFlags(Qt::NoItemFlags);
        m_choices->appendRow(item);
    }
    const QAbstractItemView *popup = m_completer->popup();
    const int wanted = popup->sizeHintForColumn(0) + 2 * popup->fontMetrics().height();
    const QRect place(0, 0, qMax(m_input->width(), qMin(wanted, 3 * m_input->width())),
                      m_input->height());
    m_completer->complete(place);
}

void ArgumentCompleter::choose(const QString &value)
{
    if (!m_input)
        return;
    m_choosing = true;
    // As if it had been typed, so that it can be undone.
    if (auto *line = qobject_cast<QLineEdit *>(m_input.data())) {
        line->selectAll();
        line->insert(value);
    } else if (auto *lines = qobject_cast<QPlainTextEdit *>(m_input.data())) {
        lines->selectAll();
        lines->insertPlainText(value);
    }
    m_choosing = false;
}

bool ArgumentCompleter::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isReturn = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (watched == m_completer->popup() && isReturn && key->modifiers() & Qt::ControlModifier) {
        m_completer->popup()->hide(); // it is for the page
        return QCoreApplication::sendEvent(m_page, event);
    }
    // A text of several lines would take it for a new one.
    const QModelIndex chosen = m_completer->popup()->currentIndex();
    if (watched == m_completer->popup() && isReturn && chosen.flags() & Qt::ItemIsSelectable) {
        m_completer->popup()->hide();
        choose(chosen.data(kValueRole).toString());
        return true;
    }
    // Down in a line asks without a key having to be typed.
    if (watched == m_input && key->key() == Qt::Key_Down && key->modifiers() == Qt::NoModifier
        && qobject_cast<QLineEdit *>(m_input.data()) && client()) {
        ask();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace McpUi
