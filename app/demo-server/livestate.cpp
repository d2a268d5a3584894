// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "livestate.h"

using namespace Qt::Literals::StringLiterals;

namespace McpDemo {

namespace {

constexpr int second = 1000;

} // namespace

LiveState::LiveState(QObject *parent)
    : QObject(parent)
{
    m_clock.setInterval(second);
    connect(&m_clock, &QTimer::timeout, this, [this] { emit updated(clockUri); });
}

void LiveState::count(qint64 by)
{
    m_counter += by;
    emit updated(counterUri);
}

void LiveState::setClockWatched(bool watched)
{
    if (watched && !m_clock.isActive())
        m_clock.start();
    else if (!watched)
        m_clock.stop();
}

QString LiveState::listName(ListKind kind)
{
    static constexpr QLatin1String names[] = { "tools"_L1, "prompts"_L1, "resources"_L1 };
    return names[int(kind)];
}

QString LiveState::add(ListKind kind)
{
    QStringList &names = m_extras[int(kind)];
    const QString one = listName(kind).chopped(1);
    names.append(u"extra-%1-%2"_s.arg(one).arg(names.size() + 1));
    emit listChanged(kind);
    return names.last();
}

QString LiveState::removeLast(ListKind kind)
{
    QStringList &names = m_extras[int(kind)];
    if (names.isEmpty())
        return {};
    const QString name = names.takeLast();
    emit listChanged(kind);
    return name;
}

} // namespace McpDemo
