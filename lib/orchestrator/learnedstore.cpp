// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/learnedstore.h"

#include "orchestrator/datafile.h"

#include "json/jsontext.h"
#include "json/jsonwriter.h"

#include <QtCore/qcryptographichash.h>
#include <QtCore/qdatetime.h>
#include <QtCore/qdir.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

constexpr qsizetype maxEntries = 1000;
/// A server that has learned the modern era since must be noticed some time.
constexpr qint64 maxAgeMs = 30LL * 24 * 60 * 60 * 1000;

std::optional<Framing> framingFromString(const QString &text)
{
    for (const Framing framing : { Framing::Newline, Framing::ContentLength }) {
        if (text == toString(framing))
            return framing;
    }
    return std::nullopt;
}

std::optional<Era> eraFromString(const QString &text)
{
    for (const Era era : { Era::Legacy, Era::Modern }) {
        if (text == toString(era))
            return era;
    }
    return std::nullopt;
}

} // namespace

LearnedStore::LearnedStore(const QString &path)
    : m_path(path)
{
    load();
}

QString LearnedStore::key(const ServerSpec &spec)
{
    QString text = spec.launch.commandLine();
    // "python server.py" is another server in every folder, "npx something" the same in all.
    const QDir folder(spec.launch.absoluteWorkingDirectory());
    const QStringList words = QStringList{ spec.launch.command } + spec.launch.arguments;
    const bool isLocal = std::any_of(words.begin(), words.end(), [&](const QString &word) {
        return !word.isEmpty() && QDir::isRelativePath(word) && folder.exists(word);
    });
    if (isLocal || !spec.launch.workingDirectory.isEmpty())
        text += u'\n' + folder.absolutePath();
    const auto hash = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex());
}

HandshakeHints LearnedStore::hints(const ServerSpec &spec) const
{
    const Learned learned = m_learned.value(key(spec));
    return isFresh(learned) ? learned.hints : HandshakeHints();
}

bool LearnedStore::isFresh(const Learned &learned)
{
    const qint64 age = QDateTime::currentMSecsSinceEpoch() - learned.time;
    return age >= 0 && age < maxAgeMs;
}

void LearnedStore::remember(const ServerSpec &spec, const ConnectionInfo &connection)
{
    // What was chosen says nothing of what would have been found: a server of both eras that was
    // asked for the legacy one once is not to be met in that era from then on.
    const HandshakeHints known = hints(spec);
    HandshakeHints found = known;
    if (spec.framing == FramingSetting::Auto)
        found.framing = connection.framing;
    if (spec.era == EraSetting::Auto)
        found.era = connection.era;
    if (known.framing == found.framing && known.era == found.era)
        return;
    load(); // another instance of the program may have learned something meanwhile
    m_learned[key(spec)] = { found, QDateTime::currentMSecsSinceEpoch() };
    save();
}

void LearnedStore::forget(const ServerSpec &spec)
{
    if (!m_learned.contains(key(spec)))
        return;
    load();
    m_learned.remove(key(spec));
    save();
}

void LearnedStore::load()
{
    if (m_path.isEmpty())
        return;
    const RawJson document = DataFile::readObject(m_path, "servers", JsonType::Object, &m_problem);
    if (document.isAbsent())
        return;
    m_learned.clear();
    for (const RawJsonMember &member : document.value("servers").members()) {
        Learned learned;
        learned.hints.framing = framingFromString(member.value.value("framing").toString());
        learned.hints.era = eraFromString(member.value.value("era").toString());
        learned.time = member.value.value("time").toInteger().value_or(0);
        m_learned.insert(member.key, learned);
    }
}

void LearnedStore::save() const
{
    if (m_path.isEmpty())
        return;
    QList<std::pair<qint64, QString>> newestFirst;
    for (auto it = m_learned.begin(); it != m_learned.end(); ++it)
        newestFirst.append({ -it->time, it.key() });
    std::sort(newestFirst.begin(), newestFirst.end());
    newestFirst.resize(std::min(newestFirst.size(), maxEntries));
    JsonObjectWriter servers;
    for (const auto &[time, name] : std::as_const(newestFirst)) {
        const Learned &learned = *m_learned.find(name);
        JsonObjectWriter entry;
        if (learned.hints.framing)
            entry.add(u"framing", toString(*learned.hints.framing));
        if (learned.hints.era)
            entry.add(u"era", toString(*learned.hints.era));
        entry.add(u"time", learned.time);
        servers.addRaw(name, entry.toByteArray());
    }
    JsonObjectWriter document;
    document.addRaw(u"servers", servers.toByteArray());
    // What cannot be saved is learned again at the next start; no reason to bother anybody.
    const Error ignored = DataFile::write(m_path, JsonText::pretty(document.toByteArray()) + '\n');
    Q_UNUSED(ignored)
}

} // namespace Mcp
