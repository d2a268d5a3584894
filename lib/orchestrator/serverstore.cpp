// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/serverstore.h"

#include "orchestrator/datafile.h"

#include "json/jsonedit.h"
#include "json/jsontext.h"

#include <QtCore/qfileinfo.h>
#include <QtCore/qstandardpaths.h>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

constexpr auto byteOrderMark = "\xEF\xBB\xBF";

/// Programs that do not write atomically leave the file half-written for a moment.
constexpr int settleMs = 50;
constexpr int secondLookMs = 300;

/// The text without byte order mark; JsonEdit and the scanner know none.
QByteArray withoutMark(const QByteArray &bytes)
{
    return bytes.startsWith(byteOrderMark) ? bytes.sliced(3) : bytes;
}

Error nameTaken(const QString &name)
{
    return Error::usage(u"There is a server called “%1” already."_s.arg(name));
}

Error notThere(const QString &name)
{
    return Error::usage(u"There is no server called “%1” in the list any more."_s.arg(name));
}

/// @p text with an object at @p root, which is a member of the top.
std::optional<QByteArray> withRoot(const QByteArray &text, const JsonPointer &root)
{
    const QString name = root.tokens().constLast();
    if (text.trimmed().isEmpty())
        return "{\n  " + JsonText::quote(name) + ": {}\n}\n";
    if (root.resolve(RawJson::fromText(JsonText::blankComments(text))).isObject())
        return text;
    return JsonEdit::setMember(text, root.parent(), name, "{}");
}

Error cannotEdit()
{
    return Error::usage(
            u"The file is written in a way that cannot be edited here; edit it by hand."_s);
}

} // namespace

ServerStore::ServerStore(const QString &path, Access access, QObject *parent)
    : QObject(parent)
    , m_path(path)
    , m_access(access)
{
    m_reloadTimer.setSingleShot(true);
    connect(&m_reloadTimer, &QTimer::timeout, this, &ServerStore::reload);
    const auto onChange = [this] {
        if (!m_reloadTimer.isActive())
            m_reloadTimer.start(settleMs);
    };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, onChange);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, onChange);
}

ServerStore::~ServerStore() = default;

QString ServerStore::defaultPath()
{
    const QString fromEnvironment = qEnvironmentVariable("MCP_CATALOG_PATH");
    if (!fromEnvironment.isEmpty())
        return fromEnvironment;
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
           + u"/mcp-orchestrator/servers.json"_s;
}

Error ServerStore::load()
{
    watch();
    const auto bytes = read();
    m_readError = bytes ? take(*bytes) : bytes.error();
    return m_readError;
}

Result<QByteArray> ServerStore::read() const
{
    if (isReadOnly() && !QFileInfo::exists(m_path))
        return Error::usage(u"There is no file “%1”."_s.arg(m_path));
    return DataFile::read(m_path);
}

std::optional<ServerSpec> ServerStore::find(const QString &name) const
{
    for (const ServerSpec &spec : m_content.servers) {
        if (spec.name == name)
            return spec;
    }
    return std::nullopt;
}

RawJson ServerStore::document() const
{
    return RawJson::fromText(JsonText::blankComments(withoutMark(m_text)));
}

RawJson ServerStore::definition(const QString &name) const
{
    const RawJson found = m_content.root.child(name).resolve(document());
    return found.isAbsent() ? found : RawJson(withoutMark(m_text), found.range());
}

Error ServerStore::add(const ServerSpec &spec)
{
    if (spec.name.trimmed().isEmpty())
        return Error::usage(u"A server needs a name."_s);
    return edit([&](const QByteArray &text) -> Result<QByteArray> {
        if (isTaken(spec.name))
            return nameTaken(spec.name);
        const auto rooted = withRoot(text, m_content.root);
        if (!rooted)
            return cannotEdit();
        const auto edited =
                JsonEdit::setMember(*rooted, m_content.root, spec.name, serverSpecToJson(spec));
        return edited ? Result<QByteArray>(*edited) : cannotEdit();
    });
}

Error ServerStore::update(const QString &name, const ServerSpec &spec)
{
    if (spec.name.trimmed().isEmpty())
        return Error::usage(u"A server needs a name."_s);
    const bool rename = spec.name != name;
    const Change change = [&](const QByteArray &text) -> Result<QByteArray> {
        if (!isTaken(name))
            return notThere(name);
        if (rename && isTaken(spec.name))
            return nameTaken(spec.name);
        auto edited = editServerDefinition(text, m_content.root.child(name), spec);
        if (edited && rename)
            edited = JsonEdit::renameMember(*edited, m_content.root, name, spec.name);
        return edited ? Result<QByteArray>(*edited) : cannotEdit();
    };
    return edit(change, rename ? name : QString(), rename ? spec.name : QString());
}

Error ServerStore::remove(const QString &name)
{
    return edit([&](const QByteArray &text) -> Result<QByteArray> {
        if (!isTaken(name))
            return notThere(name);
        const auto edited = JsonEdit::removeMember(text, m_content.root, name); // duplicates too
        return edited ? Result<QByteArray>(*edited) : cannotEdit();
    });
}

/// Applies the change to what stands in the file now, so that an edit of another program is never
/// lost, checks that the result can be read, and writes it.
Error ServerStore::edit(const Change &change, const QString &renameFrom, const QString &renameTo)
{
    if (isReadOnly())
        return Error::usage(u"“%1” is open for reading only."_s.arg(m_path));
    const auto bytes = read();
    if (!bytes)
        return bytes.error();
    const bool changedElsewhere = *bytes != m_text || m_readError;
    if (changedElsewhere)
        m_readError = take(*bytes);
    if (m_readError)
        return m_readError;
    const auto text = change(withoutMark(m_text));
    const QByteArray result =
            (m_text.startsWith(byteOrderMark) ? byteOrderMark : "") + text.valueOr(QByteArray());
    Error error = text.error();
    if (!error && !parse(result))
        error = cannotEdit();
    if (!error)
        error = DataFile::write(m_path, result);
    if (!error) {
        m_readError = take(result);
        m_reloadTimer.start(settleMs); // watches the new file
        if (!renameFrom.isEmpty())
            emit renamed(renameFrom, renameTo);
    }
    if (!error || changedElsewhere)
        emit changed();
    return error;
}

bool ServerStore::isTaken(const QString &name) const { return !definition(name).isAbsent(); }

Result<ImportedServers> ServerStore::parse(const QByteArray &bytes) const
{
    const QByteArray text = JsonText::blankComments(withoutMark(bytes));
    if (text.trimmed().isEmpty()) {
        ImportedServers nothing;
        nothing.root = JsonPointer({ u"mcpServers"_s });
        return nothing;
    }
    if (const auto problem = JsonText::check(text))
        return Error::usage(u"“%1” is not JSON: line %2, column %3: %4."_s.arg(m_path)
                                    .arg(problem->line)
                                    .arg(problem->column)
                                    .arg(problem->message));
    auto content = readServerFile(RawJson::fromText(text));
    if (!content)
        return Error::usage(
                u"“%1” is no list of servers: %2."_s.arg(m_path, content.error().message));
    return content;
}

Error ServerStore::take(const QByteArray &bytes)
{
    auto content = parse(bytes);
    if (!content)
        return content.error();
    m_text = bytes;
    m_content = std::move(content).value();
    return {};
}

void ServerStore::reload()
{
    watch();
    const auto bytes = read();
    if (bytes && *bytes == m_text && !m_readError) {
        m_secondLook = false;
        return;
    }
    const auto content = bytes ? parse(*bytes) : Result<ImportedServers>(bytes.error());
    if ((!content || bytes->trimmed().isEmpty()) && !m_secondLook) {
        m_secondLook = true;
        m_reloadTimer.start(secondLookMs);
        return;
    }
    m_secondLook = false;
    const Error before = m_readError;
    m_readError = content ? take(*bytes) : content.error();
    if (!m_readError)
        emit changed();
    else if (m_readError.message != before.message)
        emit failed(m_readError);
}

/// The file, and its folder because most programs replace files; both also behind a symbolic link.
/// While the folder does not exist, the nearest one above it.
void ServerStore::watch()
{
    QStringList paths;
    for (const QString &path : { m_path, QFileInfo(m_path).canonicalFilePath() }) {
        if (path.isEmpty())
            continue;
        paths.append(path);
        QString folder = QFileInfo(path).absolutePath();
        while (!QFileInfo::exists(folder) && folder != QFileInfo(folder).absolutePath())
            folder = QFileInfo(folder).absolutePath();
        paths.append(folder);
    }
    paths.removeDuplicates();
    paths.removeIf([](const QString &path) { return !QFileInfo::exists(path); });
    const QStringList watched = m_watcher.files() + m_watcher.directories();
    if (!watched.isEmpty())
        m_watcher.removePaths(watched);
    m_watcher.addPaths(paths);
}

} // namespace Mcp
