// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/serverdefinition.h"

#include "json/jsonedit.h"
#include "json/jsontext.h"
#include "json/jsonwriter.h"

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

QByteArray arrayText(const QStringList &texts)
{
    JsonArrayWriter writer;
    for (const QString &text : texts)
        writer.add(text);
    return writer.toByteArray();
}

QByteArray rootsText(const QList<Root> &roots)
{
    return JsonText::pretty(Root::listResult(roots).value("roots").view());
}

QByteArray responderText(const SamplingResponder &responder)
{
    JsonObjectWriter writer;
    for (const auto &[word, kind] : responderWords) {
        if (kind == responder.kind)
            writer.add(u"answer", QString(word));
    }
    // What is not used now stays for when it is turned on again.
    if (!responder.text.isEmpty())
        writer.add(u"text", responder.text);
    if (!responder.command.isEmpty())
        writer.add(u"command", responder.command);
    if (!responder.arguments.isEmpty())
        writer.addRaw(u"args", arrayText(responder.arguments));
    return JsonText::pretty(writer.toByteArray());
}

QByteArray environmentText(const QList<EnvironmentVariable> &environment)
{
    JsonObjectWriter writer;
    for (const EnvironmentVariable &variable : environment)
        writer.add(variable.name, variable.value);
    return JsonText::pretty(writer.toByteArray());
}

QByteArray flagText(bool value) { return value ? "true"_ba : "false"_ba; }

/// A series of edits of one text; after the first that fails the rest does nothing.
class DefinitionEditor
{
public:
    DefinitionEditor(const QByteArray &text, const JsonPointer &pointer)
        : m_text(text)
        , m_pointer(pointer)
    {}

    std::optional<QByteArray> apply(const ServerSpec &spec)
    {
        if (!definition().isObject())
            return std::nullopt;
        // What stands there now; a definition that cannot be used is rewritten member by member.
        const auto read = serverSpecFromJson(spec.name, definition());
        const ServerSpec old = read.valueOr(ServerSpec());
        if (!read || old.launch.command != spec.launch.command)
            set(m_pointer, u"command"_s, JsonText::quote(spec.launch.command));
        if (!read || old.launch.arguments != spec.launch.arguments)
            setUnless(spec.launch.arguments.isEmpty(), u"args"_s, arrayText(spec.launch.arguments));
        if (!read || old.launch.environment != spec.launch.environment)
            editEnvironment(old.launch.environment, spec.launch.environment);
        if (!read || old.launch.workingDirectory != spec.launch.workingDirectory)
            setUnless(spec.launch.workingDirectory.isEmpty(), u"cwd"_s,
                      JsonText::quote(spec.launch.workingDirectory));
        editOurs(old, spec);
        return m_failed ? std::nullopt : std::optional(m_text);
    }

private:
    RawJson at(const JsonPointer &pointer) const
    {
        return pointer.resolve(RawJson::fromText(JsonText::blankComments(m_text)));
    }
    RawJson definition() const { return at(m_pointer); }

    void set(const JsonPointer &object, const QString &key, const QByteArray &value)
    {
        take(JsonEdit::setMember(m_text, object, key, value));
    }

    void remove(const JsonPointer &object, const QString &key)
    {
        if (at(object).contains(key.toUtf8()))
            take(JsonEdit::removeMember(m_text, object, key));
    }

    void setUnless(bool isDefault, const QString &key, const QByteArray &value)
    {
        if (isDefault)
            remove(m_pointer, key);
        else
            set(m_pointer, key, value);
    }

    void take(std::optional<QByteArray> text)
    {
        m_failed = m_failed || !text;
        if (!m_failed)
            m_text = *std::move(text);
    }

    /// Variable by variable where that gives the wanted order, so that comments between them stay.
    void editEnvironment(const QList<EnvironmentVariable> &from,
                         const QList<EnvironmentVariable> &to)
    {
        if (to.isEmpty())
            return remove(m_pointer, u"env"_s);
        const auto has = [](const QList<EnvironmentVariable> &list, const QString &name) {
            return std::any_of(list.begin(), list.end(),
                               [&](const EnvironmentVariable &v) { return v.name == name; });
        };
        QStringList names; // as they will stand after single edits
        for (const EnvironmentVariable &variable : from) {
            if (has(to, variable.name))
                names.append(variable.name);
        }
        for (const EnvironmentVariable &variable : to) {
            if (!names.contains(variable.name))
                names.append(variable.name);
        }
        QStringList wanted;
        for (const EnvironmentVariable &variable : to)
            wanted.append(variable.name);
        if (names != wanted || !definition().value("env").isObject())
            return set(m_pointer, u"env"_s, environmentText(to));
        const JsonPointer env = m_pointer.child(u"env"_s);
        for (const EnvironmentVariable &variable : from) {
            if (!has(to, variable.name))
                remove(env, variable.name);
        }
        for (const EnvironmentVariable &variable : to) {
            if (!from.contains(variable))
                set(env, variable.name, JsonText::quote(variable.value));
        }
    }

    struct Setting
    {
        QString key;
        bool changed;
        bool isDefault;
        QByteArray value;
    };

    /// Only what differs from the default stands in the file; a group that gets empty goes.
    void editGroup(const JsonPointer &parent, const QString &key, const QList<Setting> &settings)
    {
        const JsonPointer group = parent.child(key);
        for (const Setting &setting : settings) {
            if (!setting.changed)
                continue;
            if (setting.isDefault) {
                remove(group, setting.key);
            } else {
                if (!at(group).isObject())
                    set(parent, key, "{}"_ba);
                set(group, setting.key, setting.value);
            }
        }
        const bool changed = std::any_of(settings.begin(), settings.end(),
                                         [](const Setting &setting) { return setting.changed; });
        if (changed && at(group).isObject() && at(group).count() == 0)
            remove(parent, key);
    }

    void editOurs(const ServerSpec &from, const ServerSpec &to)
    {
        const QString ours = u"mcpOrchestrator"_s;
        const bool groupsChanged = from.timeouts != to.timeouts || from.limits != to.limits
                                   || from.withheld != to.withheld;
        const JsonPointer pointer = m_pointer.child(ours);
        if (groupsChanged && !at(pointer).isObject())
            set(m_pointer, ours, "{}"_ba);
        editGroup(pointer, u"timeouts"_s, timeoutSettings(from.timeouts, to.timeouts));
        editGroup(pointer, u"limits"_s, limitSettings(from.limits, to.limits));
        editGroup(pointer, u"capabilities"_s, capabilitySettings(from.withheld, to.withheld));
        editGroup(m_pointer, ours, ownSettings(from, to));
        if (groupsChanged && at(pointer).count() == 0)
            remove(m_pointer, ours);
    }

    static QList<Setting> capabilitySettings(const ClientCapabilities &from,
                                             const ClientCapabilities &to)
    {
        QList<Setting> settings;
        for (const CapabilitySwitch &each : capabilitySwitches) {
            const bool withheld = to.*each.member;
            settings.append(
                    { each.name, from.*each.member != withheld, !withheld, flagText(!withheld) });
        }
        return settings;
    }

    static QList<Setting> limitSettings(const Limits &from, const Limits &to)
    {
        const Limits plain;
        QList<Setting> settings;
        const auto add = [&](const QString &key, auto Limits::*limit) {
            settings.append({ key, from.*limit != to.*limit, to.*limit == plain.*limit,
                              QByteArray::number(to.*limit) });
        };
        add(u"frameBytes"_s, &Limits::frameBytes);
        add(u"headerBytes"_s, &Limits::headerBytes);
        add(u"unreadBytes"_s, &Limits::unreadBytes);
        add(u"pendingRequests"_s, &Limits::pendingRequests);
        add(u"listPages"_s, &Limits::listPages);
        add(u"listItems"_s, &Limits::listItems);
        add(u"listBytes"_s, &Limits::listBytes);
        add(u"stderrLineBytes"_s, &Limits::stderrLineBytes);
        add(u"stderrBytes"_s, &Limits::stderrBytes);
        return settings;
    }

    static QList<Setting> timeoutSettings(const Timeouts &from, const Timeouts &to)
    {
        const Timeouts plain;
        return { { u"connect"_s, from.connect != to.connect, to.connect == plain.connect,
                   QByteArray::number(to.connect) },
                 { u"request"_s, from.request != to.request, to.request == plain.request,
                   QByteArray::number(to.request) },
                 { u"requestHard"_s, from.requestHard != to.requestHard,
                   to.requestHard == plain.requestHard, QByteArray::number(to.requestHard) } };
    }

    static QList<Setting> ownSettings(const ServerSpec &from, const ServerSpec &to)
    {
        const ServerSpec plain;
        const bool inherit = to.launch.inheritEnvironment;
        return { { u"framing"_s, from.framing != to.framing, to.framing == plain.framing,
                   JsonText::quote(toString(to.framing)) },
                 { u"era"_s, from.era != to.era, to.era == plain.era,
                   JsonText::quote(toString(to.era)) },
                 { u"inheritEnvironment"_s, from.launch.inheritEnvironment != inherit, inherit,
                   flagText(inherit) },
                 { u"asciiOnlyHeaders"_s, from.asciiOnlyHeaders != to.asciiOnlyHeaders,
                   to.asciiOnlyHeaders, flagText(to.asciiOnlyHeaders) },
                 { u"autoRestart"_s, from.autoRestart != to.autoRestart, !to.autoRestart,
                   flagText(to.autoRestart) },
                 { u"stderrLines"_s, from.stderrLines != to.stderrLines,
                   to.stderrLines == plain.stderrLines, QByteArray::number(to.stderrLines) },
                 { u"traceBytes"_s, from.traceBytes != to.traceBytes,
                   to.traceBytes == plain.traceBytes, QByteArray::number(to.traceBytes) },
                 { u"traceDiskBytes"_s, from.traceDiskBytes != to.traceDiskBytes,
                   to.traceDiskBytes == plain.traceDiskBytes,
                   QByteArray::number(to.traceDiskBytes) },
                 { u"roots"_s, from.roots != to.roots, to.roots.isEmpty(), rootsText(to.roots) },
                 { u"sampling"_s, from.responder != to.responder, to.responder == plain.responder,
                   responderText(to.responder) },
                 { u"extraPath"_s, from.launch.extraPath != to.launch.extraPath,
                   to.launch.extraPath.isEmpty(), arrayText(to.launch.extraPath) } };
    }

    QByteArray m_text;
    JsonPointer m_pointer;
    bool m_failed = false;
};

} // namespace

std::optional<QByteArray> editServerDefinition(const QByteArray &text, const JsonPointer &pointer,
                                               const ServerSpec &spec)
{
    return DefinitionEditor(text, pointer).apply(spec);
}

QByteArray serverSpecToJson(const ServerSpec &spec, const RawJson &previous)
{
    const QByteArray before = previous.isObject() ? previous.toByteArray() : "{}"_ba;
    const auto after = editServerDefinition(before, JsonPointer(), spec);
    // A definition too broken to edit is written anew.
    return JsonText::pretty(
            after ? *after : editServerDefinition("{}"_ba, JsonPointer(), spec).value_or(before));
}

} // namespace Mcp
