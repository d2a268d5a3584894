// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/servermodel.h"

#include "models/format.h"
#include "orchestrator/orchestrator.h"
#include "orchestrator/questions.h"
#include "orchestrator/serverstore.h"
#include "orchestrator/toolcatalog.h"

#include <QtCore/qdatetime.h>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

using State = Mcp::Server::State;

bool isUnderWay(const Mcp::Server &server)
{
    return server.state() == State::Starting || server.state() == State::Running;
}

/// What answers instead of a person, in a word or two.
QString responderWords(const Mcp::ServerSpec &spec)
{
    using Kind = Mcp::SamplingResponder::Kind;
    if (spec.withheld.sampling)
        return {};
    switch (spec.responder.kind) {
    case Kind::Off:
        break;
    case Kind::Text:
        return u"auto: text"_s;
    case Kind::Echo:
        return u"auto: echo"_s;
    case Kind::Command:
        return u"auto: program"_s;
    }
    return {};
}

QString failureLine(const Mcp::ServerFailure &failure)
{
    if (failure.exitCode)
        return u"exit code %1"_s.arg(*failure.exitCode);
    if (failure.signal)
        return u"ended by signal %1"_s.arg(*failure.signal);
    return displayLine(failure.error.message, 200);
}

} // namespace

ServerModel::ServerModel(Mcp::Orchestrator *orchestrator, QObject *parent)
    : QAbstractListModel(parent)
    , m_orchestrator(orchestrator)
{
    m_clock.setInterval(1000);
    connect(&m_clock, &QTimer::timeout, this, &ServerModel::updateClock);
    connect(orchestrator, &Mcp::Orchestrator::serverAdded, this, &ServerModel::sync);
    connect(orchestrator, &Mcp::Orchestrator::serverRemoved, this, &ServerModel::sync);
    connect(orchestrator, &Mcp::Orchestrator::serverOrderChanged, this, &ServerModel::sync);
    connect(orchestrator, &Mcp::Orchestrator::serverRenamed, this, &ServerModel::rename);
    if (Mcp::ServerStore *store =
                orchestrator->store()) // a server of this run may be kept for good
        connect(store, &Mcp::ServerStore::changed, this, &ServerModel::touchAll);
    connect(orchestrator->questions(), &Mcp::Questions::changed, this,
            &ServerModel::onQuestionsChanged);
    sync();
}

int ServerModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_names.size());
}

int ServerModel::rowOf(const QString &name) const { return int(m_names.indexOf(name)); }

QString ServerModel::nameAt(int row) const { return m_names.value(row); }

QVariant ServerModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const QString name = nameAt(index.row());
    const Mcp::Server *server = m_orchestrator->server(name);
    if (!server)
        return role == Qt::DisplayRole || role == NameRole ? QVariant(name) : QVariant();
    const Mcp::ToolCatalog *catalog = m_orchestrator->tools(name);
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return name;
    case Qt::ToolTipRole:
        return toolTip(*server);
    case Qt::AccessibleTextRole:
        return name + u", "_s + detail(*server) + askingWords(name);
    case StateRole:
        return int(server->state());
    case DetailRole:
        return detail(*server);
    case ToolCountRole:
        return catalog && catalog->isListed() ? int(catalog->tools().size()) : -1;
    case WarningsRole:
        return server->warnings();
    case FailureRole:
        return server->state() == State::Failed ? server->failure().describe() : QString();
    case AdHocRole:
        return m_orchestrator->isAdHoc(name);
    case QuestionsRole:
        return int(m_asking.value(name));
    case ResponderRole:
        return responderWords(server->spec());
    default:
        return {};
    }
}

QString ServerModel::detail(const Mcp::Server &server) const
{
    switch (server.state()) {
    case State::Ready:
        if (server.connection())
            return u"ready · "_s + Mcp::toString(server.connection()->revision);
        return u"ready"_s;
    case State::Starting:
    case State::Running: {
        const qint64 seconds = (QDateTime::currentMSecsSinceEpoch() - server.startedAt()) / 1000;
        QString text = server.step().isEmpty() ? u"starting"_s : server.step();
        if (server.startedAt() > 0 && seconds > 0)
            text += u" · %1 s"_s.arg(seconds);
        return text;
    }
    case State::Failed:
        return u"failed · "_s + failureLine(server.failure());
    case State::Stopped:
    case State::Stopping:
        break;
    }
    return Mcp::Server::stateName(server.state()).toLower();
}

/// ", 2 questions wait" for those who hear it, too.
QString ServerModel::askingWords(const QString &name) const
{
    const qsizetype asking = m_asking.value(name);
    if (asking == 0)
        return {};
    return u", "_s + formatCount(asking, u"question waits"_s, u"questions wait"_s)
           + u" for your answer"_s;
}

/// Only the rows that are others now: a server may ask often.
void ServerModel::onQuestionsChanged()
{
    const Mcp::Questions *questions = m_orchestrator->questions();
    QHash<QString, qsizetype> asking;
    const QList<Mcp::InputRequest *> open = questions->open();
    for (const Mcp::InputRequest *request : open)
        ++asking[questions->serverOf(request)];
    const QHash<QString, qsizetype> before = std::exchange(m_asking, asking);
    for (int row = 0; row < m_names.size(); ++row) {
        if (before.value(m_names.at(row)) != asking.value(m_names.at(row)))
            emit dataChanged(index(row), index(row));
    }
}

QString ServerModel::toolTip(const Mcp::Server &server) const
{
    QStringList lines = { server.name() + u": "_s + detail(server),
                          displayLine(server.spec().launch.commandLine(), 500) };
    if (const QString words = askingWords(server.name()); !words.isEmpty())
        lines += words.sliced(2); // behind the comma
    if (const QString words = responderWords(server.spec()); !words.isEmpty())
        lines += u"Its sampling requests are answered without you: "_s + words;
    for (const QString &warning : server.warnings())
        lines += u"⚠ "_s + displayLine(warning, 300);
    return formatToolTip(lines.join(u'\n'));
}

void ServerModel::sync()
{
    const QStringList names = m_orchestrator->serverNames();
    removeVanished(names);
    insertNew(names);
    reorder(names);
}

void ServerModel::removeVanished(const QStringList &names)
{
    for (int row = int(m_names.size()) - 1; row >= 0; --row) {
        if (names.contains(m_names.at(row)))
            continue;
        beginRemoveRows({}, row, row);
        m_names.removeAt(row);
        endRemoveRows();
    }
}

void ServerModel::insertNew(const QStringList &names)
{
    for (int i = 0; i < names.size(); ++i) {
        if (m_names.contains(names.at(i)))
            continue;
        const int row = qMin(i, int(m_names.size()));
        beginInsertRows({}, row, row);
        m_names.insert(row, names.at(i));
        endInsertRows();
        watch(names.at(i));
    }
}

void ServerModel::reorder(const QStringList &names)
{
    if (names == m_names)
        return;
    emit layoutAboutToBeChanged();
    const QStringList before = std::exchange(m_names, names);
    const QModelIndexList old = persistentIndexList();
    for (const QModelIndex &index : old) {
        const qsizetype row = m_names.indexOf(before.value(index.row()));
        changePersistentIndex(index, row < 0 ? QModelIndex() : this->index(int(row)));
    }
    emit layoutChanged();
}

void ServerModel::watch(const QString &name)
{
    Mcp::Server *server = m_orchestrator->server(name);
    if (!server)
        return;
    const auto changed = [this, server] { touch(server); };
    connect(server, &Mcp::Server::stateChanged, this, changed);
    connect(server, &Mcp::Server::stepChanged, this, changed);
    connect(server, &Mcp::Server::specChanged, this, changed);
    connect(server, &Mcp::Server::warningsChanged, this, changed);
    if (Mcp::ToolCatalog *catalog = m_orchestrator->tools(name))
        connect(catalog, &Mcp::ToolCatalog::changed, this, changed);
    touch(server);
}

void ServerModel::rename(const QString &from, const QString &to)
{
    const int row = rowOf(from);
    if (row < 0)
        return sync();
    m_names[row] = to;
    emit dataChanged(index(row), index(row));
    sync();
    onQuestionsChanged();
}

void ServerModel::touch(Mcp::Server *server)
{
    const int row = rowOf(server->name());
    if (row < 0)
        return;
    emit dataChanged(index(row), index(row));
    if (isUnderWay(*server) && !m_clock.isActive())
        m_clock.start();
}

void ServerModel::touchAll()
{
    if (!m_names.isEmpty())
        emit dataChanged(index(0), index(int(m_names.size()) - 1));
}

void ServerModel::updateClock()
{
    bool any = false;
    for (int row = 0; row < m_names.size(); ++row) {
        const Mcp::Server *server = m_orchestrator->server(m_names.at(row));
        if (!server || !isUnderWay(*server))
            continue;
        any = true;
        emit dataChanged(index(row), index(row), { DetailRole });
    }
    if (!any)
        m_clock.stop();
}

} // namespace McpUi
