// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "server/violationlog.h"

#include "server/textkind.h"

#include <QtCore/qdatetime.h>
#include <QtCore/qmetaobject.h>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

/// Enough for a sentence, whatever of the server's it quotes.
constexpr qsizetype maxNoteChars = 500;

} // namespace

ViolationLog::ViolationLog(QObject *parent)
    : QObject(parent)
    , m_since(QDateTime::currentMSecsSinceEpoch())
{}

ViolationLog::Item &ViolationLog::itemFor(Rule rule, const QString &note)
{
    // A flood of the same is the usual case.
    if (rule == m_lastRule && note == m_lastNote && !m_items.isEmpty())
        return m_items[m_lastPlace];
    const QString kind = toString(rule) + u' ' + kindOfText(note.left(maxNoteChars));
    auto place = m_places.constFind(kind);
    if (place == m_places.constEnd()) {
        if (m_items.size() >= maxItems) {
            place = m_places.constFind(QString());
        } else {
            Item item;
            const bool isLast = m_items.size() == maxItems - 1;
            item.rule = rule;
            item.first = QDateTime::currentMSecsSinceEpoch();
            m_items.append(item);
            place = m_places.insert(isLast ? QString() : kind, m_items.size() - 1);
        }
    }
    m_lastRule = rule;
    m_lastNote = note;
    m_lastPlace = *place;
    return m_items[m_lastPlace];
}

void ViolationLog::add(Rule rule, const QString &note, quint64 entry)
{
    if (rule == Rule::None)
        return;
    Item &item = itemFor(rule, note);
    ++m_total;
    ++item.count;
    if (item.rule == rule && item.note != note)
        item.note = note.left(maxNoteChars);
    item.last = QDateTime::currentMSecsSinceEpoch();
    item.lastEntry = entry;
    if (item.firstEntry == 0)
        item.firstEntry = entry;
    scheduleChanged();
}

void ViolationLog::clear()
{
    m_items.clear();
    m_places.clear();
    m_lastRule = Rule::None;
    m_lastNote.clear();
    m_total = 0;
    m_since = QDateTime::currentMSecsSinceEpoch();
    scheduleChanged();
}

void ViolationLog::scheduleChanged()
{
    m_change.schedule(this, [this] { emit changed(); });
}

} // namespace Mcp
