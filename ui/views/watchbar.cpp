// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/watchbar.h"

#include "client/client.h"
#include "forms/elidinglabel.h"
#include "forms/linkbutton.h"
#include "forms/tones.h"
#include "models/format.h"
#include "orchestrator/orchestrator.h"
#include "orchestrator/resourcecatalog.h"
#include "protocol/uritemplate.h"
#include "server/server.h"
#include "views/callpage.h"
#include "views/callrunner.h"

#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qcheckbox.h>
#include <QtWidgets/qpushbutton.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

using State = Mcp::Subscriptions::State;

namespace {

constexpr int kAgainMs = 1000;
constexpr qint64 kLongestTtl = 365LL * 24 * 60 * 60 * 1000; ///< "for ever" is a number that adds up

/// For whom the server says that the answer holds (2026-07-28, cacheScope).
QString scopeWords(const QString &scope)
{
    if (scope.isEmpty())
        return {};
    if (scope == "private"_L1)
        return WatchBar::tr(" (for you only)");
    return scope == "public"_L1 ? WatchBar::tr(" (for everybody)")
                                : u" (%1)"_s.arg(displayLine(scope, 40));
}

} // namespace

WatchBar::WatchBar(Mcp::Orchestrator *orchestrator, CallPage *page)
    : QWidget(page)
    , m_orchestrator(orchestrator)
    , m_page(page)
    , m_watch(new QPushButton(tr("Watch"), this))
    , m_restart(new LinkButton(tr("Watch again"), this))
    , m_auto(new QCheckBox(tr("Read updates by itself"), this))
    , m_state(new ElidingLabel({}, this))
    , m_freshness(new ElidingLabel({}, this))
{
    m_watch->setObjectName(u"watchButton"_s);
    m_watch->setCheckable(true);
    m_watch->setAccessibleName(tr("Have the server tell when the resource changes"));
    m_restart->setObjectName(u"watchAgain"_s);
    m_restart->setAccessibleName(m_restart->text());
    m_auto->setObjectName(u"readUpdates"_s);
    m_auto->setToolTip(tr("Such readings are in the messages and not in the history."));
    m_state->setObjectName(u"watchState"_s);
    m_freshness->setObjectName(u"freshness"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_watch);
    layout->addWidget(m_state);
    layout->addWidget(m_restart);
    layout->addWidget(m_auto);
    layout->addWidget(m_freshness);
    layout->addStretch(1);
    connectAll();
    attach();
}

void WatchBar::connectAll()
{
    m_clock.setInterval(1000);
    m_again.setSingleShot(true);
    m_again.setInterval(kAgainMs);
    connect(&m_clock, &QTimer::timeout, this, &WatchBar::updateFreshness);
    connect(&m_again, &QTimer::timeout, this, &WatchBar::readAgain);
    connect(m_watch, &QPushButton::clicked, this, &WatchBar::setWatched);
    connect(m_restart, &LinkButton::clicked, this, [this] {
        if (m_subscriptions)
            m_subscriptions->restart();
    });
    connect(m_auto, &QCheckBox::toggled, this, [this] {
        emit changed();
        onUpdated();
    });
    const CallRunner *runner = m_page->runner();
    connect(runner, &CallRunner::serverChanged, this, &WatchBar::attach);
    connect(runner, &CallRunner::started, this, [this] {
        m_readUri = uri();
        if (m_catalog) // what changes from now on makes the answer an old one
            m_catalog->setRead(m_readUri);
    });
    connect(runner, &CallRunner::finished, this, &WatchBar::onRead);
    connect(m_page, &CallPage::stateChanged, this, &WatchBar::refresh);
}

/// To the server that there is now.
void WatchBar::attach()
{
    const QString server = m_page->serverName();
    auto *catalog = m_orchestrator->resources(server, Mcp::Resource::Kind::Resource);
    Mcp::Client *client = m_orchestrator->defaultClient(server);
    auto *subscriptions = client ? client->subscriptions() : nullptr;
    if (catalog != m_catalog) {
        if (m_catalog)
            disconnect(m_catalog, nullptr, this, nullptr);
        m_catalog = catalog;
        if (catalog) {
            connect(catalog, &Mcp::ResourceCatalog::updated, this, &WatchBar::onUpdated);
            connect(catalog, &Mcp::ResourceCatalog::updatesChanged, this, &WatchBar::refresh);
        }
    }
    if (subscriptions != m_subscriptions) {
        if (m_subscriptions)
            disconnect(m_subscriptions, nullptr, this, nullptr);
        m_subscriptions = subscriptions;
        if (subscriptions)
            connect(subscriptions, &Mcp::Subscriptions::changed, this, &WatchBar::refresh);
    }
    refresh();
}

/// That of the resource, or the one that the template makes now; empty where something is missing.
QString WatchBar::uri() const
{
    const Mcp::CallSubject &subject = m_page->subject();
    if (subject.kind == Mcp::CallSubject::Kind::Resource)
        return subject.name;
    const auto parsed = Mcp::UriTemplate::parse(subject.name);
    if (!parsed)
        return {};
    const auto values = Mcp::UriValue::allFromJson(m_page->arguments());
    const QStringList &variables = parsed->variables();
    const bool whole = std::all_of(variables.begin(), variables.end(), [&](const QString &name) {
        return !parsed->isNeeded(name) || values.value(name).isDefined();
    });
    return whole ? parsed->expand(values).valueOr({}) : QString();
}

void WatchBar::setWatched(bool watched)
{
    const QString which = uri();
    if (!m_subscriptions || which.isEmpty())
        return refresh();
    if (watched)
        m_subscriptions->watch(which);
    else
        m_subscriptions->unwatch(which);
    refresh();
}

bool WatchBar::isUpdated() const
{
    return m_catalog && !m_readUri.isEmpty() && m_catalog->isUpdated(m_readUri);
}

bool WatchBar::isFresh() const
{
    return m_freshUntil && m_readUri == uri() && !isUpdated()
           && QDateTime::currentDateTimeUtc() < *m_freshUntil;
}

bool WatchBar::readsByItself() const { return m_auto->isChecked(); }

void WatchBar::setReadsByItself(bool enabled) { m_auto->setChecked(enabled); }

void WatchBar::toggle() { m_watch->click(); }

void WatchBar::onUpdated()
{
    if (m_auto->isChecked() && isUpdated() && !m_again.isActive())
        m_again.start();
    refresh();
}

/// Only what is shown: a template whose values are being typed is left alone.
void WatchBar::readAgain()
{
    CallRunner *runner = m_page->runner();
    if (!isUpdated() || m_readUri != uri() || !runner->isServerReady())
        return;
    if (runner->isRunning())
        return m_again.start();
    runner->callByItself([page = m_page] { return page->arguments(); });
}

void WatchBar::onRead(const CallOutcome &outcome)
{
    m_freshUntil.reset();
    m_scope.clear();
    if (outcome.result && !outcome.hasRounds) {
        const Mcp::RawJson ttl = outcome.result->value("ttlMs");
        m_scope = outcome.result->value("cacheScope").textStart(40);
        if (!ttl.isAbsent() || !m_scope.isEmpty()) {
            const qint64 ms = std::clamp<qint64>(ttl.toInteger().value_or(0), 0, kLongestTtl);
            m_freshUntil = QDateTime::currentDateTimeUtc().addMSecs(ms);
        }
    }
    onUpdated();
}

void WatchBar::refresh()
{
    updateState();
    updateFreshness();
}

void WatchBar::say(ElidingLabel *label, const QString &text, bool isWarning)
{
    Tones::apply(label, isWarning ? Tones::Tone::Warning : Tones::Tone::Dim);
    label->setText(displayLine(text, 300));
    label->setVisible(!text.isEmpty());
}

void WatchBar::updateState()
{
    const QString which = uri();
    const bool watched = m_subscriptions && m_subscriptions->isWatched(which);
    const Mcp::Server *server = m_page->runner()->server();
    const bool declared =
            !server || !server->connection()
            || server->connection()->capabilities().value("resources").value("subscribe").toBool();
    m_watch->setEnabled(m_subscriptions && !which.isEmpty());
    m_watch->setChecked(watched); // also one that has ended, which can be given up so
    m_restart->setVisible(watched && m_subscriptions->state(which) == State::Ended);
    m_watch->setToolTip(
            declared ? tr("Have the server tell when the resource changes (Ctrl+Shift+W)")
                     : tr("The server does not say that it tells of changes; it is "
                          "asked all the same"));
    m_auto->setVisible(watched);
    if (!watched)
        return say(m_state, {}, false);
    switch (m_subscriptions->state(which)) {
    case State::Off:
        return say(m_state, tr("watched once the server runs"), false);
    case State::Asked:
        return say(m_state, tr("asking the server…"), false);
    case State::Active:
        return say(m_state, tr("watching"), false);
    case State::Refused:
        return say(m_state, tr("✗ refused: %1").arg(m_subscriptions->error(which).describe()),
                   true);
    case State::Ended:
        return say(m_state, tr("the server has ended it"), true);
    }
}

void WatchBar::updateFreshness()
{
    const qint64 left = m_freshUntil ? QDateTime::currentDateTimeUtc().msecsTo(*m_freshUntil) : 0;
    const qint64 seconds = (left + 999) / 1000;
    const QString time =
            seconds < 60 ? tr("%1 s").arg(seconds) : formatDuration(seconds * 1'000'000);
    const QString scope = scopeWords(m_scope);
    if (isUpdated())
        say(m_freshness, tr("⚠ changed on the server since it was read"), true);
    else if (left > 0)
        say(m_freshness, tr("up to date for %1%2").arg(time, scope), false);
    else
        say(m_freshness, m_freshUntil ? tr("may be out of date by now%1").arg(scope) : QString(),
            false);
    if (left > 0 && !m_clock.isActive())
        m_clock.start();
    else if (left <= 0)
        m_clock.stop();
}

} // namespace McpUi
