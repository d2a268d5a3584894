// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "shell/windowstate.h"

#include "models/backgroundtask.h"

#include "json/jsontext.h"
#include "json/jsonwriter.h"

#include <QtCore/qdir.h>
#include <QtCore/qfileinfo.h>
#include <QtCore/qsavefile.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

constexpr int saveDelayMs = 500;

QString base64(const QByteArray &bytes) { return QString::fromLatin1(bytes.toBase64()); }

QByteArray fromBase64(const Mcp::RawJson &value)
{
    return QByteArray::fromBase64(value.toString().toLatin1());
}

int toInt(const Mcp::RawJson &value) { return int(value.toInteger().value_or(0)); }

/// When there were two of them, they were numbered.
QString sideTabOf(const Mcp::RawJson &value)
{
    if (value.isString())
        return value.toString();
    return toInt(value) == 1 ? u"info"_s : u"tools"_s;
}

/// As the lists' tabs are called.
QStringList selectionKinds() { return { u"tools"_s, u"resources"_s, u"prompts"_s }; }

Mcp::RawJson watchedToJson(const QHash<QString, QStringList> &watched)
{
    Mcp::JsonObjectWriter object;
    for (auto it = watched.cbegin(); it != watched.cend(); ++it) {
        Mcp::JsonArrayWriter uris;
        for (const QString &uri : it.value())
            uris.add(uri);
        object.add(it.key(), uris.toRawJson());
    }
    return object.toRawJson();
}

Mcp::RawJson pagesToJson(const QList<WindowContent::Page> &pages)
{
    Mcp::JsonArrayWriter array;
    for (const WindowContent::Page &page : pages) {
        Mcp::JsonObjectWriter object;
        object.add(u"server", page.server);
        page.subject.addTo(object);
        object.add(u"state", page.state);
        array.add(object.toRawJson());
    }
    return array.toRawJson();
}

} // namespace

WindowState::WindowState(const QString &path, const QString &list, QObject *parent)
    : QObject(parent)
    , m_path(path)
    , m_list(list)
{
    m_writer.setMaxThreadCount(1);
    m_timer.setSingleShot(true);
    m_timer.setInterval(saveDelayMs);
    connect(&m_timer, &QTimer::timeout, this, &WindowState::save);
}

WindowState::~WindowState() { m_writer.waitForDone(); }

WindowContent WindowState::load()
{
    WindowContent content;
    QFile file(m_path);
    if (m_path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return content;
    const QByteArray text = file.readAll();
    file.close();
    if (Mcp::JsonText::check(text)) {
        QFile::remove(m_path + u".damaged"_s);
        QFile::rename(m_path, m_path + u".damaged"_s);
        return content;
    }
    const Mcp::RawJson root = Mcp::RawJson::fromText(text);
    content.geometry = fromBase64(root.value("geometry"));
    for (const Mcp::RawJsonMember &part : root.value("parts").members())
        content.parts.insert(part.key, fromBase64(part.value));
    content.sideTab = sideTabOf(root.value("sideTab"));
    content.bottomTab = toInt(root.value("bottomTab"));
    content.bottomVisible = root.value("bottomVisible").toBool(true);
    m_lists = root.value("lists");
    const Mcp::RawJson list = m_lists.value(QStringView(m_list));
    content.server = list.value("server").toString();
    for (const QString &kind : selectionKinds()) {
        for (const Mcp::RawJsonMember &name : list.value(QStringView(kind)).members())
            content.selected[kind].insert(name.key, name.value.toString());
    }
    for (const Mcp::RawJsonMember &server : list.value("watched").members()) {
        for (const Mcp::RawJson &uri : server.value.elements())
            content.watched[server.key].append(uri.toString());
    }
    for (const Mcp::RawJson &page : list.value("pages").elements()) {
        if (const auto subject = Mcp::CallSubject::fromObject(page))
            content.pages.append(
                    { page.value("server").toString(), *subject, page.value("state") });
    }
    content.currentPage = toInt(list.value("currentPage"));
    content.views = list.value("views");
    return content;
}

void WindowState::touch()
{
    // Not restarted: somebody who never pauses typing is saved, too.
    if (!m_path.isEmpty() && m_source && !m_timer.isActive())
        m_timer.start();
}

void WindowState::flush()
{
    if (m_timer.isActive()) {
        m_timer.stop();
        save();
    }
    m_writer.waitForDone();
}

void WindowState::save()
{
    auto *task = new BackgroundTask<bool>(
            [path = m_path, text = toJson(m_source())](const BackgroundProgress &) {
                write(path, text);
                return true;
            },
            this);
    handOver(task);
    m_writer.start(task);
}

Mcp::RawJson WindowState::listToJson(const WindowContent &content) const
{
    Mcp::JsonObjectWriter list;
    list.add(u"server", content.server);
    for (const QString &kind : selectionKinds()) {
        Mcp::JsonObjectWriter names;
        const QHash<QString, QString> selected = content.selected.value(kind);
        for (auto it = selected.cbegin(); it != selected.cend(); ++it)
            names.add(it.key(), it.value());
        list.add(kind, names.toRawJson());
    }
    list.add(u"watched", watchedToJson(content.watched))
            .add(u"pages", pagesToJson(content.pages))
            .add(u"currentPage", qint64(content.currentPage))
            .add(u"views", content.views);
    return list.toRawJson();
}

QByteArray WindowState::toJson(const WindowContent &content) const
{
    Mcp::JsonObjectWriter parts;
    for (auto it = content.parts.cbegin(); it != content.parts.cend(); ++it)
        parts.add(it.key(), base64(it.value()));
    Mcp::JsonObjectWriter lists;
    for (const Mcp::RawJsonMember &list : m_lists.members()) {
        if (list.key != m_list)
            lists.add(list.key, list.value);
    }
    lists.add(m_list, listToJson(content));
    Mcp::JsonObjectWriter root;
    root.add(u"geometry", base64(content.geometry))
            .add(u"parts", parts.toRawJson())
            .add(u"sideTab", content.sideTab)
            .add(u"bottomTab", qint64(content.bottomTab))
            .add(u"bottomVisible", content.bottomVisible)
            .add(u"lists", lists.toRawJson());
    return root.toByteArray();
}

void WindowState::write(const QString &path, const QByteArray &text)
{
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return; // the next change tries again; nothing a person could do about it here
    // Arguments may be private.
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write(text);
    file.commit();
}

} // namespace McpUi
