// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/serverdefinition.h"

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

/// Reads one definition and collects what is odd about it.
class DefinitionReader
{
public:
    DefinitionReader(const QString &name, const RawJson &definition, QStringList *problems)
        : m_name(name)
        , m_definition(definition)
        , m_problems(problems)
    {}

    Result<ServerSpec> read()
    {
        if (!m_definition.isObject())
            return failed(u"it is not an object"_s);
        if (isRemoteDefinition(m_definition))
            return failed(u"remote servers are not supported yet"_s);
        const RawJson command = m_definition.value("command");
        if (!command.isString() || command.toString().trimmed().isEmpty())
            return failed(u"it has no “command”, the program to start"_s);
        ServerSpec spec;
        spec.name = m_name;
        spec.launch.command = command.toString();
        spec.launch.arguments = texts(m_definition.value("args"), u"args"_s);
        spec.launch.environment = environment(m_definition.value("env"));
        spec.launch.workingDirectory = folder();
        if (m_definition.contains("envFile"))
            note(u"“envFile” is not supported yet; set its variables in “env”"_s);
        readOurs(m_definition.value("mcpOrchestrator"), spec);
        return spec;
    }

private:
    Error failed(const QString &why) const
    {
        return Error::usage(u"Server “%1” cannot be used: %2."_s.arg(m_name, why));
    }

    void note(const QString &what)
    {
        if (m_problems)
            m_problems->append(u"Server “%1”: %2."_s.arg(m_name, what));
    }

    /// A string, or a number or boolean as its text with a note; nothing for the rest.
    std::optional<QString> text(const RawJson &value, const QString &where)
    {
        if (value.isString())
            return value.toString();
        if (!value.isNumber() && !value.isBool()) {
            note(u"%1 is not a string and is left out"_s.arg(where));
            return std::nullopt;
        }
        const QString raw = QString::fromUtf8(value.view());
        note(u"%1 is not a string; it is taken as \"%2\""_s.arg(where, raw));
        return raw;
    }

    QStringList texts(const RawJson &array, const QString &where)
    {
        if (!array.isAbsent() && !array.isNull() && !array.isArray())
            note(u"“%1” is not a list and is left out"_s.arg(where));
        QStringList result;
        for (const RawJson &element : array.elements()) {
            if (const auto value = text(element, u"an entry of “%1”"_s.arg(where)))
                result.append(*value);
        }
        return result;
    }

    QList<EnvironmentVariable> environment(const RawJson &object)
    {
        if (!object.isAbsent() && !object.isNull() && !object.isObject())
            note(u"“env” is not an object and is left out"_s);
        QList<EnvironmentVariable> result;
        for (const RawJsonMember &member : object.members()) {
            const auto value = text(member.value, u"the variable %1"_s.arg(member.key));
            if (!value)
                continue;
            result.removeIf([&](const EnvironmentVariable &v) { return v.name == member.key; });
            result.append({ member.key, *value });
        }
        return result;
    }

    QString folder()
    {
        const RawJson cwd = m_definition.value("cwd");
        if (!cwd.isAbsent() && !cwd.isNull() && !cwd.isString())
            note(u"“cwd” is not a string and is left out"_s);
        return cwd.toString();
    }

    void readOurs(const RawJson &ours, ServerSpec &spec)
    {
        if (!ours.isAbsent() && !ours.isObject())
            note(u"“mcpOrchestrator” is not an object and is left out"_s);
        if (const RawJson framing = ours.value("framing"); !framing.isAbsent()) {
            const auto setting = framingSettingFromString(framing.toString());
            spec.framing = setting.value_or(FramingSetting::Auto);
            if (!setting)
                note(u"“framing” must be auto, newline or content-length"_s);
        }
        if (const RawJson era = ours.value("era"); !era.isAbsent()) {
            const auto setting = eraSettingFromString(era.toString());
            spec.era = setting.value_or(EraSetting::Auto);
            if (!setting)
                note(u"“era” must be auto, legacy or modern"_s);
        }
        spec.launch.inheritEnvironment = flag(ours, u"inheritEnvironment"_s, true);
        spec.asciiOnlyHeaders = flag(ours, u"asciiOnlyHeaders"_s, true);
        spec.autoRestart = flag(ours, u"autoRestart"_s, false);
        spec.launch.extraPath = texts(ours.value("extraPath"), u"extraPath"_s);
        const RawJson timeouts = ours.value("timeouts");
        number(timeouts, u"connect"_s, spec.timeouts.connect);
        number(timeouts, u"request"_s, spec.timeouts.request);
        number(timeouts, u"requestHard"_s, spec.timeouts.requestHard);
        number(ours, u"stderrLines"_s, spec.stderrLines);
        number(ours, u"traceBytes"_s, spec.traceBytes);
        number(ours, u"traceDiskBytes"_s, spec.traceDiskBytes);
        readLimits(ours.value("limits"), spec.limits);
        readWithheld(ours.value("capabilities"), spec.withheld);
        readRoots(ours.value("roots"), spec.roots);
        readResponder(ours.value("sampling"), spec.responder);
    }

    /// "roots": ["/a/folder", {"uri": "file:///other", "name": "Other"}]
    void readRoots(const RawJson &list, QList<Root> &roots)
    {
        if (!list.isAbsent() && !list.isArray())
            note(u"“roots” is not a list and is left out"_s);
        for (const RawJson &entry : list.elements()) {
            const QString uri = entry.isString() ? entry.toString() : entry.value("uri").toString();
            const Result<Root> root = uri.startsWith(u'/') || !uri.contains("://"_L1)
                                              ? Root::ofPath(uri)
                                              : Root::fromUri(uri, entry.value("name").toString());
            if (root)
                roots.append(*root);
            else
                note(u"a root is left out: %1"_s.arg(root.error().message.chopped(1)));
        }
    }

    /// "sampling": {"answer": "text", "text": "…"} or {"answer": "command", "command": "…"}
    void readResponder(const RawJson &object, SamplingResponder &responder)
    {
        if (object.isAbsent())
            return;
        if (!object.isObject())
            return note(u"“sampling” is not an object and is left out"_s);
        const QString answer = object.value("answer").toString();
        const auto known = std::find_if(responderWords.begin(), responderWords.end(),
                                        [&](const auto &word) { return word.first == answer; });
        if (known == responderWords.end())
            return note(u"“answer” must be ask, text, echo or command"_s);
        responder.kind = known->second;
        responder.text = object.value("text").toString();
        responder.command = object.value("command").toString();
        responder.arguments = texts(object.value("args"), u"args"_s);
        if (responder.kind == SamplingResponder::Kind::Command
            && responder.command.trimmed().isEmpty()) {
            responder.kind = SamplingResponder::Kind::Off;
            note(u"“sampling” has no “command”, the program that answers"_s);
        }
    }

    /// "capabilities": {"sampling": false}; what is not mentioned is declared.
    void readWithheld(const RawJson &switches, ClientCapabilities &withheld)
    {
        if (!switches.isAbsent() && !switches.isObject())
            note(u"“capabilities” is not an object and is left out"_s);
        for (const CapabilitySwitch &known : capabilitySwitches)
            withheld.*known.member = !flag(switches, known.name, true);
    }

    void readLimits(const RawJson &limits, Limits &to)
    {
        positive(limits, u"frameBytes"_s, to.frameBytes);
        positive(limits, u"headerBytes"_s, to.headerBytes);
        positive(limits, u"unreadBytes"_s, to.unreadBytes);
        positive(limits, u"pendingRequests"_s, to.pendingRequests);
        positive(limits, u"listPages"_s, to.listPages);
        positive(limits, u"listItems"_s, to.listItems);
        positive(limits, u"listBytes"_s, to.listBytes);
        positive(limits, u"stderrLineBytes"_s, to.stderrLineBytes);
        positive(limits, u"stderrBytes"_s, to.stderrBytes);
    }

    bool flag(const RawJson &object, const QString &key, bool fallback)
    {
        const RawJson value = object.value(key);
        if (!value.isAbsent() && !value.isBool())
            note(u"“%1” must be true or false"_s.arg(key));
        return value.toBool(fallback);
    }

    template <typename T>
    void number(const RawJson &object, const QString &key, T &target, qint64 least = 0)
    {
        const RawJson value = object.value(key);
        if (value.isAbsent())
            return;
        const auto integer = value.toInteger();
        if (integer && *integer >= least && *integer <= qint64(std::numeric_limits<T>::max()))
            target = T(*integer);
        else
            note(u"“%1” must be a whole number of at least %2"_s.arg(key).arg(least));
    }

    /// There is no server that 0 would do for, and none without a limit.
    template <typename T>
    void positive(const RawJson &object, const QString &key, T &target)
    {
        number(object, key, target, 1);
    }

    QString m_name;
    RawJson m_definition;
    QStringList *m_problems;
};

} // namespace

bool isRemoteDefinition(const RawJson &definition)
{
    const QString type = definition.value("type").toString().toLower();
    if (type.contains("http"_L1) || type == "sse"_L1 || type == "ws"_L1)
        return true;
    return !definition.contains("command")
           && (definition.contains("url") || definition.contains("serverUrl")
               || definition.contains("httpUrl"));
}

Result<ServerSpec> serverSpecFromJson(const QString &name, const RawJson &definition,
                                      QStringList *problems)
{
    return DefinitionReader(name, definition, problems).read();
}

} // namespace Mcp
