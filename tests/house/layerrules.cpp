// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "layerrules.h"

#include <QFile>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

struct Rule
{
    QString folder;
    QStringList mayInclude; // first path elements, or whole includes; the own folder is implied
    QStringList qtModules;
};

// The folders of lib/ and ui/, whose headers are named by folder from everywhere.
const QStringList &everyLib()
{
    static const QStringList folders = {
        u"json"_s,   u"wire"_s,   u"transport"_s, u"protocol"_s,
        u"server"_s, u"client"_s, u"schema"_s,    u"orchestrator"_s
    };
    return folders;
}

const QStringList &everyUi()
{
    static const QStringList folders = { u"models"_s, u"forms"_s, u"views"_s, u"dialogs"_s,
                                         u"shell"_s };
    return folders;
}

QList<Rule> makeRules()
{
    const QStringList core = { u"Core"_s };
    const QStringList widgets = { u"Core"_s, u"Gui"_s, u"Widgets"_s, u"Svg"_s, u"DBus"_s };
    const QStringList testing = widgets + QStringList{ u"Test"_s, u"Concurrent"_s };
    const QStringList wire = { u"json"_s, u"wire"_s };
    const QStringList server = wire + QStringList{ u"transport"_s, u"protocol"_s, u"server"_s };
    const QStringList library = server + QStringList{ u"client"_s, u"orchestrator"_s };
    const QStringList version = { u"version"_s };
    const QStringList panels = { u"models"_s, u"forms"_s };
    return {
        { u"lib/json"_s, {}, core },
        { u"lib/wire"_s, { u"json"_s }, core },
        { u"lib/transport"_s, wire, core },
        { u"lib/protocol"_s, wire, core },
        { u"lib/server"_s, server, core },
        { u"lib/client"_s, server, core },
        { u"lib/schema"_s, { u"json"_s, u"wire/result.h"_s, u"wire/error.h"_s }, core },
        { u"lib/orchestrator"_s, everyLib(), core },
        { u"ui/models"_s, everyLib(), core },
        { u"ui/forms"_s, everyLib() + QStringList{ u"models"_s }, widgets },
        { u"ui/views"_s, everyLib() + panels, widgets + QStringList{ u"Multimedia"_s } },
        { u"ui/dialogs"_s, library + panels, widgets },
        { u"ui/shell"_s, library + everyUi(), widgets },
        { u"app/version"_s, {}, core },
        { u"app/demo-server"_s, wire + version, core },
        { u"app/cli"_s, library + version, core },
        { u"app/orchestrator"_s, library + version + everyUi(), widgets },
        // A framing bug must not cancel itself out: the fake server shares no code with the
        // library.
        { u"tests/fakeserver"_s, {}, core },
        { u"tests/house"_s, {}, testing },
        { u"tests"_s, everyLib() + everyUi() + QStringList{ u"support"_s }, testing },
    };
}

// The first folder that matches counts.
const QList<Rule> &rules()
{
    static const QList<Rule> table = makeRules();
    return table;
}

const Rule *ruleFor(const QString &file)
{
    const QList<Rule> &table = rules();
    const auto it = std::find_if(table.cbegin(), table.cend(), [&file](const Rule &rule) {
        return file.startsWith(rule.folder + u'/');
    });
    return it == table.cend() ? nullptr : &*it;
}

QString folderOf(const QString &file) { return file.left(file.lastIndexOf(u'/')); }

} // namespace

LayerRules::LayerRules(const QString &qtHeaders)
    : m_qtHeaders(qtHeaders)
{}

bool LayerRules::knows(const QString &file) { return ruleFor(file) != nullptr; }

QStringList LayerRules::violations(const QString &file, const QStringList &lines) const
{
    static const QRegularExpression directive(uR"(^\s*#\s*include\s*([<"])([^>"]+)[>"])"_s);
    QStringList found;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QRegularExpressionMatch match = directive.match(lines.at(i));
        if (!match.hasMatch())
            continue;
        const QString include = match.captured(2);
        const QString problem =
                match.captured(1) == "\""_L1 ? ownProblem(file, include) : qtProblem(file, include);
        if (!problem.isEmpty())
            found += u"%1:%2: %3"_s.arg(file).arg(i + 1).arg(problem);
    }
    return found;
}

QString LayerRules::ownProblem(const QString &file, const QString &include) const
{
    const Rule *rule = ruleFor(file);
    if (include.startsWith(u'.'))
        return u"\"%1\" climbs out of its folder; name the header by layer, as in \"json/rawjson.h\""_s
                .arg(include);
    const qsizetype slash = include.indexOf(u'/');
    if (slash < 0)
        return {}; // beside this file: the compiler looks nowhere else
    const QString layer = include.left(slash);
    const QString own = folderOf(file).section(u'/', -1);
    if (layer == own || rule->mayInclude.contains(layer) || rule->mayInclude.contains(include))
        return {};
    return u"%1 may not include \"%2\"; it may include: %3"_s.arg(
            rule->folder, include,
            rule->mayInclude.isEmpty() ? u"only its own headers"_s
                                       : rule->mayInclude.join(u", "_s));
}

QString LayerRules::qtProblem(const QString &file, const QString &include) const
{
    const Rule *rule = ruleFor(file);
    if (everyLib().contains(include.section(u'/', 0, 0))
        || everyUi().contains(include.section(u'/', 0, 0)))
        return u"<%1> is a header of ours: write \"%1\""_s.arg(include);
    const QString allowed =
            u"%1 may use Qt %2 alone"_s.arg(rule->folder, rule->qtModules.join(u", "_s));
    if (include.startsWith("Qt"_L1) && include.contains(u'/')) {
        const QString module = include.section(u'/', 0, 0).mid(2);
        return rule->qtModules.contains(module) ? QString() : u"<%1>: %2"_s.arg(include, allowed);
    }
    static const QRegularExpression bareQt(u"^(Q[A-Z]\\w*|q[a-z0-9_]+\\.h)$"_s);
    if (!bareQt.match(include).hasMatch())
        return {}; // the standard library or the system
    const bool found = std::any_of(
            rule->qtModules.cbegin(), rule->qtModules.cend(), [&](const QString &module) {
                return QFile::exists(u"%1/Qt%2/%3"_s.arg(m_qtHeaders, module, include));
            });
    return found ? QString() : u"<%1>: %2"_s.arg(include, allowed);
}
