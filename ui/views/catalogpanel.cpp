// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/catalogpanel.h"

#include "client/client.h"
#include "client/subscriptions.h"
#include "forms/tones.h"
#include "models/catalogmodel.h"
#include "models/format.h"
#include "models/subjectwords.h"
#include "orchestrator/catalog.h"
#include "orchestrator/orchestrator.h"
#include "views/catalogdelegate.h"
#include "views/emptystate.h"
#include "views/icons.h"
#include "views/liststate.h"
#include "views/noticebar.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qtimer.h>
#include <QtGui/qevent.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qlistview.h>
#include <QtWidgets/qstackedwidget.h>
#include <QtWidgets/qtoolbutton.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

constexpr int kRowsLookedAt = 2000; ///< for one whose name begins so
constexpr int kLongList = 10'000;   ///< filtering takes longer than between two keys

QList<Mcp::Catalog *> alive(const QList<QPointer<Mcp::Catalog>> &catalogs)
{
    QList<Mcp::Catalog *> list;
    for (const QPointer<Mcp::Catalog> &catalog : catalogs) {
        if (catalog)
            list.append(catalog);
    }
    return list;
}

} // namespace

CatalogPanel::CatalogPanel(Mcp::Orchestrator *orchestrator, Mcp::CallSubject::Kind kind,
                           const QString &id, CatalogModel *model, QWidget *parent)
    : QWidget(parent)
    , m_orchestrator(orchestrator)
    , m_kind(kind)
    , m_model(model)
    , m_filter(new QLineEdit(this))
    , m_refresh(new QToolButton(this))
    , m_count(new QLabel(this))
    , m_notice(new NoticeBar(this))
    , m_stack(new QStackedWidget(this))
    , m_list(new QListView(this))
    , m_empty(new EmptyState(this))
    , m_filterDelay(new QTimer(this))
{
    m_model->setParent(this);
    buildLayout(id);
    connectWidgets();
    updateState();
}

CatalogPanel::~CatalogPanel() = default;

void CatalogPanel::buildLayout(const QString &id)
{
    const SubjectWords &words = SubjectWords::of(m_kind);
    setObjectName(id + u"sPanel"_s);
    m_filter->setObjectName(id + u"Filter"_s);
    m_filter->setAccessibleName(tr("Filter %1").arg(words.many));
    m_filter->setPlaceholderText(m_filter->accessibleName());
    m_filter->setClearButtonEnabled(true);
    m_refresh->setObjectName(u"refresh%1%2sButton"_s.arg(id.first(1).toUpper(), id.sliced(1)));
    m_refresh->setAccessibleName(tr("Refresh the list of %1").arg(words.many));
    m_refresh->setIcon(icon(u"refresh"_s));
    m_refresh->setAutoRaise(true);
    m_count->setObjectName(id + u"Count"_s);
    m_count->setToolTip(tr("%1 shown").arg(words.list));
    Tones::apply(m_count, Tones::Tone::Dim);
    m_notice->setObjectName(id + u"Notice"_s);
    m_list->setObjectName(id + u"List"_s);
    m_list->setAccessibleName(words.list);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CatalogDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QListView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);

    auto *top = new QHBoxLayout;
    top->setSpacing(4);
    top->addWidget(m_filter, 1);
    top->addWidget(m_count);
    top->addWidget(m_refresh);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(3);
    layout->addLayout(top);
    layout->addWidget(m_notice);
    layout->addWidget(m_stack, 1);
}

void CatalogPanel::connectWidgets()
{
    m_filter->installEventFilter(this);
    m_filterDelay->setSingleShot(true);
    // Only a list that takes its time waits for the next key.
    connect(m_filter, &QLineEdit::textChanged, this,
            [this] { m_filterDelay->start(m_model->totalCount() > kLongList ? 60 : 0); });
    connect(m_filterDelay, &QTimer::timeout, this, [this] {
        if (!m_model->isPrepared())
            return m_filterDelay->start(10);
        const QString kept = current();
        m_model->setFilter(m_filter->text().trimmed());
        m_list->setCurrentIndex(m_model->index(rowFor(m_model->filter(), kept)));
        updateState();
    });
    connect(m_list, &QListView::activated, this, &CatalogPanel::activate);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                if (!index.isValid())
                    return;
                m_wanted = index.data(CatalogModel::NameRole).toString(); // after a refresh, too
                emit currentChanged(m_wanted);
            });
    connect(m_refresh, &QToolButton::clicked, this, &CatalogPanel::refresh);
    connect(m_model, &CatalogModel::modelReset, this, &CatalogPanel::selectWanted);
    connect(m_empty, &EmptyState::triggered, this, &CatalogPanel::onTriggered);
    connect(m_notice, &NoticeBar::triggered, this, &CatalogPanel::askAgain);
}

void CatalogPanel::setServer(const QString &name)
{
    Mcp::Server *server = m_orchestrator->server(name);
    if (server == m_server && (server || m_catalogs.isEmpty()))
        return updateState();
    if (m_server)
        disconnect(m_server, nullptr, this, nullptr);
    for (Mcp::Catalog *catalog : alive(m_catalogs))
        disconnect(catalog, nullptr, this, nullptr);
    m_server = server;
    m_wanted.clear();
    m_catalogs.clear();
    const QList<Mcp::Catalog *> catalogs = attach(server ? name : QString());
    for (Mcp::Catalog *catalog : catalogs) {
        m_catalogs.append(catalog);
        connect(catalog, &Mcp::Catalog::changed, this, &CatalogPanel::updateState);
    }
    if (m_server) {
        connect(m_server, &Mcp::Server::stateChanged, this, &CatalogPanel::onServerState);
        connect(m_server, &Mcp::Server::stepChanged, this, &CatalogPanel::updateState);
        connect(m_server, &QObject::destroyed, this, [this] { setServer({}); });
    }
    attachSubscriptions(server ? name : QString());
    updateState();
    listIfNew(false);
}

/// Whether a server tells of changes belongs to the list.
void CatalogPanel::attachSubscriptions(const QString &server)
{
    if (m_subscriptions)
        disconnect(m_subscriptions, nullptr, this, nullptr);
    const Mcp::Client *client = server.isEmpty() ? nullptr : m_orchestrator->defaultClient(server);
    m_subscriptions = client ? client->subscriptions() : nullptr;
    if (m_subscriptions)
        connect(m_subscriptions, &Mcp::Subscriptions::changed, this, &CatalogPanel::updateState);
}

ListState CatalogPanel::state() const
{
    return { m_kind, m_server, alive(m_catalogs), m_subscriptions };
}

void CatalogPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    listIfNew(true);
}

/// A new connection may do what the last one could not.
void CatalogPanel::onServerState()
{
    updateState();
    // Behind what the connection itself has to say first.
    QMetaObject::invokeMethod(
            this, [this] { listIfNew(true); }, Qt::QueuedConnection);
}

/// What nobody looks at is not asked for, nor what the server does not say it has. Tools are listed
/// by the Orchestrator. What will no longer do, as the server says, is listed again.
void CatalogPanel::listIfNew(bool evenIfFailed)
{
    const ListState state = this->state();
    if (!isVisible() || !state.isReady() || state.isLoading())
        return;
    if (m_kind != Mcp::CallSubject::Kind::Tool && state.isDeclared() && !state.isListed()
        && (evenIfFailed || !state.error()))
        return refresh();
    for (Mcp::Catalog *catalog : alive(m_catalogs)) {
        if (catalog->isExpired())
            catalog->refresh();
    }
}

QString CatalogPanel::current() const
{
    return m_list->currentIndex().data(CatalogModel::NameRole).toString();
}

void CatalogPanel::setCurrent(const QString &name)
{
    m_wanted = name;
    selectWanted();
}

void CatalogPanel::selectWanted()
{
    const int row = m_wanted.isEmpty() ? -1 : m_model->rowOf(m_wanted);
    if (row < 0)
        return;
    m_list->setCurrentIndex(m_model->index(row));
}

void CatalogPanel::focusList()
{
    if (m_stack->currentWidget() == m_list)
        m_list->setFocus(Qt::ShortcutFocusReason);
    else
        m_filter->setFocus(Qt::ShortcutFocusReason);
}

void CatalogPanel::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

int CatalogPanel::totalCount() const
{
    const ListState state = this->state();
    return state.isListed() ? m_model->totalCount() : -1;
}

bool CatalogPanel::isStale() const { return state().isStale(); }

bool CatalogPanel::canRefresh() const
{
    const ListState state = this->state();
    return state.isReady() && !m_catalogs.isEmpty() && !state.isLoading();
}

/// Lists, and where the server has ended the subscription asks for it again.
void CatalogPanel::refresh()
{
    if (m_subscriptions && state().isUnwatched())
        m_subscriptions->restart();
    for (Mcp::Catalog *catalog : alive(m_catalogs))
        catalog->refresh();
}

bool CatalogPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_filter && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        switch (key->key()) {
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown:
            // Walk the list while the filter keeps the focus.
            return QCoreApplication::sendEvent(m_list, event);
        case Qt::Key_Return:
        case Qt::Key_Enter:
            activate(m_list->currentIndex().isValid() ? m_list->currentIndex() : m_model->index(0));
            return true;
        case Qt::Key_Escape:
            m_filter->clear();
            return true;
        default:
            break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

/// Whoever types a name means it, whatever else has the word in its description.
int CatalogPanel::rowFor(const QString &typed, const QString &kept) const
{
    if (const int exact = typed.isEmpty() ? -1 : m_model->rowOf(typed); exact >= 0)
        return exact;
    const int rows = typed.isEmpty() ? 0 : qMin(m_model->rowCount(), kRowsLookedAt);
    for (int row = 0; row < rows; ++row) {
        if (m_model->nameAt(row).startsWith(typed, Qt::CaseInsensitive))
            return row;
    }
    return qMax(0, m_model->rowOf(kept));
}

void CatalogPanel::activate(const QModelIndex &index)
{
    if (m_server && index.isValid())
        emit activated(m_server->name(),
                       index.data(CatalogModel::SubjectRole).value<Mcp::CallSubject>());
}

void CatalogPanel::onTriggered()
{
    if (!m_server)
        return;
    if (m_model->totalCount() > 0 && m_model->rowCount() == 0)
        m_filter->clear();
    else
        askAgain();
}

void CatalogPanel::askAgain()
{
    if (!m_server)
        return;
    if (m_server->state() == Mcp::Server::State::Ready && !m_catalogs.isEmpty())
        refresh();
    else
        emit startRequested(m_server->name());
}

void CatalogPanel::updateState()
{
    const SubjectWords &words = SubjectWords::of(m_kind);
    const ListState state = this->state();
    const bool hasRows = m_model->rowCount() > 0;
    m_stack->setCurrentWidget(hasRows ? static_cast<QWidget *>(m_list) : m_empty);
    m_refresh->setEnabled(canRefresh());
    const QString tip = tr("Ask the server for its %1 again (F5)").arg(words.many);
    m_refresh->setToolTip(
            formatToolTip(state.freshness().isEmpty() ? tip : tip + u'\n' + state.freshness()));
    if (!hasRows && m_server && m_model->totalCount() > 0) {
        m_empty->setMessage(tr("No %1 matches").arg(words.one),
                            tr("Nothing in names, titles and descriptions contains “%1”.")
                                    .arg(m_model->filter()),
                            tr("Clear the filter"));
    } else if (!hasRows) {
        const ListState::Message message = state.whenEmpty();
        m_empty->setMessage(message.title, message.text, message.button);
    }
    updateCount();
    updateNotice(state);
    emit summaryChanged();
}

void CatalogPanel::updateCount()
{
    if (m_model->totalCount() == 0)
        m_count->clear();
    else if (m_model->filter().isEmpty())
        m_count->setText(formatNumber(m_model->totalCount()));
    else
        m_count->setText(tr("%1 of %2")
                                 .arg(formatNumber(m_model->rowCount()),
                                      formatNumber(m_model->totalCount())));
}

void CatalogPanel::updateNotice(const ListState &state)
{
    const ListState::Message message =
            m_model->totalCount() > 0 || (state.isListed() && state.isUnwatched())
                    ? state.notice()
                    : ListState::Message();
    m_notice->setNotice(message.tone, message.text, message.button);
    m_notice->setToolTip(formatToolTip(state.problems().join(u'\n')));
}

} // namespace McpUi
